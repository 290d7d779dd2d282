import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { enough } from '../common/enough.ts';
import { examples } from './examples.ts';

export const slateDuplicates = defineCheck({
  id: 'slate-duplicates',
  version: 1,
  status: 'live',
  title: text('同屏重复内容', 'Duplicates in a slate'),
  question: text(
    '一屏之内有没有重复或近乎重复的内容？',
    'Did one slate show the same thing, or nearly the same, more than once?',
  ),
  advice: text(
    '查看列出的请求：去重是没有做，还是被后来的步骤（置顶、广告、补位）绕过？',
    'Look at the requests named: was de-duplication left out, or undone by a later step such as pinning or filling up?',
  ),
  clauses: clausesOf('slate-duplicates'),
  families: ['exposure'],
  needs: [],
  method: 'spread',
  relation: `SELECT user, request, position, surface, if(cluster = '', concat('item ', item), concat('cluster ', cluster)) AS same, day
FROM {{exposure}} AS shown WHERE {{part.user}}`,
  parts: { user: 'user', request: 'request', rank: 'position', key: 'same' },
  by: ['surface'],
  parameters: [
    enough(1_000_000),
    {
      name: 'materiality',
      value: 0.005,
      meaning: text('有重复的屏所占的份额，超过多少算有问题。', 'The share of slates that may hold a duplicate.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { atMost: 1, unit: 'slates', materiality: '{{parameter.materiality}}' },
  day: 'day',
  examples,
});
