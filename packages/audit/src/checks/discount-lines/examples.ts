import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('逐行相加正好', 'they add up'),
    records: {
      quote: [
        {
          list_price: 10_000,
          price: 9_500,
          line_kinds: ['coupon', 'delivery'],
          line_amounts: [-800, 300],
          lines_shown: true,
        },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('差一分钱', 'one fen is missing'),
    records: {
      quote: [{ list_price: 10_000, price: 9_501, line_kinds: ['coupon'], line_amounts: [-500], lines_shown: true }],
    },
    verdict: 'fail',
  },
  {
    title: text('没有明细，价格就是原价', 'no lines, and the price is the list price'),
    records: { quote: [{ list_price: 10_000, price: 10_000 }] },
    verdict: 'pass',
  },
  {
    title: text('没有明细，价格却不同', 'no lines, and yet another price'),
    records: { quote: [{ list_price: 10_000, price: 10_300 }] },
    verdict: 'fail',
  },
  {
    title: text('明细没有展示', 'the lines were not shown'),
    records: {
      quote: [{ list_price: 10_000, price: 9_500, line_kinds: ['coupon'], line_amounts: [-500], lines_shown: false }],
    },
    verdict: 'fail',
  },
  {
    title: text('没有报价', 'no price is on record'),
    records: { item: [{}] },
    verdict: 'not-applicable',
  },
];
