import type { Language, Text } from '@suanjian/rulebook';
import { harmless } from './terminal.ts';

/** 1: refused or failed; 2: the command was not understood. */
export type FaultCode = 1 | 2;

/** What a command could not do, in words for people: what is wrong, where, and what to do. */
export class CliFault extends Error {
  readonly text: Text;
  readonly details: readonly Text[];
  readonly exitCode: FaultCode;

  constructor(
    text: Text,
    {
      details = [],
      exitCode = 1,
      cause,
    }: { readonly details?: readonly Text[]; readonly exitCode?: FaultCode; readonly cause?: unknown } = {},
  ) {
    super(text.en, { cause });
    this.text = text;
    this.details = details;
    this.exitCode = exitCode;
  }
}

export const usageFault = (text: Text, details: readonly Text[] = []): CliFault =>
  new CliFault(text, { details, exitCode: 2 });

const isText = (value: unknown): value is Text =>
  typeof value === 'object' &&
  value !== null &&
  'zh' in value &&
  'en' in value &&
  typeof value.zh === 'string' &&
  typeof value.en === 'string';

/** The rooms' own errors carry their words; anything else is a defect of ours. */
const wordsOf = (error: unknown): { readonly text: Text; readonly details: readonly Text[] } | undefined => {
  if (error instanceof CliFault) return error;
  return error instanceof Error && 'text' in error && isText(error.text)
    ? { text: error.text, details: [] }
    : undefined;
};

const unexpected = (error: unknown): Text => ({
  zh: `出现意外错误：${error instanceof Error ? error.message : String(error)}。设置 SUANJIAN_DEBUG=1 后重试可看到详情。`,
  en: `An unexpected fault: ${error instanceof Error ? error.message : String(error)}. Try again with SUANJIAN_DEBUG=1 to see more.`,
});

/** What goes to the error output. The stack only with SUANJIAN_DEBUG. */
export const renderFault = (error: unknown, language: Language, debug: boolean): string => {
  const { text, details } = wordsOf(error) ?? { text: unexpected(error), details: [] };
  const stack =
    debug && error instanceof Error
      ? [error.stack ?? '', ...(error.cause instanceof Error ? [error.cause.stack ?? ''] : [])]
      : [];
  return harmless([text[language], ...details.map((detail) => `  - ${detail[language]}`), ...stack].join('\n'));
};

export const exitCodeOf = (error: unknown): FaultCode => (error instanceof CliFault ? error.exitCode : 1);
