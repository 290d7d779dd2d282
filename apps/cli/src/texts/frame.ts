import {
  formatMessageForArgumentScannerError,
  text_en,
  ArgumentScannerError,
  type ApplicationText,
} from '@stricli/core';
import type { Language } from '@suanjian/rulebook';
import { renderFault } from '../fault.ts';

/** The words around the commands: headings of the help, and what is said about flags that do not fit. */

const inChinese = (error: ArgumentScannerError): string =>
  formatMessageForArgumentScannerError(error, {
    AliasNotFoundError: ({ input }) => `没有选项 -${input}。`,
    ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, input }) => `「${name}」的值「${input}」无法使用。`,
    EnumValidationError: ({ externalFlagName: name, input, values }) =>
      `--${name} 的值「${input}」不对，可以是：${values.join('、')}。`,
    FlagNotFoundError: ({ input, corrections }) =>
      `没有选项 --${input}${corrections.length > 0 ? `，是不是 ${corrections.map((flag) => `--${flag}`).join('、')}？` : '。'}`,
    InvalidNegatedFlagSyntaxError: ({ externalFlagName: name }) => `--${name} 不能带值。`,
    UnexpectedFlagError: ({ externalFlagName: name }) => `--${name} 只能出现一次。`,
    UnexpectedPositionalError: ({ input }) => `多出的参数：${input}。`,
    UnsatisfiedFlagError: ({ externalFlagName: name, nextFlagName }) =>
      nextFlagName === undefined ? `缺少 --${name}。` : `--${name} 需要一个值。`,
    UnsatisfiedPositionalError: ({ placeholder }) => `缺少参数：${placeholder}。`,
  });

const inEnglish = (error: ArgumentScannerError): string => `${formatMessageForArgumentScannerError(error, {})}.`;

export const frameText = (language: Language, debug: boolean): ApplicationText => {
  const chinese = language === 'zh';
  const failed = (error: unknown): string => renderFault(error, language, debug);
  return {
    ...text_en,
    ...(chinese
      ? {
          headers: { usage: '用法', aliases: '别名', commands: '命令', flags: '选项', arguments: '参数' },
          keywords: { default: '默认 =', separator: '分隔符 =' },
          briefs: {
            help: '显示说明',
            helpAll: '显示全部说明',
            version: '显示版本',
            argumentEscapeSequence: '其后都是参数',
          },
        }
      : {}),
    noCommandRegisteredForInput: ({ input, corrections }) =>
      chinese
        ? `没有命令「${input}」${corrections.length > 0 ? `，是不是 ${corrections.join('、')}？` : '。'}运行 suanjian --help 查看全部命令。`
        : `There is no command “${input}”${corrections.length > 0 ? `; did you mean ${corrections.join(' or ')}?` : '.'} Run suanjian --help for all of them.`,
    exceptionWhileParsingArguments: (error) => {
      if (!(error instanceof ArgumentScannerError)) return failed(error);
      return chinese ? inChinese(error) : inEnglish(error);
    },
    exceptionWhileLoadingCommandFunction: failed,
    exceptionWhileLoadingCommandContext: failed,
    exceptionWhileRunningCommand: failed,
    commandErrorResult: failed,
  };
};
