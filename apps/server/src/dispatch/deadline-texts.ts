import { text, type Text } from '@suanjian/rulebook';

export const deadlineStages = ['5', '2', '0', 'lapsed'] as const;
export type DeadlineStage = (typeof deadlineStages)[number];

export interface DeadlineFacts {
  readonly stage: DeadlineStage;
  readonly clock: Text;
  readonly matter: string;
  readonly due: string;
  readonly provisional: boolean;
  readonly clause: string;
  /** Working days left; only looked at while some are left. */
  readonly left: number;
}

const headline = ({ stage, left, clock, matter }: DeadlineFacts): Text => {
  switch (stage) {
    case '5':
    case '2':
      return text(
        `还有 ${left} 个工作日到期：${clock.zh}，${matter}`,
        `Due in ${left} working ${left === 1 ? 'day' : 'days'}: ${clock.en}, ${matter}`,
      );
    case '0':
      return text(`今天到期：${clock.zh}，${matter}`, `Due today: ${clock.en}, ${matter}`);
    case 'lapsed':
      return text(`已经逾期：${clock.zh}，${matter}`, `Overdue: ${clock.en}, ${matter}`);
  }
};

/** What the bearer of a clock is told. */
export const deadlineTexts = (facts: DeadlineFacts): { readonly subject: Text; readonly body: Text } => {
  const { due, clause, provisional, stage } = facts;
  const settled = provisional
    ? text(
        '该年度的放假安排尚未公布，日期是暂定的。',
        ' The public holidays of that year are not announced yet, so the date is provisional.',
      )
    : text('', '');
  const what =
    stage === 'lapsed'
      ? text(
          '期限已过，逾期会如实显示。请尽快办理。',
          ' The time is over, and lateness is shown as it is. Act as soon as you can.',
        )
      : text('请在当天结束前办理。', ' Act before that day ends.');
  return {
    subject: headline(facts),
    body: text(
      `期限为 ${due}（依据 ${clause}）。${settled.zh}${what.zh}`,
      `The last day is ${due} (${clause}).${settled.en}${what.en}`,
    ),
  };
};
