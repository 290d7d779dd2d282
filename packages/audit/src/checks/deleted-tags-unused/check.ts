import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { person } from '../common/switch-changes.ts';
import { examples } from './examples.ts';

const whoDeleted =
  "SELECT user FROM {{control.history}} AS ever_deleted WHERE action = 'tag-deleted' AND {{met.exposure.user}}";

/** When a tag of a person went away or came back; saying it again changes nothing, and of two at one instant the deletion counts. */
const changes = `SELECT person, tag, changed, gone
FROM (
  SELECT person, tag, changed, gone,
    lagInFrame(gone, 1, 0) OVER (PARTITION BY person, tag ORDER BY changed ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS was_gone
  FROM (
    SELECT ${person}, tag, time AS changed, max(toUInt8(action = 'tag-deleted')) AS gone
    FROM {{control.history}} AS said
    WHERE action IN ('tag-deleted', 'tag-added') AND tag != '' AND user IN (${whoDeleted})
    GROUP BY person, tag, time
  ) AS moments
) AS told
WHERE gone != was_gone`;

/** After each change: the tags that are away, each with since when. */
const standings = `SELECT DISTINCT person, changed,
  arraySort(arrayMap(one -> (one.1, one.2), arrayFilter(one -> one.3 = 1 AND NOT arrayExists(other -> other.1 = one.1 AND other.2 > one.2, story), story))) AS away,
  arrayMap(one -> one.1, away) AS away_tags
FROM (
  SELECT person, changed,
    groupArray((toString(tag), changed, gone)) OVER (PARTITION BY person ORDER BY changed RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS story
  FROM (${changes}) AS all_changes
) AS stories`;

export const deletedTagsUnused = defineCheck({
  id: 'deleted-tags-unused',
  version: 1,
  status: 'live',
  title: text('标签删除后不再使用', 'Deleted tags are not used'),
  question: text(
    '有人删掉一个标签之后，是否还用它来推荐？删除要多久才生效？',
    'After a person deleted a tag, was it still used to recommend? How long did it take to stop?',
  ),
  advice: text(
    '查看列出的展示（写明是谁、哪个标签、删除后第几秒）。违反集中在最初几分钟，多半是画像刷新迟缓；一直都有，则标签被系统重新推断出来却没有对照删除记录。本人重新添加的标签可以使用。',
    'Look at the exposures named: who, which tag, how many seconds after it was deleted. In the first minutes only, the profile is refreshed slowly; all the time, the tag is inferred anew without regard to the deletion. A tag that the person added again may be used.',
  ),
  clauses: clausesOf('deleted-tags-unused'),
  checklist: [3],
  families: ['control', 'exposure'],
  needs: ['control.tag', 'exposure.tags'],
  method: 'invariant',
  relation: `SELECT request, position, user, algorithm, day, hasAny(tags, away_tags) AS again,
  if(again, arraySort(arrayFilter(one -> has(tags, one.1), away)), []) AS used,
  if(again, arrayMax(arrayMap(one -> dateDiff('millisecond', one.2, shown_at), used)), -1) AS since
FROM (
  SELECT shown.request AS request, shown.position AS position, shown.user AS user, shown.algorithm AS algorithm, shown.day AS day,
    shown.tags AS tags, shown.time AS shown_at, standing.away AS away, standing.away_tags AS away_tags
  FROM (
    SELECT ${person}, user, request, position, algorithm, time, day, tags FROM {{exposure}} AS every_exposure
    WHERE notEmpty(tags) AND user IN (${whoDeleted})
  ) AS shown
  ASOF JOIN (${standings}) AS standing
    ON shown.person = standing.person AND shown.time >= standing.changed
) AS matched
WHERE notEmpty(away)`,
  parts: {
    row: "concat(request, '#', toString(position), ' ', user, ' ', arrayStringConcat(arrayMap(one -> one.1, used), ','), ' +', toString(intDiv(since, 1000)), 's')",
    must: 'NOT again',
    elapsed: 'since',
  },
  by: ['algorithm'],
  parameters: [
    {
      name: 'grace',
      value: 60000,
      meaning: text(
        '删除之后多少毫秒内的使用算在途中。条款没有给出时长。',
        'For how many milliseconds after a deletion a use counts as under way. The clause names no time.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { grace: '{{parameter.grace}}' },
  day: 'day',
  history: 'all',
  examples,
});
