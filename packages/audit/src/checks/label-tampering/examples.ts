import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const first = '2026-03-01T10:00:00+08:00';
const later = '2026-03-02T10:00:00+08:00';

export const examples: readonly CheckExample[] = [
  {
    title: text('标识一直在', 'the label stays'),
    records: {
      item: [
        { item: 'made', synthetic: true, time: first },
        { item: 'made', synthetic: true, time: later },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('标识后来没有了', 'the label is gone later'),
    records: {
      item: [
        { item: 'made', synthetic: true, time: first },
        { item: 'made', synthetic: false, time: later },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('后来的记录根本不提', 'a later entry is silent about it'),
    records: {
      item: [
        { item: 'made', synthetic: true, time: first },
        { item: 'made', time: later },
      ],
    },
    verdict: 'fail',
  },
  {
    title: text('后来才识别出来', 'recognised later'),
    records: {
      item: [
        { item: 'made', synthetic: false, time: first },
        { item: 'made', synthetic: true, time: later },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('没有记录哪些是生成的', 'what is synthetic is not on record'),
    records: { item: [{ item: 'made' }] },
    verdict: 'not-applicable',
  },
];
