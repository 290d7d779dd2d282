import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('算得出来', 'it can be computed'),
    records: {
      chart: [{ heat: 1700, input_kinds: ['search', 'talk'], input_values: [1000, 200], input_weights: [1, 3.5] }],
    },
    verdict: 'pass',
  },
  {
    title: text('热度被抬高', 'raised'),
    records: {
      chart: [{ heat: 9000, input_kinds: ['search', 'talk'], input_values: [1000, 200], input_weights: [1, 3.5] }],
    },
    verdict: 'fail',
  },
  {
    title: text('取整之差不算', 'rounding does not count'),
    records: { chart: [{ heat: 1700, input_kinds: ['search'], input_values: [1700.4], input_weights: [1] }] },
    verdict: 'pass',
  },
  {
    title: text('置顶和商业位不按热度', 'pinned and paid slots do not go by heat'),
    records: {
      chart: [
        { heat: 1, input_kinds: ['search'], input_values: [5000], input_weights: [1], pinned: true },
        { entry: 'e-2', rank: 2, heat: 5000, input_kinds: ['search'], input_values: [5000], input_weights: [1] },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('没有记录计算依据', 'inputs are not on record'),
    records: { chart: [{ heat: 1700 }] },
    verdict: 'not-applicable',
  },
];
