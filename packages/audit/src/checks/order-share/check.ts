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
    '同一区域、同一天，各类劳动者每人每小时得到的订单是否一样多？',
    'In one zone on one day, do workers of different groups get as many orders an hour?',
  ),
  advice: text(
    '区分主动少接与系统少派：核对在线时长和拒单；系统少派的，查明哪条规则所致。',
    'Tell taking fewer from being given fewer: look at time on line and refusals. Where the system gives fewer, find the rule.',
  ),
  clauses: clausesOf('order-share'),
  families: ['dispatch'],
  needs: ['dispatch.worker_group'],
  method: 'value-gap',
  relation: `SELECT worker, kind, given, cityHash64(zone, day, hour) AS alike FROM (
  SELECT worker, toString(worker_group) AS kind, zone, day, toHour(time, 'Asia/Shanghai') AS hour, count() AS given
  FROM {{dispatch}} AS orders WHERE worker_group != '' GROUP BY worker, kind, zone, day, hour
) AS hours`,
  parts: { group: 'kind', value: 'given', match: 'alike', cluster: 'worker' },
  parameters: [
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
