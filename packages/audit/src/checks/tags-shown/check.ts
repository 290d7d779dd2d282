import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { localTime } from '../common/sessions.ts';
import { examples } from './examples.ts';

const views = `SELECT provider, user, time AS viewed, groupUniqArrayArray(tags) AS shown
FROM {{control}} AS every_view
WHERE action = 'tags-viewed'
GROUP BY provider, user, time`;

const uses = `SELECT provider, user, time AS used_at, tag
FROM {{exposure.history}} AS every_exposure
ARRAY JOIN tags AS tag
WHERE user IN (SELECT user FROM {{control}} AS viewers WHERE action = 'tags-viewed')`;

/** The last deletion of a tag; one after the last use explains why the tag is not shown. */
const deletions = `SELECT provider, user, tag, max(time) AS deleted
FROM {{control.history}} AS every_deletion
WHERE action = 'tag-deleted'
GROUP BY provider, user, tag`;

export const tagsShown = defineCheck({
  id: 'tags-shown',
  version: 1,
  status: 'live',
  title: text('展示的标签与使用的标签一致', 'Tags shown are the tags used'),
  question: text(
    '有人查看自己的标签时，此前用来向其推荐的标签是否全部展示了出来？',
    'When people looked at their tags, were all tags shown to them that had been used to recommend to them?',
  ),
  advice: text(
    '列出的是每次查看时缺少的标签。常见原因：内部标签不在展示名单里，或展示页与推荐读取的是两份画像。查看之前本人已删除的标签不要求展示。查看记录没有写明展示了哪些标签的，无法判断。',
    'The tags that were missing are named for each view. Often internal tags are kept off the page, or page and recommender read two profiles. Tags that the person had deleted before looking need not be shown. Where the record of a view does not say which tags were shown, nobody can tell.',
  ),
  clauses: clausesOf('tags-shown'),
  checklist: [2],
  families: ['control', 'exposure'],
  needs: ['control.tags', 'exposure.tags'],
  method: 'invariant',
  relation: `SELECT user, viewed, arraySort(groupUniqArrayIf(toString(tag), NOT has(shown, tag) AND deleted < last_used)) AS missing,
  if(empty(shown), NULL, empty(missing)) AS kept
FROM (
  SELECT looked.provider AS provider, looked.user AS user, looked.viewed AS viewed, looked.shown AS shown, used.tag AS tag,
    max(used.used_at) AS last_used
  FROM (${uses}) AS used
  JOIN (${views}) AS looked ON used.provider = looked.provider AND used.user = looked.user
  WHERE used.used_at <= looked.viewed AND dateDiff('second', used.used_at, looked.viewed) < {{parameter.hours}} * 3600
  GROUP BY looked.provider, looked.user, looked.viewed, looked.shown, used.tag
) AS recent
LEFT JOIN (${deletions}) AS gone ON recent.provider = gone.provider AND recent.user = gone.user AND recent.tag = gone.tag
GROUP BY provider, user, viewed, shown`,
  parts: { row: `concat(user, ' ', ${localTime('viewed')}, ' ', arrayStringConcat(missing, ','))`, must: 'kept' },
  parameters: [
    {
      name: 'hours',
      value: 24,
      meaning: text(
        '查看之前多少小时内使用的标签应当展示（至多 24）。',
        'Tags used within so many hours before the view must be shown (24 at most).',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {},
  history: 1,
  examples,
});
