import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('时间够', 'enough'),
    records: {
      dispatch: [
        { promised: 2400, feasible: 2000 },
        { order: 'o-2', promised: 2000, feasible: 2000 },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('少一分钟', 'a minute short'),
    records: {
      dispatch: [
        { promised: 1940, feasible: 2000 },
        { order: 'o-2', promised: 2000, feasible: 2000 },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('没有估算的订单不看', 'orders without an estimate are not looked at'),
    records: {
      dispatch: [
        { promised: 2400, feasible: 2000 },
        { order: 'o-2', promised: 100 },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('从不估算可行时间', 'feasible times are never on record'),
    records: { dispatch: [{ promised: 2400 }] },
    verdict: 'not-applicable',
  },
];
