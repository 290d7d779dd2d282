import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { enough } from '../common/enough.ts';
import { examples } from './examples.ts';

export const selfPreference = defineCheck({
  id: 'self-preference',
  version: 1,
  status: 'live',
  title: text('自我优待', 'Self-preference'),
  question: text(
    '平台自己的内容占靠前位置的份额，是否超过它们在候选中的份额？',
    "Do the provider's own items hold more of the top places than their share of the candidates?",
  ),
  advice: text(
    '看看自家内容的得分是怎么来的：若因质量更好，应能用别家内容同样适用的打分规则说明；有干预记录的位置不计。',
    'Find out what raised the own items: if it is their quality, the same scoring rule must explain it for the items of others too. Places filled by an intervention on record are not counted.',
  ),
  clauses: clausesOf('self-preference'),
  families: ['exposure'],
  needs: ['exposure.own', 'exposure.own_candidates', 'exposure.candidates'],
  method: 'rank-share',
  relation: `SELECT request, position, if(own, 'own', 'other') AS owner, own_candidates, candidates, user, algorithm, day
FROM {{exposure}} AS shown
WHERE position <= {{parameter.top}} AND intervention = '' AND isNotNull(own) AND own_candidates <= candidates AND {{part.user}}`,
  parts: {
    request: 'request',
    group: 'owner',
    rank: 'position',
    baseline: 'own_candidates',
    candidates: 'candidates',
    cluster: 'user',
  },
  compare: ['own'],
  by: ['algorithm'],
  parameters: [
    enough(1_000_000),
    {
      name: 'top',
      value: 3,
      meaning: text('前几名算靠前的位置。', 'How many places from the first count as the top.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 0.03,
      meaning: text(
        '自家内容的份额比候选中的份额高出多少算优待（份额之差）。',
        'By how much the share of own items may exceed their share of the candidates (a difference of shares).',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {
    top: '{{parameter.top}}',
    measure: 'difference',
    direction: 'above',
    materiality: '{{parameter.materiality}}',
  },
  day: 'day',
  examples,
});
