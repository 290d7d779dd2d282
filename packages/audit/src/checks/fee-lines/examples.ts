import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('正好', 'they add up'),
    records: { dispatch: [{ pay: 650, line_kinds: ['base', 'rain'], line_amounts: [500, 150] }] },
    verdict: 'pass',
  },
  {
    title: text('少付五角', 'half a yuan less'),
    records: {
      dispatch: [
        { pay: 600, line_kinds: ['base', 'rain'], line_amounts: [500, 150] },
        { order: 'o-2', pay: 500, line_kinds: ['base'], line_amounts: [500] },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('一单没有明细', 'one order has no lines'),
    records: {
      dispatch: [
        { pay: 650, line_kinds: ['base'], line_amounts: [650] },
        { order: 'o-2', pay: 650 },
      ],
    },
    verdict: 'fail',
  },
  {
    title: text('没有记录明细', 'lines are never on record'),
    records: { dispatch: [{ pay: 650 }] },
    verdict: 'not-applicable',
  },
];
