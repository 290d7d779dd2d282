import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const many = (
  count: number,
  make: (index: number) => Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: count }, (_, index) => ({ request: `q-${index}`, ...make(index) }));

/** Two people in each minute. */
const product = (index: number): Readonly<Record<string, unknown>> => ({
  item: 'sku-1',
  list_price: 10_000,
  time: Date.parse('2026-03-02T08:00:00+08:00') + Math.floor(index / 2) * 60_000 + (index % 2) * 1000,
});

export const examples: readonly CheckExample[] = [
  {
    title: text('人人看到同样的原价', 'everybody sees the same'),
    records: { quote: many(6000, (index) => ({ ...product(index), user: `u${index}` })) },
    verdict: 'pass',
  },
  {
    title: text('一半的时刻有两种原价', 'half of the moments have two prices'),
    records: {
      quote: many(2000, (index) => ({
        ...product(index),
        user: `u${index}`,
        list_price: index % 4 === 0 ? 10_500 : 10_000,
      })),
    },
    verdict: 'fail',
  },
  {
    title: text('调价跨过整分钟，前后各自一致', 'a price that changes between minutes'),
    records: {
      quote: many(6000, (index) => ({
        ...product(index),
        user: `u${index}`,
        list_price: Math.floor(index / 2) < 1500 ? 10_000 : 12_000,
      })),
    },
    verdict: 'pass',
  },
  {
    title: text('不同地区价格不同', 'prices that differ by region'),
    records: {
      quote: many(6000, (index) => ({
        ...product(index),
        user: `u${index}`,
        region: String(index % 2),
        list_price: index % 2 === 0 ? 10_000 : 12_000,
      })),
    },
    verdict: 'not-enough-data',
  },
  {
    title: text('每个时刻只有一个人看到', 'one person only at each moment'),
    records: { quote: many(50, (index) => ({ ...product(index), user: 'same' })) },
    verdict: 'not-enough-data',
  },
];
