import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const deliveryOutcomes = defineCheck({
  id: 'delivery-outcomes',
  version: 1,
  status: 'live',
  title: text('算法升级前后超时与事故', 'Lateness and accidents by release'),
  question: text(
    '换了算法版本之后，超时是不是更多了？',
    'Are orders late more often under one release of the algorithm than under others?',
  ),
  advice: text(
    '更常超时的版本，先退回再查原因；也要看看事故是否增加。',
    'Take back a release that makes people late, then look for the cause; see whether accidents rose too.',
  ),
  clauses: clausesOf('delivery-outcomes'),
  families: ['dispatch'],
  needs: ['dispatch.release', 'dispatch.taken', 'dispatch.promised'],
  method: 'rate-gap',
  relation: `SELECT worker, toString(release) AS version, taken > promised AS late, day,
  toString(weather) AS conditions, toHour(time, 'Asia/Shanghai') AS hour
FROM {{dispatch}} AS orders WHERE release != '' AND isNotNull(taken) AND isNotNull(promised)`,
  parts: { group: 'version', outcome: 'late', cluster: 'worker' },
  strata: ['conditions', 'hour'],
  parameters: [
    {
      name: 'materiality',
      value: 0.02,
      meaning: text(
        '超时率相差不到多少算不上变化。',
        'How small a difference in the share of late orders does not matter.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { measure: 'difference', materiality: '{{parameter.materiality}}' },
  examples,
});
