import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { enough } from '../common/enough.ts';
import { examples } from './examples.ts';

export const differentialTerms = defineCheck({
  id: 'differential-terms',
  version: 1,
  status: 'live',
  title: text('差异化交易条件', 'Differential terms'),
  question: text(
    '老用户、常客、高消费的人，得到的退改、配送、信用条件是否更差？',
    'Do old, frequent or well-spending customers get other terms (returns, delivery, credit)?',
  ),
  advice: text(
    '比较列出的组得到的条件；确有公开规则的（如会员），应对所有人写明。',
    'Compare the terms of the groups named; where a public rule explains them (a membership), it must be written for all to see.',
  ),
  clauses: clausesOf('differential-terms'),
  families: ['quote'],
  needs: ['quote.terms'],
  method: 'rate-gap',
  relation: `SELECT day, user, told.1 AS history, if(told.2, 'more', 'less') AS customer, terms != usual AS other,
  concat(toString(channel), ' ', toString(region)) AS place
FROM (
  SELECT day, user, toString(terms) AS terms, channel, region, member,
    (SELECT argMax(terms, (uses, terms)) FROM (SELECT toString(terms) AS terms, count() AS uses FROM {{quote}} AS all_terms WHERE terms != '' GROUP BY terms) AS frequent) AS usual, arrayJoin([
    ('tenure', ifNull(tenure_days > {{parameter.tenureDays}}, false), isNotNull(tenure_days)),
    ('orders', ifNull(orders_before > {{parameter.orders}}, false), isNotNull(orders_before)),
    ('spending', ifNull(spent_before > {{parameter.spending}}, false), isNotNull(spent_before)),
    ('device', device_kind IN ({{parameter.devices}}), device_kind != '')
  ]) AS told
  FROM {{quote}} AS quotes WHERE terms != '' AND {{part.user}}
) AS exploded WHERE told.3`,
  parts: { group: 'customer', outcome: 'other', cluster: 'user' },
  by: ['history'],
  strata: ['place'],
  parameters: [
    enough(100_000),
    {
      name: 'tenureDays',
      value: 365,
      meaning: text('注册超过多少天算老用户。', 'From how many days since registration a customer counts as old.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'orders',
      value: 20,
      meaning: text('此前超过多少单算常客。', 'From how many orders before a customer counts as frequent.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'spending',
      value: 200_000,
      meaning: text(
        '此前消费超过多少分算高消费。',
        'From how much spent before, in fen, a customer counts as a big spender.',
      ),
      source: { kind: 'policy default' },
    },
    {
      name: 'devices',
      value: ['ios', 'iphone'],
      meaning: text('与其他设备相比的设备。', 'The devices that are compared with all others.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 0.02,
      meaning: text('份额相差不到多少算不上差别。', 'How small a difference of shares does not matter.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { measure: 'difference', materiality: '{{parameter.materiality}}' },
  examples,
});
