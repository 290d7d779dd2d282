import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const logCoverage = defineCheck({
  id: 'log-coverage',
  version: 1,
  status: 'live',
  title: text('日志连续完整', 'Log coverage and gaps'),
  question: text(
    '日志里有没有整段时间空白，而平日同一时段总有记录？',
    'Are there stretches without any record at hours that are never silent on other days?',
  ),
  advice: text(
    '说明每段空白的原因：服务停过、采集停过，还是日志被删。没有空白不等于样样都记了。夜里本来就没人的时段不算空白。',
    'Account for every gap: was the service down, the collection, or was the log deleted? The absence of gaps does not prove that everything was logged. Hours at which nobody ever comes are no gaps.',
  ),
  clauses: clausesOf('log-coverage'),
  families: ['exposure', 'engagement'],
  needs: [],
  method: 'coverage',
  relation: `SELECT stream, cell AS time FROM (
  SELECT stream, cell, seen, last, sum(if(seen = 0, usual, 0)) OVER (PARTITION BY stream, island) AS missed
  FROM (
    SELECT stream, cell, seen, last, usual, sum(toUInt64(seen > 0)) OVER (PARTITION BY stream ORDER BY cell ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS island
    FROM (
      SELECT stream, cell, seen, last, quantileExactLow(0.5)(seen) OVER (PARTITION BY stream, toHour(cell, 'Asia/Shanghai')) AS usual
      FROM (
        SELECT stream, last, arrayJoin(arrayMap(hour -> (addHours(first, hour), seen_at[indexOf(cells, addHours(first, hour))]), range(toUInt32(dateDiff('hour', first, last) + 1)))) AS place,
          place.1 AS cell, place.2 AS seen
        FROM (
          SELECT stream, groupArray(hour) AS cells, groupArray(records) AS seen_at, min(hour) AS first, max(max(hour)) OVER () AS last
          FROM (
            SELECT 'exposure' AS stream, toStartOfHour(time) AS hour, count() AS records FROM {{exposure}} AS shown GROUP BY hour
            UNION ALL
            SELECT 'engagement' AS stream, toStartOfHour(time) AS hour, count() AS records FROM {{engagement}} AS acts GROUP BY hour
          ) AS hourly
          GROUP BY stream
        ) AS streams
      ) AS grid
    ) AS known
  ) AS islands
) AS judged
WHERE seen > 0 OR missed < {{parameter.least}} OR cell = last`,
  parts: { time: 'time', stream: 'stream' },
  by: ['stream'],
  parameters: [
    {
      name: 'least',
      value: 300,
      meaning: text(
        '空白时段里，平日（各日同一小时的中位数）至少有多少条记录才算缺口；小日志夜里没人不算。',
        'How many records are usual in a silent stretch (median of the same hours of all days) for it to be a gap; silent nights of a small log are none.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { every: '1h' },
  examples,
});
