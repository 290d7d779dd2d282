import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const entry = (more: object = {}) => ({
  algorithm: 'hot-chart',
  list: 'hot-search',
  input_kinds: ['search', 'discussion'],
  input_values: [1000, 10],
  input_weights: [1, 3.5],
  heat: 1035,
  ...more,
});
const published = { algorithm: 'hot-chart', chart_factors: ['search', 'discussion'] };

export const examples: readonly CheckExample[] = [
  {
    title: text('算热度的因素都公布过', 'every factor is published'),
    records: {
      declaration: [published],
      chart: [entry(), entry({ input_kinds: ['search'], input_values: [1035], input_weights: [1] })],
    },
    verdict: 'pass',
  },
  {
    title: text('多用了一个没有公布的因素', 'one factor was never published'),
    records: {
      declaration: [published],
      chart: [
        entry(),
        entry({ input_kinds: ['search', 'promotion'], input_values: [1000, 35], input_weights: [1, 1] }),
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('公布的是另一个榜单算法的规则', 'the published rules are those of another algorithm'),
    records: {
      declaration: [published, { algorithm: 'rising', chart_factors: ['search'] }],
      chart: [entry({ algorithm: 'rising', list: 'rising' })],
    },
    verdict: 'fail',
  },
  {
    title: text('没有公布过规则', 'no rules were published'),
    records: { chart: [entry()] },
    verdict: 'not-applicable',
  },
];
