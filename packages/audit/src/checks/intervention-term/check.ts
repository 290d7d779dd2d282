import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const interventionTerm = defineCheck({
  id: 'intervention-term',
  version: 1,
  status: 'live',
  title: text('人工干预到期即止', 'Interventions end with their term'),
  question: text(
    '由人工干预放上去的内容，到期后是否还在？有没有查不到记录的干预？',
    'Is anything that was placed by hand still there after its term? Is there a placement without a record?',
  ),
  advice: text(
    '到期的干预要么撤下，要么由责任人写明理由后续期。',
    'Take down what has outlived its term, or let its owner extend it with a reason.',
  ),
  clauses: clausesOf('intervention-term'),
  families: ['intervention', 'exposure'],
  needs: ['exposure.intervention'],
  method: 'invariant',
  relation: `SELECT shown.request AS request, shown.position AS position, shown.intervention AS intervention, shown.day AS day,
  acts.known = 1 AS known, ifNull(toUnixTimestamp64Milli(shown.time) - acts.ends, -1) AS since
FROM (SELECT request, position, intervention, time, day FROM {{exposure}} AS all_shown WHERE intervention != '') AS shown
LEFT JOIN (
  SELECT intervention, toUInt8(1) AS known, max(ends) AS ends FROM {{intervention.history}} AS every_act GROUP BY intervention
) AS acts ON shown.intervention = acts.intervention`,
  parts: {
    row: "concat(intervention, ' ', request, '#', toString(position))",
    must: 'known AND since <= 0',
    elapsed: 'if(known, since, -1)',
  },
  parameters: [
    {
      name: 'grace',
      value: 10000,
      meaning: text(
        '到期之后多少毫秒内的展示算在途中。',
        'For how many milliseconds after its end an exposure counts as under way.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { grace: '{{parameter.grace}}' },
  history: 'all',
  examples,
});
