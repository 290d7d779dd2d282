import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { enough } from '../common/enough.ts';
import { examples } from './examples.ts';

export const rankInversions = defineCheck({
  id: 'rank-inversions',
  version: 1,
  status: 'live',
  title: text('排名与得分不符', 'Rank against declared score'),
  question: text(
    '排在前面的内容，得分是否真的比后面的高？',
    'Do the things that stand in front really have the higher scores?',
  ),
  advice: text(
    '查看列出的请求：名次是谁在打分之后改的？人工改动应有干预记录（有记录的位置不计），打散、去重应当在打分里体现或另行说明。',
    'Look at the requests named: who changed the ranks after scoring? A human hand leaves an intervention on record (such places are not counted); dispersal belongs into the score or must be explained.',
  ),
  clauses: clausesOf('rank-inversions'),
  families: ['exposure'],
  needs: ['exposure.score'],
  method: 'inversions',
  relation: `SELECT request, position, score, user, algorithm, day
FROM {{exposure}} AS shown WHERE isNotNull(score) AND intervention = '' AND {{part.user}}`,
  parts: { request: 'request', rank: 'position', score: 'score', cluster: 'user' },
  by: ['algorithm'],
  parameters: [
    enough(1_000_000),
    {
      name: 'materiality',
      value: 0.002,
      meaning: text(
        '前后相邻的两项中得分颠倒的份额，超过多少算有问题。',
        'The share of neighbouring pairs in which the lower score may stand in front.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { pairs: 'adjacent', materiality: '{{parameter.materiality}}' },
  day: 'day',
  examples,
});
