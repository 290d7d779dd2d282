import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { enough } from '../common/enough.ts';
import { examples } from './examples.ts';

export const repetition = defineCheck({
  id: 'repetition',
  version: 1,
  status: 'live',
  title: text('作者与话题重复', 'Repeated authors and topics'),
  question: text(
    '一屏之内是否接连出现同一作者或同一话题？',
    'Does one author, or one topic, fill most of a stretch of a slate?',
  ),
  advice: text(
    '看看打散规则是否生效。人自己点开的作者主页、专题页不该记为推荐展示。',
    "See whether dispersal is at work. An author's own page, or a page about one topic, that a person opened is no recommendation and does not belong into this log.",
  ),
  clauses: clausesOf('repetition'),
  families: ['exposure'],
  needs: ['exposure.author', 'exposure.topic'],
  method: 'spread',
  relation: `SELECT user, request, position, repeated, same_key, day
FROM (
  SELECT user, request, position, toString(author) AS author_key, toString(topic) AS topic_key, day
  FROM {{exposure}} AS shown WHERE technique != 'search' AND {{part.user}}
) AS slots
ARRAY JOIN ['author', 'topic'] AS repeated, [author_key, topic_key] AS same_key`,
  parts: { user: 'user', request: 'request', rank: 'position', key: 'same_key' },
  by: ['repeated'],
  parameters: [
    enough(1_000_000),
    {
      name: 'window',
      value: 5,
      meaning: text('接连几个位置放在一起看。', 'How many places in a row are looked at together.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'atMost',
      value: 3,
      meaning: text('其中同一作者或话题最多几个。', 'How many of them one author or topic may fill.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 0.005,
      meaning: text('有这种重复的屏所占的份额，超过多少算有问题。', 'The share of slates that may repeat so.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {
    window: '{{parameter.window}}',
    atMost: '{{parameter.atMost}}',
    unit: 'slates',
    materiality: '{{parameter.materiality}}',
  },
  day: 'day',
  examples,
});
