import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

/** Each word with the time in which a declaration bars it: until the same algorithm declares another list. */
const barredTimes = `SELECT provider, word, since, until
FROM (
  SELECT provider, words, declared AS since,
    leadInFrame(declared, 1, toDateTime64('2200-01-01 00:00:00', 3, 'UTC'))
      OVER (PARTITION BY provider, algorithm ORDER BY declared ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS until
  FROM (
    SELECT provider, algorithm, time AS declared, groupUniqArrayArray(barred_tags) AS words
    FROM {{declaration.history}} AS every_declaration
    WHERE notEmpty(barred_tags)
    GROUP BY provider, algorithm, time
  ) AS declared_lists
) AS lists
ARRAY JOIN words AS word`;

export const barredTags = defineCheck({
  id: 'barred-tags',
  version: 1,
  status: 'live',
  title: text('禁用词进入用户标签', 'Barred words in tags'),
  question: text(
    '是否用声明中禁用的词作为标签来推送？',
    'Were words that the provider declared barred used as tags to push content?',
  ),
  advice: text(
    '从标签库中删去这些词，并查明它们从哪里来：人工录入、模型生成，还是禁用名单更新后没有回头清理。名单来自声明（barred_tags）；任一算法声明禁用的词，对所有算法都算禁用。',
    'Take these words out of the tag dictionary and find out where they came from: typed in, made by a model, or left behind when the list was extended. The list is that of the declarations (barred_tags); what one algorithm declares barred counts as barred for all of them.',
  ),
  clauses: clausesOf('barred-tags'),
  families: ['declaration', 'exposure'],
  needs: ['declaration.barred_tags', 'exposure.tags'],
  method: 'invariant',
  relation: `SELECT request, position, tags, algorithm, day,
  NOT hasAny(tags, (SELECT groupUniqArray(word) FROM (${barredTimes}) AS all_words))
    OR NOT arrayExists(
      barred -> barred.1 = provider AND has(tags, barred.2) AND time >= barred.3 AND time < barred.4,
      (SELECT groupArray((provider, word, since, until)) FROM (${barredTimes} ORDER BY provider, word, since, until) AS all_times)
    ) AS kept
FROM {{exposure}} AS every_exposure
WHERE notEmpty(tags)`,
  parts: { row: "concat(request, '#', toString(position), ' ', arrayStringConcat(tags, ','))", must: 'kept' },
  by: ['algorithm'],
  parameters: [],
  methodParameters: {},
  day: 'day',
  history: 'all',
  examples,
});
