import {
  answerKindWords,
  answerStatusWords,
  bearerWords,
  deadlineOf,
  deadlineWords,
  dutyWords,
  editionStatusWords,
  sanctionFor,
  sanctionStepWords,
  text,
  type Clause,
  type DeadlineReceipt,
  type Edition,
  type Text,
} from '@suanjian/rulebook';

const label = (zh: string, en: string, value: Text): Text => text(`${zh}：${value.zh}`, `${en}: ${value.en}`);

const editionText = ({ title, status }: Edition): Text =>
  text(`《${title.zh}》（${editionStatusWords[status].zh}）`, `${title.en} (${editionStatusWords[status].en})`);

const same = (value: string): Text => text(value, value);

/** A computed deadline in words, with everything it rests on. */
export const deadlineText = (
  receipt: DeadlineReceipt,
  clause: Clause,
  edition: Edition,
  name: string | undefined,
): readonly Text[] => [
  label('期限', 'Due', text(`${receipt.due}（当日 24 时止）`, `${receipt.due} (until the end of that day, Shanghai)`)),
  label('条款', 'Clause', text(`${clause.id} ${clause.heading.zh}`, `${clause.id} ${clause.heading.en}`)),
  label('出处', 'From', editionText(edition)),
  label('长度', 'Length', deadlineWords(deadlineOf(clause, name))),
  label('事件日期', 'Day of the event', text(`${receipt.event}（当日不计）`, `${receipt.event} (not counted)`)),
  label('节假日安排', 'Calendar', same(receipt.calendar)),
  ...(receipt.provisional
    ? [
        text(
          '注意：有关年份的节假日安排尚未公布，这个日期是暂定的，公布后会重算。',
          'Note: the holidays of a year that matters are not announced yet. The date is provisional and will be counted again.',
        ),
      ]
    : []),
  ...(receipt.skipped.length === 0
    ? []
    : [
        text(`跳过的休息日 ${receipt.skipped.length} 天：`, `Days off passed over: ${receipt.skipped.length}`),
        ...receipt.skipped.map(({ date, reason }) => text(`  ${date} ${reason.zh}`, `  ${date} ${reason.en}`)),
      ]),
];

const sanctionText = (clause: Clause): readonly Text[] => {
  const found = sanctionFor(clause);
  if (found === undefined) return [];
  const { clause: basis, sanction } = found;
  return [
    label('处罚', 'Sanction', same(basis.id)),
    ...sanction.steps.map(sanctionStepWords).map(({ zh, en }) => text(`  ${zh}`, `  ${en}`)),
  ];
};

export const clauseText = (clause: Clause, edition: Edition): readonly Text[] => [
  text(`${clause.id}  ${clause.heading.zh}`, `${clause.id}  ${clause.heading.en}`),
  editionText(edition),
  clause.text,
  text(
    `谁：${clause.who.map((bearer) => bearerWords[bearer].zh).join('、')}；性质：${dutyWords[clause.duty].zh}`,
    `Who: ${clause.who.map((bearer) => bearerWords[bearer].en).join(', ')}; kind: ${dutyWords[clause.duty].en}`,
  ),
  ...clause.deadlines.map((deadline) => label('期限', 'Time limit', deadlineWords(deadline))),
  ...sanctionText(clause),
  ...clause.answers.map(({ kind, title, status }) =>
    label(
      '系统如何落实',
      'Answered by',
      text(
        `${answerKindWords[kind].zh}「${title.zh}」（${answerStatusWords[status].zh}）`,
        `${answerKindWords[kind].en} “${title.en}” (${answerStatusWords[status].en})`,
      ),
    ),
  ),
  ...clause.crosswalk.map(({ clause: other, difference }) => label(`对照 ${other}`, `Compare ${other}`, difference)),
];
