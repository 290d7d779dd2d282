import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

/** The first time that a person said so of a topic. */
const sayings = `SELECT provider, user, topic, min(time) AS said
FROM {{engagement}} AS every_act
WHERE action = 'not-interested' AND topic != ''
GROUP BY provider, user, topic`;

export const negativeFeedback = defineCheck({
  id: 'negative-feedback',
  version: 1,
  status: 'live',
  title: text('“不感兴趣”的效果', 'Effect of "not interested"'),
  question: text(
    '有人表示对一个话题不感兴趣之后，向其推荐的这一话题是否明显变少？',
    'After people said that a topic does not interest them, do they get visibly less of it?',
  ),
  advice: text(
    '对每个人的每个话题，比较表示之后与之前各七天内该话题在个性化展示中的占比。“明显变少”没有公布的数值：缺省要求降到原来的一半以下，比值以“原占比的一半”为 1。只在少数人身上失效，可用 by 或列出的配对去找版本或版面；全都失效，多半是反馈没有进入召回。一个话题在此期间成为全站热点，也会让占比回升。',
    'For each person and topic the topic’s share of personalised exposures in the seven days after the saying is compared with that in the seven days before. No source says what visibly less is: by default it must fall to half, and the ratio is 1 at half of the earlier share. Where it fails for some people, look for a release or a page position in the matches named; where it fails for all, feedback does not reach retrieval. A topic that everybody talks about in those days may also come back.',
  ),
  clauses: clausesOf('negative-feedback'),
  checklist: [5],
  families: ['engagement', 'exposure'],
  needs: ['engagement.topic', 'exposure.topic'],
  method: 'rate-gap',
  relation: `SELECT concat(user, ' ', about) AS matched, user,
  if(is_after, 'after', 'allowed') AS side, ofTopic AS shown, if(is_after, seen, seen * {{parameter.factor}}) AS of_all
FROM (
  SELECT saying.provider AS provider, saying.user AS user, saying.topic AS about, shown.time > saying.said AS is_after,
    countIf(shown.topic = saying.topic) AS ofTopic, count() AS seen
  FROM (
    SELECT provider, user, topic, time FROM {{exposure.history}} AS every_exposure
    WHERE personalised AND user IN (SELECT user FROM {{engagement}} AS who_said WHERE action = 'not-interested')
  ) AS shown
  JOIN (${sayings}) AS saying ON shown.provider = saying.provider AND shown.user = saying.user
  WHERE abs(dateDiff('millisecond', saying.said, shown.time)) <= 604800000
  GROUP BY saying.provider, saying.user, saying.topic, is_after
) AS counted`,
  fewRows: true,
  parts: { group: 'side', outcome: 'shown', trials: 'of_all', match: 'matched', cluster: 'user' },
  compare: ['after', 'allowed'],
  parameters: [
    {
      name: 'factor',
      value: 2,
      meaning: text(
        '占比至少应降到原来的几分之一（整数）。',
        'To one part in how many of what it was the share must fall at least (a whole number).',
      ),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 0.1,
      meaning: text('超出多大比例才算数。', 'By what share it must be exceeded to matter.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {
    measure: 'ratio',
    reference: 'allowed',
    adverse: 'high',
    materiality: '{{parameter.materiality}}',
  },
  history: 7,
  examples,
});
