import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const workerPay = defineCheck({
  id: 'worker-pay',
  version: 1,
  status: 'live',
  title: text('时薪与派单差异', 'Pay per hour and share of orders'),
  question: text(
    '同一区域、同一钟点、同样的天气和路程，各类劳动者每小时挣得是否一样多？',
    'In one zone, at one hour, in the same weather and over the same way, do groups of workers earn as much per hour?',
  ),
  advice: text(
    '若差别来自另外发放的底薪或补贴，把它记进报酬明细再比；否则查明哪条规则压低了报酬。',
    'If a base salary or allowance is paid apart, log it as a line and compare again; otherwise find the rule that lowers the pay.',
  ),
  clauses: clausesOf('worker-pay'),
  families: ['dispatch'],
  needs: ['dispatch.worker_group', 'dispatch.pay', 'dispatch.taken'],
  method: 'value-gap',
  relation: `SELECT worker, toString(worker_group) AS kind, pay * 3600 / taken AS per_hour, day,
  cityHash64(zone, weather, toHour(time, 'Asia/Shanghai'), intDiv(ifNull(distance, 0), {{parameter.distanceBand}})) AS alike
FROM {{dispatch}} AS orders WHERE worker_group != '' AND isNotNull(pay) AND taken > 0`,
  fewRows: true,
  parts: { group: 'kind', value: 'per_hour', match: 'alike', cluster: 'worker' },
  parameters: [
    {
      name: 'distanceBand',
      value: 1000,
      meaning: text('相差不到多少米的路程算一样远。', 'Ways that differ by less than this many metres count as alike.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 0.05,
      meaning: text('相差不到多少算不上差别（相对于参照）。', 'How small a relative difference does not matter.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { measure: 'relative', materiality: '{{parameter.materiality}}', medians: false },
  examples,
});
