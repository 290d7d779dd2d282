import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const workerPenalties = defineCheck({
  id: 'worker-penalties',
  version: 1,
  status: 'live',
  title: text('按原因统计处罚', 'Penalties by cause'),
  question: text(
    '有没有因为天气、交通管制这类不由劳动者决定的原因而罚款？',
    "Was anybody penalised for what is nobody's fault: weather, traffic control, a late shop?",
  ),
  advice: text('退还列出的罚款，并把这类原因列入免责。', 'Give back the penalties named, and make such causes exempt.'),
  clauses: clausesOf('worker-penalties'),
  families: ['dispatch'],
  needs: ['dispatch.penalty'],
  method: 'invariant',
  relation: `SELECT \`order\`, toString(penalty_cause) AS cause, day, penalty_cause != '' AND NOT has({{parameter.exempt}}, toString(penalty_cause)) AS fair FROM {{dispatch}} AS orders WHERE penalty > 0`,
  parts: { row: "concat(`order`, ' ', cause)", must: 'fair' },
  parameters: [
    {
      name: 'exempt',
      value: ['weather', 'traffic-control', 'accident', 'shop', 'system'],
      meaning: text('不得因此罚款的原因。', 'Causes for which nobody may be penalised.'),
      source: { kind: 'clause', clause: 'checklist/14' },
    },
  ],
  methodParameters: {},
  day: 'day',
  examples,
});
