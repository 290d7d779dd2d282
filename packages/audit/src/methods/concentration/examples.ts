import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

/** As many rows for each entity as the list says. */
const shown = (counts: readonly number[], users = 1000) => {
  const entity = counts.flatMap((count, index) => Array.from({ length: count }, () => `i-${index}`));
  return { item: entity, user: entity.map((_, index) => `u-${(index * 7) % users}`), amount: entity.map(() => 2.5) };
};

export const examples: readonly MethodExample[] = [
  {
    title: text('每件内容展示得差不多', 'All items are shown about as often'),
    table: shown(Array.from({ length: 20 }, (_, index) => 100 + ((index * 7) % 20) - 10)),
    parts: { entity: 'item' },
    expect: [{ verdict: 'pass', values: { entities: 20, rows: 1990 } }],
  },
  {
    title: text('一件内容拿走一半', 'One item takes half'),
    table: shown([500, ...Array.from({ length: 10 }, () => 50)]),
    parts: { entity: 'item' },
    expect: [{ verdict: 'fail', values: { gini: 0.4090909090909091, largestShare: 0.5, hhi: 0.275 } }],
  },
  {
    title: text('展示太少', 'Too few rows'),
    table: shown([3, 1, 1]),
    parts: { entity: 'item' },
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('集中只是一个用户反复看同一件', 'One user who returns to the same item is no concentration'),
    table: {
      item: [
        ...Array.from({ length: 200 }, (_, index) => `i-${index % 20}`),
        ...Array.from({ length: 100 }, () => 'i-0'),
      ],
      user: [...Array.from({ length: 200 }, (_, index) => `u-${index}`), ...Array.from({ length: 100 }, () => 'u-0')],
    },
    parts: { entity: 'item', cluster: 'user' },
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('上限：最大的十分之一不超过一半', 'A limit: the largest tenth holds no more than half'),
    table: shown([300, ...Array.from({ length: 9 }, () => 100)]),
    parts: { entity: 'item', weight: 'amount' },
    parameters: { measure: 'top-share', most: 0.5 },
    expect: [{ verdict: 'pass', estimate: -0.25, values: { topShare: 0.25 } }],
  },
  {
    title: text('只有一个对象', 'There is only one entity'),
    table: shown([40]),
    parts: { entity: 'item' },
    expect: [{ verdict: 'not-applicable' }],
  },
];
