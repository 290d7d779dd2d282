import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const chartChurn = defineCheck({
  id: 'chart-churn',
  version: 1,
  status: 'live',
  title: text('榜单名次停滞或骤降', 'Chart ranks frozen or vanishing'),
  question: text(
    '榜单上有没有条目长时间一动不动，或者从最前面忽然消失？',
    'Did an entry of a chart stand still for a very long time, or vanish from the very top at one blow?',
  ),
  advice: text(
    '查明列出的条目：名次由人工固定或撤下的，应有干预记录和理由（榜单记录里写明干预的不计；条目撤下的，对照干预与处置记录）。',
    'Find out about the entries named: what was fixed or taken down by hand needs an intervention with its reason. Entries whose own record names an intervention are not counted; where an entry was stopped or removed, compare with the records of interventions and disposals.',
  ),
  clauses: clausesOf('chart-churn'),
  families: ['chart'],
  needs: ['chart.heat'],
  method: 'invariant',
  relation: `SELECT list, entry, what, since, ok FROM (
  SELECT list, entry, 'vanishing' AS what, time AS since,
    if(has(following, entry), true, lowest >= heat * {{parameter.fall}}) AS ok
  FROM (
    SELECT list, time, top, next_time, following, lowest
    FROM (
      SELECT list, time, top,
        leadInFrame(time, 1, time) OVER snapshots AS next_time, leadInFrame(entries) OVER snapshots AS following, leadInFrame(coolest) OVER snapshots AS lowest
      FROM (
        SELECT toString(list) AS list, time, groupArray(entry) AS entries,
          minIf(heat, rank > 0) AS coolest,
          groupArrayIf((entry, heat), rank BETWEEN 1 AND {{parameter.top}} AND intervention = '' AND NOT ifNull(commercial, false)) AS top
        FROM {{chart}} AS shown GROUP BY list, time
      ) AS every_snapshot
      WINDOW snapshots AS (PARTITION BY list ORDER BY time ASC ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING)
    ) AS steps
    WHERE next_time > time AND notEmpty(top) AND dateDiff('second', time, next_time) <= {{parameter.apart}}
  ) AS compared
  ARRAY JOIN top.1 AS entry, top.2 AS heat
  UNION ALL
  SELECT any(board) AS list, any(held_by) AS entry, 'frozen' AS what, min(time) AS since, dateDiff('second', min(time), max(time)) < {{parameter.hours}} * 3600 AS ok
  FROM (
    SELECT place, board, held_by, time,
      sum(moved) OVER (PARTITION BY place ORDER BY time ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
    FROM (
      SELECT place, board, held_by, time,
        cityHash64(held_by) != lagInFrame(cityHash64(held_by), 1, 0) OVER turns OR dateDiff('second', lagInFrame(time, 1, time) OVER turns, time) > {{parameter.apart}} AS moved
      FROM (
        SELECT cityHash64(list, rank) AS place, any(toString(list)) AS board, time, max(entry) AS held_by FROM {{chart}} AS places
        WHERE rank BETWEEN 1 AND 10 AND NOT ifNull(pinned, false) AND NOT ifNull(commercial, false) AND intervention = ''
        GROUP BY place, time
      ) AS held
      WINDOW turns AS (PARTITION BY place ORDER BY time ASC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
    ) AS moves
  ) AS runs
  GROUP BY place, run
) AS both`,
  parts: { row: "concat(list, ' ', entry, ' ', toString(since))", must: 'ok' },
  by: ['what'],
  parameters: [
    {
      name: 'top',
      value: 3,
      meaning: text('前几名不应忽然消失。', 'How many ranks from the first nothing vanishes from at one blow.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'fall',
      value: 0.5,
      meaning: text(
        '离榜时，榜上最低热度不到它此前热度的这个份额，才算忽然消失（热度自己降不了这么快）。',
        'An entry counts as vanished where the lowest heat left on the chart is below this share of its own: heat does not fall so fast by itself.',
      ),
      source: { kind: 'policy default' },
    },
    {
      name: 'hours',
      value: 24,
      meaning: text('停在同一名次多少小时算停滞。', 'How many hours on one rank make an entry frozen.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'apart',
      value: 3600,
      meaning: text(
        '相隔超过多少秒的两次快照不作比较。',
        'Snapshots further apart than so many seconds are not compared.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {},
  examples,
});
