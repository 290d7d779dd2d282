import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const promotionRules = defineCheck({
  id: 'promotion-rules',
  version: 1,
  status: 'live',
  title: text('优惠规则公示', 'Promotion rules published'),
  question: text(
    '用到的每个促销和优惠券，是否都有公示的规则？',
    'Does every promotion and coupon in use have a published rule?',
  ),
  advice: text(
    '补上规则：谁可以用、怎么用、有什么限制。',
    'Publish the rule: who may use it, how, and with what limits.',
  ),
  clauses: clausesOf('promotion-rules'),
  families: ['quote', 'item'],
  needs: [],
  method: 'invariant',
  relation: `SELECT used.name AS name, rules.words != '' AS published
FROM (
  SELECT toString(promotion) AS name FROM {{quote}} AS promoted WHERE promotion != '' GROUP BY name
  UNION DISTINCT
  SELECT coupon AS name FROM {{quote}} AS couponed WHERE coupon != '' GROUP BY name
) AS used
LEFT JOIN (
  SELECT item, argMax(rule, time) AS words FROM {{item.history}} AS rules_of WHERE kind IN ('promotion', 'coupon') AND rule != '' GROUP BY item
) AS rules ON used.name = rules.item`,
  parts: { row: 'name', must: 'published' },
  parameters: [],
  methodParameters: {},
  history: 'all',
  examples,
});
