import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const quotes = (
  count: number,
  make: (index: number) => Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: count }, (_, index) => {
    const old = index % 2 === 0;
    return {
      request: `q-${index}`,
      user: `u${index % 400}`,
      time: Date.parse('2026-03-02T08:00:00+08:00') + index * 1000,
      item: `sku-${Math.floor(index / 40)}`,
      list_price: 10_000,
      tenure_days: old ? 900 : 100,
      terms: 'standard',
      ...make(index),
    };
  });
/** A price that is not the same for all, for reasons that have nothing to do with history. */
const delivery = (index: number): number => 300 + ((index * 7919) % 11) * 10;

export const examples: readonly CheckExample[] = [
  {
    title: text('老用户付的一样多', 'old customers pay the same'),
    records: { quote: quotes(4000, (index) => ({ price: 10_000 + delivery(index) })) },
    verdict: 'pass',
  },
  {
    title: text('老用户多付百分之五', 'old customers pay five per cent more'),
    records: {
      quote: quotes(4000, (index) => ({
        price: Math.round((10_000 + delivery(index)) * (index % 2 === 0 ? 1.05 : 1)),
      })),
    },
    verdict: 'fail',
  },
  {
    title: text('差价全由公开的新人券而来', 'all of the difference is a public coupon for new users'),
    records: {
      quote: quotes(8000, (index) => ({
        tenure_days: index % 4 === 0 ? 10 : index % 2 === 0 ? 900 : 100,
        new_user: index % 4 === 0,
        coupon: index % 4 === 0 ? 'new' : undefined,
        price: 10_000 + delivery(index) - (index % 4 === 0 ? 1000 : 0),
      })),
    },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { quote: quotes(40, (index) => ({ price: 10_000 + delivery(index) })) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有报价', 'no price is on record'),
    records: { item: [{}] },
    verdict: 'not-applicable',
  },
];
