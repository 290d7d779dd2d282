import {
  type Answer,
  answerKindWords,
  answerStatusWords,
  bearerWords,
  type Clause,
  deadlineWords,
  dutyWords,
  type Edition,
  editionStatusWords,
  type Sanction,
  sanctionStepWords,
  type Text,
} from '@suanjian/rulebook';
import { anchorOf } from './anchor.ts';
import { placeOf } from './answer-places.ts';

/** Chinese first, both on one line. */
export const both = ({ zh, en }: Text): string => `${zh} · ${en}`;

const linkTo = (id: string): string => `[${id}](#${anchorOf(id)})`;

const standing = ({ status, waits }: Answer): string => {
  const words = both(answerStatusWords[status]);
  if (status === 'working') return `**${words}**`;
  return waits === undefined ? words : `${words}: ${both(waits)}`;
};

const answerLine = (answer: Answer): string => {
  const { kind, name, title } = answer;
  const place = placeOf(answer);
  const named = place === undefined ? `\`${name}\`` : `[\`${name}\`](${place})`;
  return `  - ${both(answerKindWords[kind])} ${named}: ${both(title)} (${standing(answer)})`;
};

const sanctionLines = ({ covers, steps }: Sanction): readonly string[] => [
  '- 处罚 · Sanction',
  ...steps.map((step) => `  - ${both(sanctionStepWords(step))}`),
  `  - 适用于违反 · for breaches of: ${covers.map(linkTo).join(', ')}`,
];

export const clauseSection = (clause: Clause): string =>
  [
    `<a id="${anchorOf(clause.id)}"></a>`,
    '',
    `### ${clause.id} ${both(clause.heading)}`,
    '',
    clause.text.zh,
    '',
    clause.text.en,
    '',
    `- 主体 · Who: ${clause.who.map((bearer) => both(bearerWords[bearer])).join('; ')}`,
    `- 性质 · Kind: ${both(dutyWords[clause.duty])}${clause.advisory ? '（仅供参考 · advisory）' : ''}`,
    ...clause.deadlines.map(
      (deadline) =>
        `- 期限 · Deadline \`${deadline.name}\`: ${both(deadlineWords(deadline))} (${both(bearerWords[deadline.bearer])})`,
    ),
    ...(clause.sanction === undefined ? [] : sanctionLines(clause.sanction)),
    ...(clause.sanctionedBy === undefined ? [] : [`- 罚则 · Sanctioned by: ${linkTo(clause.sanctionedBy)}`]),
    '- 由谁落实 · Answered by',
    ...clause.answers.map(answerLine),
    ...(clause.crosswalk.length === 0 ? [] : ['- 对应条款 · Corresponding clauses']),
    ...clause.crosswalk.map(({ clause: id, difference }) => `  - ${linkTo(id)}: ${both(difference)}`),
  ].join('\n');

export const editionSection = (edition: Edition): string =>
  [
    `<a id="${edition.id}"></a>`,
    '',
    `## ${edition.id}: ${edition.title.zh}`,
    '',
    edition.title.en,
    '',
    `- 发布机关 · Issued by: ${both(edition.issuer)}`,
    `- 效力 · Status: ${both(editionStatusWords[edition.status])}`,
    `- 发布日期 · Published: ${edition.published}`,
    ...(edition.inForceFrom === undefined ? [] : [`- 施行日期 · From: ${edition.inForceFrom}`]),
    ...(edition.inForceUntil === undefined ? [] : [`- 终止日期 · Until: ${edition.inForceUntil}`]),
    ...(edition.note === undefined ? [] : [`- 说明 · Note: ${both(edition.note)}`]),
    '',
    edition.clauses.map(clauseSection).join('\n\n'),
  ].join('\n');
