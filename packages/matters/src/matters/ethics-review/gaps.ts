import { text, type CivilDate, type Text } from '@suanjian/rulebook';
import type { EthicsReviewState, FollowUp } from './state.ts';

export interface EthicsReviewGap {
  readonly code: 'review-owed' | 'condition-overdue';
  readonly text: Text;
  readonly clause: string;
  /** Number of the condition. */
  readonly condition?: number;
}

/** Conditions whose day has passed without a report. */
const overdueConditions = ({ followUp, status }: EthicsReviewState, today: CivilDate): readonly FollowUp[] =>
  status === 'closed' ? [] : followUp.filter(({ standing, due }) => standing === 'open' && due < today);

/** What an ethics review still owes: a decision on what has changed, and conditions that are late. */
export const ethicsReviewGaps = (state: EthicsReviewState, today: CivilDate): readonly EthicsReviewGap[] => {
  const { round, result, status } = state;
  const owed = status !== 'closed' && result !== undefined && result.round < round;
  return [
    ...(owed
      ? [
          {
            code: 'review-owed',
            clause: 'final/7',
            text: text(
              `算法有实质变动，${result.version} 版的审查结论不再适用，需要重新审查。`,
              `The algorithm has changed materially; the review of version ${result.version} no longer covers it, and another is owed.`,
            ),
          } as const,
        ]
      : []),
    ...overdueConditions(state, today).map(({ number, due }) => ({
      code: 'condition-overdue' as const,
      clause: 'final/7',
      condition: number,
      text: text(
        `第 ${number} 项条件应当在 ${due} 前落实，还没有报告。`,
        `Condition ${number} was to be met by ${due}; nothing has been reported.`,
      ),
    })),
  ];
};
