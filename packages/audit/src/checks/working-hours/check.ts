import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const workingHours = defineCheck({
  id: 'working-hours',
  version: 1,
  status: 'live',
  title: text('超时工作', 'Hours over the limit'),
  question: text(
    '有没有劳动者一天接单的时间超过上限？',
    'Did any worker take orders for longer than the limit in one day?',
  ),
  advice: text(
    '到时间就停止派单，并提醒休息；查看列出的人为什么被多派。',
    'Stop giving orders at the limit and remind people to rest; find out why those named got more.',
  ),
  clauses: clausesOf('working-hours'),
  families: ['dispatch'],
  needs: ['dispatch.taken'],
  method: 'invariant',
  relation: `SELECT worker, day, quarters <= {{parameter.hours}} * 4 AS within FROM (
  SELECT worker, day, length(arrayDistinct(arrayFlatten(groupArray(
    range(intDiv(toUnixTimestamp64Milli(time), 900000), intDiv(toUnixTimestamp64Milli(time) + taken * 1000, 900000) + 1)
  )))) AS quarters
  FROM (SELECT worker, day, time, least(assumeNotNull(taken), 86400) AS taken FROM {{dispatch}} AS every_order WHERE isNotNull(taken)) AS orders
  GROUP BY worker, day
) AS days`,
  parts: { row: "concat(worker, ' ', toString(day))", must: 'within' },
  parameters: [
    {
      name: 'hours',
      value: 12,
      meaning: text(
        '一天接单的小时数上限，按有订单在身的刻钟计。',
        'The most hours of orders in a day, counted in quarters of an hour with an order under way.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {},
  day: 'day',
  examples,
});
