import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const chartRecompute = defineCheck({
  id: 'chart-recompute',
  version: 1,
  status: 'live',
  title: text('榜单热度可复算', 'Chart heat can be recomputed'),
  question: text(
    '公布的热度，能否由日志里的各项数值和权重算出来？',
    'Can the published heat be computed from the inputs and weights in the log?',
  ),
  advice: text(
    '查明列出的条目热度为何不同：人工改过就要有干预记录，算法改过就要有版本和公示。',
    'Find out why the heat of the entries named differs: a human hand needs its intervention on record, a changed formula its version and publication.',
  ),
  clauses: clausesOf('chart-recompute'),
  families: ['chart'],
  needs: ['chart.heat', 'chart.input_values', 'chart.input_weights'],
  method: 'recompute',
  relation: `SELECT list, entry, time, day, heat, if(empty(input_values) OR length(input_values) != length(input_weights), NULL, arraySum(arrayMap((value, weight) -> value * weight, input_values, input_weights))) AS computed
FROM {{chart}} AS entries WHERE isNotNull(heat) AND NOT ifNull(pinned, false) AND NOT ifNull(commercial, false)`,
  parts: { shown: 'heat', computed: 'computed', row: "concat(toString(list), ' ', entry, ' ', toString(time))" },
  parameters: [
    {
      name: 'relative',
      value: 0.001,
      meaning: text(
        '热度与复算值可以相差的比例（取整）。',
        'By how much the heat may differ from what is computed (rounding).',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { tolerance: { absolute: 1, relative: '{{parameter.relative}}' } },
  day: 'day',
  examples,
});
