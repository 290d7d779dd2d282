import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const engagementBursts = defineCheck({
  id: 'engagement-bursts',
  version: 1,
  status: 'live',
  title: text('互动量突增', 'Bursts of engagement'),
  question: text(
    '有没有内容在很短时间里涌来大量点赞、评论、转发，而且出自为数不多的账号？',
    'Did likes, comments or reposts rush upon one thing within minutes, and from few accounts?',
  ),
  advice: text(
    '核查列出的时段和账号。真正的热点来自许多不同的人，另行列出，不算失败；几个人在评论里一来一往，也会显得密集。',
    'Look into the windows and accounts named. A real event comes from many different people; such ones are listed apart and fail nothing. A few people talking to each other in the comments may look crowded too.',
  ),
  clauses: clausesOf('engagement-bursts'),
  families: ['engagement'],
  needs: ['engagement.object'],
  method: 'burst',
  relation: `SELECT user, time, act,
  if(object IN (
    SELECT object FROM {{engagement}} AS every_act WHERE action IN ('like', 'comment', 'repost') AND object != ''
    GROUP BY object HAVING uniqExact(day) >= {{parameter.days}}
  ), object, concat('(little known: ', topic, ')')) AS target
FROM (
  SELECT user, object, toString(topic) AS topic, time, toString(action) AS act FROM {{engagement}} AS shown_acts
  WHERE action IN ('like', 'comment', 'repost') AND object != '' AND NOT ifNull(flagged, false)
) AS acts`,
  fewRows: true,
  parts: { object: 'target', time: 'time', account: 'user' },
  by: ['act'],
  parameters: [
    {
      name: 'window',
      value: 600000,
      meaning: text('以多少毫秒为一个时段。', 'How many milliseconds a window lasts.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'days',
      value: 10,
      meaning: text(
        '在多少个不同的日子有过互动，才以它自己平常的量作比；不到的，同一话题合在一起比。',
        'On how many different days a thing must have been acted upon to be compared with itself; those with fewer are taken together by topic.',
      ),
      source: { kind: 'policy default' },
    },
    {
      name: 'atLeast',
      value: 30,
      meaning: text('一个时段内多少次起才算。', 'How many acts in a window make a burst at least.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'perAccount',
      value: 2,
      meaning: text(
        '平均每个账号几次以上算出自少数账号。',
        'From how many acts for each account on a burst comes from few.',
      ),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 4,
      meaning: text(
        '超出平常几倍算突增（4 即平常的五倍）。',
        'How many times the usual level on top of it make a burst.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {
    window: '{{parameter.window}}',
    atLeast: '{{parameter.atLeast}}',
    history: 0,
    perAccount: '{{parameter.perAccount}}',
    materiality: '{{parameter.materiality}}',
    baseline: 'own',
  },
  examples,
});
