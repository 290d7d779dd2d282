import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('只因本人原因', 'only for causes of their own'),
    records: {
      dispatch: [
        { penalty: 300, penalty_cause: 'late' },
        { order: 'o-2', penalty: 0 },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('因天气被罚', 'for the weather'),
    records: {
      dispatch: [
        { penalty: 300, penalty_cause: 'weather' },
        { order: 'o-2', penalty: 300, penalty_cause: 'late' },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('罚了却没有原因', 'penalised without a cause'),
    records: { dispatch: [{ penalty: 300 }] },
    verdict: 'fail',
  },
  {
    title: text('从未罚款', 'never penalised'),
    records: { dispatch: [{ penalty: 0 }] },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录罚款', 'penalties are not on record'),
    records: { dispatch: [{}] },
    verdict: 'not-applicable',
  },
];
