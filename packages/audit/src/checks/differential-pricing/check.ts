import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { enough } from '../common/enough.ts';
import { examples } from './examples.ts';

export const differentialPricing = defineCheck({
  id: 'differential-pricing',
  version: 1,
  status: 'live',
  title: text('差异化定价', 'Differential pricing'),
  question: text(
    '同样的商品、同样的条件，老用户、常客、高消费的人付的价是否更高？',
    'For the same product on the same terms, do old, frequent or well-spending customers pay another price?',
  ),
  advice: text(
    '看最严重的几组：差价若来自公开的促销、新人券或会员价，应写进明细；写不出理由的，就是不合理的差别待遇。',
    'Look at the worst groups: a difference from a public promotion, a coupon for new users or a membership belongs into the lines; one that no line explains is unreasonable.',
  ),
  matched: text(
    '同一天、同一商品、同一渠道和地区，促销、优惠券、新人和会员条件都相同的报价才互相比较；比较的是实付价与标价之比。同一个人的报价不算互相独立。',
    'Quotes are compared only with quotes of the same product on the same day, in the same channel and region, under the same promotion, coupon, newcomer and membership terms; what is compared is the price paid as a share of the list price. Quotes to one person do not count as independent.',
  ),
  clauses: clausesOf('differential-pricing'),
  families: ['quote'],
  needs: [],
  method: 'value-gap',
  relation: `SELECT day, user, told.1 AS history, if(told.2, 'more', 'less') AS customer, paid, alike
FROM (
  SELECT day, user, price / list_price AS paid,
    cityHash64(item, channel, region, day, promotion, coupon, ifNull(new_user, false), ifNull(member, false)) AS alike,
    arrayJoin([
      ('tenure', ifNull(tenure_days > {{parameter.tenureDays}}, false), isNotNull(tenure_days)),
      ('orders', ifNull(orders_before > {{parameter.orders}}, false), isNotNull(orders_before)),
      ('spending', ifNull(spent_before > {{parameter.spending}}, false), isNotNull(spent_before)),
      ('device', device_kind IN ({{parameter.devices}}), device_kind != '')
    ]) AS told
  FROM {{quote}} AS quotes WHERE list_price > 0 AND {{part.item.day}}
) AS exploded WHERE told.3`,
  fewRows: true,
  parts: { group: 'customer', value: 'paid', match: 'alike', cluster: 'user' },
  compare: ['more', 'less'],
  by: ['history'],
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
      value: 0.01,
      meaning: text('相差不到多少算不上差别（相对于参照）。', 'How small a relative difference does not matter.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { measure: 'relative', materiality: '{{parameter.materiality}}', medians: false },
  day: 'day',
  examples,
});
