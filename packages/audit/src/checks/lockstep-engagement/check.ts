import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const lockstepEngagement = defineCheck({
  id: 'lockstep-engagement',
  version: 1,
  status: 'live',
  title: text('账号协同行为', 'Accounts acting in lockstep'),
  question: text(
    '有没有一批账号，总在几乎同一时刻对同样的内容点赞、评论、转发？',
    'Are there accounts that like, comment on or repost the same things at nearly the same moments, again and again?',
  ),
  advice: text(
    '核查列出的账号：设备、登记时间、持有人是否相近。一时的热点会让许多人同时点赞，但不会让同样的两个人一次次同时出现。',
    'Look into the accounts named: do device, registration and holder agree? A great event makes many people like one thing at once; it does not bring the same two together time after time.',
  ),
  clauses: clausesOf('lockstep-engagement'),
  families: ['engagement'],
  needs: ['engagement.object'],
  method: 'lockstep',
  relation: `SELECT user, object, time FROM {{engagement}} AS acts
WHERE action IN ('like', 'comment', 'repost', 'follow') AND object != '' AND NOT ifNull(flagged, false)`,
  parts: { account: 'user', object: 'object', time: 'time' },
  parameters: [
    {
      name: 'window',
      value: 60000,
      meaning: text('相隔不超过多少毫秒算同时。', 'How many milliseconds apart counts as at the same moment.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'together',
      value: 5,
      meaning: text('两个账号至少要在几个对象上同时出现。', 'On how many objects two accounts must have met.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'accounts',
      value: 10,
      meaning: text('多少个账号以内还不算问题。', 'How many accounts in lockstep do not matter yet.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {
    window: '{{parameter.window}}',
    together: '{{parameter.together}}',
    materiality: '{{parameter.accounts}}',
  },
  examples,
});
