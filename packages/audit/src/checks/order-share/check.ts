import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const orderShare = defineCheck({
  id: 'order-share',
  version: 1,
  status: 'live',
  title: text('派单份额', 'Share of orders'),
  question: text(
    '同一区域、同一天，各类劳动者当班时每小时得到的订单是否一样多？',
    'In one zone on one day, do workers of different groups on shift get as many orders an hour?',
  ),
  advice: text(
    '区分主动少接与系统少派：核对在线时长和拒单；系统少派的，查明哪条规则所致。',
    'Tell taking fewer from being given fewer: look at time on line and refusals. Where the system gives fewer, find the rule.',
  ),
  clauses: clausesOf('order-share'),
  families: ['dispatch'],
  needs: ['dispatch.worker_group'],
  method: 'value-gap',
  relation: `SELECT worker, kind, hourly, cityHash64(zone, day) AS alike FROM (
  SELECT worker, day, toString(max(worker_group)) AS kind, min((time, zone)).2 AS zone,
    (count() - 1) * 3600000 / (toUnixTimestamp64Milli(max(time)) - toUnixTimestamp64Milli(min(time))) AS hourly,
    count() AS orders
  FROM {{dispatch}} AS given WHERE worker_group != '' GROUP BY worker, day
) AS shifts WHERE orders >= {{parameter.atLeast}} AND isFinite(hourly)`,
  fewRows: true,
  parts: { group: 'kind', value: 'hourly', match: 'alike', cluster: 'worker' },
  parameters: [
    {
      name: 'atLeast',
      value: 4,
      meaning: text(
        '一天至少几单才算当班；每小时的单数从第一单算到最后一单。',
        'From how many orders a day counts as a shift; orders an hour are counted from the first to the last.',
      ),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 0.1,
      meaning: text('相差不到多少算不上差别（相对于参照）。', 'How small a relative difference does not matter.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { measure: 'relative', materiality: '{{parameter.materiality}}', medians: false },
  examples,
});
