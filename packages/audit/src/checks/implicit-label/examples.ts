import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('都有隐式标识', 'all carry it'),
    records: {
      item: [
        { item: 'made', synthetic: true, implicit_label: true },
        { item: 'real', synthetic: false },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('有一件没有', 'one does not'),
    records: {
      item: [
        { item: 'made', synthetic: true, implicit_label: true },
        { item: 'bare', synthetic: true, implicit_label: false },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('没有记录的不能当作合格', 'what is not on record does not pass'),
    records: {
      item: [
        { item: 'made', synthetic: true, implicit_label: true },
        { item: 'unknown', synthetic: true },
      ],
    },
    verdict: 'not-enough-data',
  },
  {
    title: text('从未记录隐式标识', 'implicit labels are never on record'),
    records: { item: [{ item: 'made', synthetic: true }] },
    verdict: 'not-applicable',
  },
];
