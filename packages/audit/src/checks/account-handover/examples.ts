import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const many = (
  count: number,
  make: (index: number) => Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] => Array.from({ length: count }, (_, index) => make(index));

export const examples: readonly CheckExample[] = [
  {
    title: text('人人只有一个持有人', 'one holder each'),
    records: { account: many(8000, (index) => ({ user: `u${index}`, holder: `h${index}` })) },
    verdict: 'pass',
  },
  {
    title: text('百分之一换了人', 'one in a hundred changed'),
    records: { account: many(3000, (index) => ({ user: `u${Math.floor((index * 2) / 2.02)}`, holder: `h${index}` })) },
    verdict: 'fail',
  },
  {
    title: text('同一个人核验两次', 'one person verified twice'),
    records: {
      account: many(16_000, (index) => ({ user: `u${Math.floor(index / 2)}`, holder: `h${Math.floor(index / 2)}` })),
    },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { account: [{ user: 'a', holder: 'h' }] },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有实名记录', 'holders are not on record'),
    records: { account: [{ user: 'a' }] },
    verdict: 'not-applicable',
  },
];
