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
/** One in twenty, by nothing that the other columns follow. */
const rarely = (index: number): boolean => (index * 2_654_435_761) % 4_294_967_296 < 214_748_365;

export const examples: readonly CheckExample[] = [
  {
    title: text('条件与历史无关', 'terms have nothing to do with history'),
    records: { quote: quotes(8000, (index) => ({ price: 10_000, terms: rarely(index) ? 'no-returns' : 'standard' })) },
    verdict: 'pass',
  },
  {
    title: text('老用户更常得到较差的条件', 'old customers get worse terms more often'),
    records: {
      quote: quotes(4000, (index) => ({
        price: 10_000,
        terms: index % 2 === 0 && index % 10 < 3 ? 'no-returns' : 'standard',
      })),
    },
    verdict: 'fail',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { quote: quotes(40, (index) => ({ price: 10_000, terms: index % 7 === 0 ? 'no-returns' : 'standard' })) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录条件', 'terms are not on record'),
    records: { quote: quotes(4, () => ({ price: 10_000, terms: undefined })) },
    verdict: 'not-applicable',
  },
];
