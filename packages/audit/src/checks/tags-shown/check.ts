import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { localTime } from '../common/sessions.ts';
import { examples } from './examples.ts';

/** Numbers stand for people, and for a view, which is a person at a moment. */
const views = `SELECT cityHash64(provider, user) AS person, cityHash64(provider, user, time) AS view, any(user) AS viewer, any(time) AS viewed,
  groupUniqArrayArray(tags) AS shown
FROM {{control}} AS every_view
WHERE action = 'tags-viewed'
GROUP BY person, view`;

const uses = `SELECT cityHash64(provider, user) AS person, time AS used_at, tags
FROM {{exposure.history}} AS every_exposure
WHERE notEmpty(tags) AND user IN (SELECT user FROM {{control}} AS viewers WHERE action = 'tags-viewed')`;

/** The last deletion of a tag; one after the last use explains why the tag is not shown. */
const deletions = `SELECT cityHash64(provider, user) AS person, toString(tag) AS tag, max(time) AS deleted
FROM {{control.history}} AS every_deletion
WHERE action = 'tag-deleted'
GROUP BY person, tag`;

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
  relation: `SELECT any(seen.viewer) AS user, any(seen.viewed) AS viewed, any(seen.shown) AS shown_tags,
  arraySort(groupUniqArrayIf(recent.tag, NOT has(seen.shown, recent.tag) AND gone.deleted < recent.last_used)) AS missing,
  if(empty(shown_tags), NULL, empty(missing)) AS kept
FROM (
  SELECT view, person, toString(used_tag) AS tag, max(used_at) AS last_used
  FROM (
    SELECT looked.view AS view, used.person AS person, used.tags AS used_tags, used.used_at AS used_at
    FROM (${uses}) AS used
    JOIN (${views}) AS looked ON used.person = looked.person
    WHERE used.used_at <= looked.viewed AND dateDiff('second', used.used_at, looked.viewed) < {{parameter.hours}} * 3600
  ) AS used_before
  ARRAY JOIN used_tags AS used_tag
  GROUP BY view, person, tag
) AS recent
JOIN (${views}) AS seen ON recent.view = seen.view
LEFT JOIN (${deletions}) AS gone ON recent.person = gone.person AND recent.tag = gone.tag
GROUP BY recent.view`,
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
