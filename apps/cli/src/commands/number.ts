import { explainFilingNumber, publishedPrefix, type FilingNumberExplanation } from '@suanjian/register';
import { text, type Text } from '@suanjian/rulebook';
import { CliFault } from '../fault.ts';
import { say, sayJson, type Terminal } from '../terminal.ts';

export interface NumberFlags {
  readonly json: boolean;
}

const demonstrationPrefix = '示例算备';

const lines = ({ ok, parts, faults, notes, caution }: FilingNumberExplanation): readonly Text[] => [
  ok ? text('编号符合规则。', 'The number obeys the rules.') : text('编号不符合规则：', 'The number breaks the rules:'),
  ...[...faults, ...notes].map(({ message }) => text(`  - ${message.zh}`, `  - ${message.en}`)),
  ...parts.map(({ digits, title, meaning, sound }) =>
    text(
      `  ${digits}  ${title.zh}：${meaning.zh}${sound ? '' : '（有误）'}`,
      `  ${digits}  ${title.en}: ${meaning.en}${sound ? '' : ' (wrong)'}`,
    ),
  ),
  caution,
];

/** Exits with 1 when the number breaks a rule, so that scripts can ask. */
export const explainNumber = async (terminal: Terminal, { json }: NumberFlags, printed: string): Promise<void> => {
  const prefixes = [...new Set([publishedPrefix, terminal.environment['NUMBER_PREFIX'] ?? demonstrationPrefix])];
  const explanation = explainFilingNumber(printed, { prefixes });
  if (json) sayJson(terminal, explanation);
  else say(terminal, ...lines(explanation));
  if (!explanation.ok)
    throw new CliFault(text(`「${printed}」不是有效的备案编号。`, `“${printed}” is no valid filing number.`));
};
