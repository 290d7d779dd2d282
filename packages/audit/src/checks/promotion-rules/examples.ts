import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('都有规则', 'all have rules'),
    records: {
      quote: [{ promotion: 'spring', coupon: 'c-1' }],
      item: [
        { item: 'spring', kind: 'promotion', rule: '满百减五' },
        { item: 'c-1', kind: 'coupon', rule: '限新用户' },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('一个促销没有规则', 'one has none'),
    records: {
      quote: [{ promotion: 'spring' }, { request: 'q-2', coupon: 'c-1' }],
      item: [
        { item: 'spring', kind: 'promotion' },
        { item: 'c-1', kind: 'coupon', rule: '限新用户' },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('查不到的优惠券', 'a coupon nobody knows'),
    records: { quote: [{ coupon: 'c-9' }], item: [{ item: 'c-1', kind: 'coupon', rule: '限新用户' }] },
    verdict: 'fail',
  },
  {
    title: text('没有用到优惠', 'nothing was promoted'),
    records: { quote: [{}], item: [{}] },
    verdict: 'not-enough-data',
  },
];
