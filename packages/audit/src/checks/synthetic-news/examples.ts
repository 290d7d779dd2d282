import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('新闻都不是生成的', 'no news is synthetic'),
    records: {
      item: [
        { kind: 'news', synthetic: false },
        { item: 'i-2', kind: 'post', synthetic: true },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('一条新闻是生成的', 'one is'),
    records: {
      item: [
        { kind: 'news', synthetic: true },
        { item: 'i-2', kind: 'news', synthetic: false },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('有的没有记录', 'some are not on record'),
    records: { item: [{ kind: 'news' }, { item: 'i-2', kind: 'news', synthetic: false }] },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录哪些是生成的', 'what is synthetic is not on record'),
    records: { item: [{ kind: 'news' }] },
    verdict: 'not-applicable',
  },
];
