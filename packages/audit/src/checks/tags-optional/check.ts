import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const tagsOptional = defineCheck({
  id: 'tags-optional',
  version: 1,
  status: 'live',
  title: text('兴趣选择可以跳过', 'Choice of interests can be skipped'),
  question: text(
    '被展示兴趣选择页的人里，是否有人能跳过它？若几乎没有人跳过，它多半跳不过去。',
    'Of the people who were shown the page that asks for interests, does anybody get past it without choosing? Where hardly anybody does, it can hardly be skipped.',
  ),
  advice: text(
    '日志只看得到有没有人跳过，看不到按钮在不在：请亲自打开该页，看跳过的入口是否醒目，不选能否继续。也可能是跳过没有写入日志（tag-page-skipped）。每人只算一次。',
    'A log shows whether people skip, not whether there is a button: open the page and see whether the way past it stands out and works. Perhaps skipping is not logged (tag-page-skipped). Each person counts once.',
  ),
  clauses: clausesOf('tags-optional'),
  checklist: [1],
  families: ['control'],
  needs: [],
  method: 'invariant',
  relation: `SELECT user, countIf(action = 'tag-page-skipped') > 0 AS skipped
FROM {{control}} AS every_choice
WHERE action IN ('tag-page-shown', 'tag-page-skipped')
GROUP BY provider, user
HAVING countIf(action = 'tag-page-shown') > 0`,
  parts: { row: 'user', must: 'skipped' },
  parameters: [
    {
      name: 'unskipped',
      value: 0.99,
      meaning: text(
        '至多多大比例的人可以没有跳过；再高就说明跳不过去。',
        'The share of people who may go without skipping; beyond it the page cannot be skipped.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { tolerance: '{{parameter.unskipped}}' },
  examples,
});
