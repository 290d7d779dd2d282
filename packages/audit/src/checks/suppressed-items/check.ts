import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

/**
 * For each item, days as a dense grid of running totals, so that sums of stretches are differences: seven days before and seven days after each
 * midnight, each parted in two. What counts is a step: steady before, and at the new level on both parts of the week after. A number stands for each item: only whoever looks at what was found needs the names of millions.
 */
const parts = [1, 5, 8, 11, 15] as const;
const slices = (totals: string): string =>
  parts.map((from) => `arraySlice(${totals}, ${from}, greatest(length(sums), 14) - 14)`).join(', ');
const names = (letter: string): string => parts.map((from) => `${letter}${from}`).join(', ');
// The stretches' ends stand in arrays of their own: a lambda that looked into the running totals would be given a copy of them for every day.
const steps = `arrayFilter(step -> step.2 * step.7 <= 2 * step.3 * step.6 AND step.3 * step.6 <= 2 * step.2 * step.7 AND step.12 >= {{parameter.least}}, arrayMap((at, ${names('s')}, ${names('t')}) -> (
      addDays(first_day, at),
      s5 - s1, s8 - s5, s11 - s8, s15 - s11,
      t5 - t1, t8 - t5, t11 - t8, t15 - t11,
      (s8 - s1) / (t8 - t1) AS share,
      s15 - s8 AS after,
      share * (t15 - t8) AS expected,
      2 * (sqrt(after + 0.375) - sqrt(expected + 0.375)) / sqrt(1 + (t15 - t8) / (t8 - t1)) AS deviations
    ), range(7, greatest(length(sums), 14) - 7), ${slices('sums')}, ${slices('totals')}))`;

export const suppressedItems = defineCheck({
  id: 'suppressed-items',
  version: 1,
  status: 'live',
  title: text('内容被压制或过度推送', 'Items suppressed or pushed'),
  question: text(
    '有没有一向平稳展示的内容，忽然几乎不再展示，或忽然成倍展示，而没有处置和干预的记录？',
    'Was something that had been shown steadily all at once hardly shown any more, or shown many times as often, with no disposal or intervention on record?',
  ),
  advice: text(
    '逐件查看：作者自己撤下或改了内容、商品售罄、话题真的热起来，都可以解释；解释不了的，多半是没有留痕的人工或规则改动。',
    'Look at each: the author withdrew or changed it, it sold out, or people really became interested. What nothing explains was most likely moved by a hand or a rule that left no trace.',
  ),
  clauses: clausesOf('suppressed-items'),
  families: ['exposure', 'disposal', 'intervention'],
  needs: [],
  method: 'invariant',
  relation: `SELECT item, found.1 AS what, empty(found.2) AS ok, found.2 AS since FROM (
  SELECT item, arrayJoin([
    ('suppressed', arrayMap(step -> toString(step.1), arraySlice(arrayFilter(step -> step.11 <= {{parameter.fall}} * step.12
      AND step.4 <= 2 * {{parameter.fall}} * step.10 * step.8 AND step.5 <= 2 * {{parameter.fall}} * step.10 * step.9
      AND step.13 <= -{{parameter.deviations}}, steps), 1, 1))),
    ('pushed', arrayMap(step -> toString(step.1), arraySlice(arrayFilter(step -> step.11 >= {{parameter.rise}} * step.12
      AND step.4 >= 0.7 * {{parameter.rise}} * step.10 * step.8 AND step.5 >= 0.7 * {{parameter.rise}} * step.10 * step.9
      AND step.13 >= {{parameter.deviations}}, steps), 1, 1)))
  ]) AS found
  FROM (
    SELECT item, sums, totals, first_day, ${steps} AS steps
    FROM (
      SELECT item, arraySort(arrayConcat(showings, grid)) AS dated,
        arrayFilter((at, here, next) -> here != next, arrayEnumerate(dated), dated, arrayPushBack(arrayPopFront(dated), toDate(0))) AS ends,
        arrayPushFront(arrayMap((end, place) -> toInt64(end) - toInt64(place), ends, arrayEnumerate(ends)), toInt64(0)) AS sums, totals, first_day
      FROM (
        SELECT shown_item AS item, showings FROM (
          SELECT cityHash64(item) AS number, any(item) AS shown_item, groupArray(day) AS showings FROM {{exposure}} AS every_showing_of_it
          WHERE technique IN ('personalised', 'ranking') AND intervention = ''
          GROUP BY number HAVING count() >= {{parameter.least}}
        ) AS shown_often
        WHERE number NOT IN (SELECT cityHash64(item) FROM {{disposal.history}} AS disposed) AND number NOT IN (SELECT cityHash64(item) FROM {{intervention.history}} AS moved)
      ) AS items
      CROSS JOIN (
        SELECT min(day) AS first_day, arrayConcat([toInt64(0)], arrayCumSum(arrayMap(offset -> toInt64(all_shown[indexOf(all_days, addDays(min(day), offset))]), range(toUInt32(dateDiff('day', min(day), max(day)) + 1))))) AS totals,
          groupArray(day) AS all_days, arrayMap(offset -> addDays(min(day), offset), range(toUInt32(dateDiff('day', min(day), max(day)) + 1))) AS grid, groupArray(shown) AS all_shown
        FROM (
          SELECT day, count() AS shown FROM {{exposure}} AS every_showing
          WHERE technique IN ('personalised', 'ranking') AND intervention = '' GROUP BY day
        ) AS whole
      ) AS every_day
    ) AS grids
  ) AS stepped
  WHERE notEmpty(steps)
) AS judged`,
  parts: { row: "concat(item, ' ', arrayStringConcat(since))", must: 'ok' },
  by: ['what'],
  parameters: [
    {
      name: 'least',
      value: 30,
      meaning: text(
        '按此前一周，后一周应当有多少次展示才看得出变化。',
        'How many showings the week before must lead one to expect for a change to be seen.',
      ),
      source: { kind: 'policy default' },
    },
    {
      name: 'fall',
      value: 0.2,
      meaning: text(
        '降到应有展示的多少份额以下算压制。',
        'Below which share of what was expected an item counts as suppressed.',
      ),
      source: { kind: 'policy default' },
    },
    {
      name: 'rise',
      value: 2.5,
      meaning: text(
        '升到应有展示的多少倍以上算过度推送。',
        'From how many times what was expected an item counts as pushed.',
      ),
      source: { kind: 'policy default' },
    },
    {
      name: 'deviations',
      value: 7,
      meaning: text(
        '偏离多少个标准差才算；取得这样大，是因为看了许多内容的许多天，而且同一人的展示彼此相关。',
        'How many standard deviations off it must be: so many because a great many items and days are looked at and showings to one person hang together.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {},
  history: 'all',
  examples,
});
