import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const claim = (user: string): Readonly<Record<string, unknown>> => ({
  user,
  action: 'claim',
  object: 'c-1',
  succeeded: true,
});

export const examples: readonly CheckExample[] = [
  {
    title: text('没有超发，条件正当', 'within the quantity, on fair conditions'),
    records: {
      item: [{ item: 'c-1', kind: 'coupon', quantity: 2, eligibility: ['new-user'] }],
      engagement: [claim('a'), claim('b')],
    },
    verdict: 'pass',
  },
  {
    title: text('超发一张', 'one too many'),
    records: { item: [{ item: 'c-1', kind: 'coupon', quantity: 2 }], engagement: [claim('a'), claim('b'), claim('c')] },
    verdict: 'fail',
  },
  {
    title: text('领取失败的不算', 'failed claims do not count'),
    records: {
      item: [{ item: 'c-1', kind: 'coupon', quantity: 1 }],
      engagement: [claim('a'), { ...claim('b'), succeeded: false }],
    },
    verdict: 'pass',
  },
  {
    title: text('条件用到年龄', 'eligibility by age'),
    records: {
      item: [{ item: 'c-1', kind: 'coupon', quantity: 5, eligibility: ['new-user', 'age'] }],
      engagement: [claim('a')],
    },
    verdict: 'fail',
  },
  {
    title: text('没有记录发放总量', 'quantities are not on record'),
    records: { item: [{ item: 'c-1', kind: 'coupon' }], engagement: [claim('a')] },
    verdict: 'not-applicable',
  },
];
