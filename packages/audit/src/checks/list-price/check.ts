import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

/** A product in a shop, a channel and a region during one minute. Most are quoted once: leaving those out first keeps what is compared small. */
const moment = (quotes: string): string =>
  `cityHash64(${['item', 'shop', 'channel', 'region'].map((column) => `${quotes}.${column}`).join(', ')}, toStartOfMinute(${quotes}.time), ${quotes}.day)`;

export const listPrice = defineCheck({
  id: 'list-price',
  version: 1,
  status: 'live',
  title: text('同一时刻原价一致', 'One list price at one moment'),
  question: text(
    '同一商品在同一门店、渠道、地区、同一分钟里，给所有人看的原价是否一样？',
    'Is the list price of a product the same for everybody in one minute, at one shop, channel and region?',
  ),
  advice: text(
    '比较列出的时刻里看到不同原价的人。只有恰好在这一分钟里调价，才可能正当。',
    'Compare the people who saw different list prices at the moments named. Only a change of price within that very minute would be innocent.',
  ),
  clauses: clausesOf('list-price'),
  families: ['quote'],
  needs: [],
  method: 'invariant',
  relation: `SELECT item, shop, channel, region, minute, day, least = most AS one FROM (
  SELECT any(quotes.item) AS item, any(quotes.shop) AS shop, any(quotes.channel) AS channel, any(quotes.region) AS region,
    any(toStartOfMinute(quotes.time)) AS minute, any(quotes.day) AS day, min(list_price) AS least, max(list_price) AS most,
    min(cityHash64(user)) != max(cityHash64(user)) AS several
  FROM {{quote}} AS quotes
  WHERE ${moment('quotes')} IN (SELECT ${moment('every_quote')} AS moment FROM {{quote}} AS every_quote GROUP BY moment HAVING count() > 1)
  GROUP BY ${moment('quotes')}
) AS moments WHERE several`,
  parts: { row: "concat(item, ' ', shop, ' ', channel, ' ', region, ' ', toString(minute))", must: 'one' },
  parameters: [
    {
      name: 'tolerance',
      value: 0.002,
      meaning: text(
        '允许不一致的时刻的份额（恰在这一分钟里调价）。',
        'The share of moments that may differ, because the price changed within the minute.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { tolerance: '{{parameter.tolerance}}' },
  day: 'day',
  examples,
});
