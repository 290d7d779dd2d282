import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const couponRules = defineCheck({
  id: 'coupon-rules',
  version: 1,
  status: 'live',
  title: text('优惠券发放规则', 'Coupon rules'),
  question: text(
    '优惠券有没有超发？领取条件有没有用到不该用的特征？',
    'Were more coupons issued than announced? Does eligibility rest on traits it may not rest on?',
  ),
  advice: text(
    '超发的说明原因，补足公示；领取条件改为公开、与个人画像无关的条件。',
    'Explain over-issue and mend the announcement; let eligibility rest on public conditions that are no profile of a person.',
  ),
  clauses: clausesOf('coupon-rules'),
  families: ['item', 'engagement'],
  needs: ['item.quantity'],
  method: 'invariant',
  relation: `SELECT coupons.item AS item, ifNull(issued.claims, 0) AS claims, coupons.most AS most,
  claims <= coupons.most AND hasAll({{parameter.allowed}}, coupons.traits) AS within
FROM (
  SELECT item, argMax(assumeNotNull(quantity), time) AS most, arrayMap(trait -> toString(trait), argMax(eligibility, time)) AS traits
  FROM {{item.history}} AS every_coupon WHERE kind = 'coupon' AND isNotNull(quantity) GROUP BY item
) AS coupons
LEFT JOIN (
  SELECT object, count() AS claims FROM {{engagement.history}} AS acts WHERE action = 'claim' AND succeeded GROUP BY object
) AS issued ON coupons.item = issued.object`,
  parts: { row: 'item', must: 'within' },
  parameters: [
    {
      name: 'allowed',
      value: ['new-user', 'member', 'region', 'channel', 'shop', 'item', 'time'],
      meaning: text('领取条件可以用到的特征。', 'Traits that eligibility may rest on.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {},
  history: 'all',
  examples,
});
