import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { classifiedRows, type LeftOutRule, type ReductionPlan, unitColumns } from '../common/reduction.ts';
import { levelOf } from '../common/sql.ts';
import { exactSumOfScores } from '../common/sums.ts';
import { missingLevel, missingNumber, unusableNumber } from '../common/texts.ts';
import { dayLength, millisecondsOf } from '../common/time.ts';
import { ofUnit } from '../common/unit-filter.ts';
import type { ChurnParameters } from './parameters.ts';

type Request = MethodRequest<ChurnParameters>;

/** What a row of the reduction tells. `counts` holds, by kind, what `columns` names. */
export const kinds = { leftOut: 0, neighbours: 1, runs: 2, whole: 3 } as const;

export const columns = {
  neighbours: ['pairs', 'gaps', 'top', 'gone', 'exits', 'arrivals'],
  runs: ['runs', 'heldRuns', 'heldRows', 'rankedRows'],
  whole: ['snapshots', 'entries', 'longestLife', 'longestRun'],
} as const;

export const rules: readonly LeftOutRule[] = [
  missingLevel('raw_list', 'list'),
  missingLevel('raw_entry', 'entry'),
  missingNumber('raw_rank', 'rank'),
  missingNumber('raw_time', 'time'),
  unusableNumber('raw_rank', 'rank'),
];

const plan = ({ parts: { list, entry, rank, time } }: Request): ReductionPlan => ({
  raw: [
    { name: 'raw_list', sql: list === undefined ? "''" : levelOf(list) },
    { name: 'raw_entry', sql: entry === undefined ? "''" : levelOf(entry) },
    { name: 'raw_rank', sql: `toFloat64(${rank?.sql ?? 'NULL'})` },
    { name: 'raw_time', sql: time === undefined ? 'NULL' : millisecondsOf(time) },
  ],
  rules,
  keys: [
    { name: 'list', sql: 'raw_list', whenLeftOut: "''" },
    { name: 'entry', sql: 'cityHash64(raw_entry)', whenLeftOut: '0' },
    { name: 'place', sql: 'assumeNotNull(raw_rank)', whenLeftOut: '0' },
    { name: 'moment', sql: 'assumeNotNull(raw_time)', whenLeftOut: '0' },
  ],
  values: [],
  measures: [],
});

const within = (request: Request, distance: string): string =>
  request.parameters.gap === undefined ? 'true' : `${distance} <= ${request.parameters.gap}`;

const block = (moment: string): string => `intDiv(${moment} + ${8 * 3_600_000}, ${dayLength})`;

const onUnits = (request: Request): readonly string[] => unitColumns(request).map(({ name }) => name);

const whole = ['UNBOUNDED PRECEDING', 'UNBOUNDED FOLLOWING'].join(' AND ');

/** Rows once each, by unit, list, entry, rank and moment; rows of `left_out` 0 only. */
const seen = (request: Request): string =>
  `SELECT DISTINCT ${[...onUnits(request), 'list', 'entry', 'place', 'moment'].join(', ')} FROM (${classifiedRows(request, plan(request))}) WHERE left_out = 0`;

/** Each snapshot beside the next one of its list. */
export const neighbours = (request: Request): string => {
  const on = [...onUnits(request), 'list'].join(', ');
  const { top } = request.parameters;
  return `SELECT ${on}, moment, here, after, next_moment - moment AS distance, last = 0 AND ${within(request, 'distance')} AS compared, last,
    arrayDistinct(arrayMap(slot -> slot.1, arrayFilter(slot -> slot.2 >= 1 AND slot.2 <= ${top}, slots))) AS top_entries,
    length(arrayIntersect(here, after)) AS stayed
  FROM (
    SELECT ${on}, moment, slots, arrayDistinct(arrayMap(slot -> slot.1, slots)) AS here,
      leadInFrame(here) OVER following AS after, leadInFrame(moment) OVER following AS next_moment,
      row_number() OVER following = count() OVER (PARTITION BY ${on}) AS last
    FROM (SELECT ${on}, moment, groupArray((entry, place)) AS slots FROM (${seen(request)}) GROUP BY ${on}, moment)
    WINDOW following AS (PARTITION BY ${on} ORDER BY moment ROWS BETWEEN ${whole})
  )`;
};

/** Runs of an entry on one rank through consecutive snapshots; a gap counts as a missing snapshot. */
export const runs = (request: Request): string => {
  const on = [...onUnits(request), 'list'].join(', ');
  return `SELECT ${on}, entry, place, count() AS run_length, min(moment) AS begins, max(moment) AS ends
  FROM (
    SELECT ${on}, entry, place, moment, number - row_number() OVER (PARTITION BY ${on}, entry, place ORDER BY moment) AS island
    FROM (${seen(request)}) AS shown
    INNER JOIN (
      SELECT ${on}, moment, toInt64(row_number() OVER earlier) + countIf(NOT (${within(request, 'moment - before')})) OVER earlier AS number
      FROM (
        SELECT ${on}, moment, lagInFrame(moment, 1, moment) OVER (PARTITION BY ${on} ORDER BY moment ROWS BETWEEN ${whole}) AS before
        FROM (SELECT DISTINCT ${on}, moment FROM (${seen(request)}))
      )
      WINDOW earlier AS (PARTITION BY ${on} ORDER BY moment ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    ) AS numbered USING (${on}, moment)
    WHERE place >= 1
  )
  GROUP BY ${on}, entry, place, island`;
};

const counts = (...expressions: readonly string[]): string =>
  `[${expressions.map((one) => `toUInt64(${one})`).join(', ')}]`;

export const reduce = (request: Request): Reduction => {
  const units = onUnits(request);
  const prefix = units.length === 0 ? '' : `${units.join(', ')}, `;
  const grouped = units.length === 0 ? '' : `GROUP BY ${units.join(', ')}`;
  const joined = units.length === 0 ? 'CROSS JOIN' : 'INNER JOIN';
  const using = units.length === 0 ? '' : `USING (${units.join(', ')})`;
  const { hold } = request.parameters;
  const onList = `${prefix}list, block`;
  return {
    sql: `WITH neighbours AS (${neighbours(request)}), runs AS (${runs(request)})
SELECT * FROM (
  SELECT ${prefix}toUInt8(${kinds.leftOut}) AS kind, left_out, count() AS n, '' AS list, toInt64(0) AS block, CAST([], 'Array(UInt64)') AS counts, toInt256(0) AS similarity, CAST([], 'Array(Float64)') AS quantiles
  FROM (${classifiedRows(request, plan(request))}) GROUP BY ${prefix}left_out
  UNION ALL
  SELECT ${prefix}toUInt8(${kinds.neighbours}), toUInt8(0), toUInt64(0), list, ${block('moment')} AS block,
    ${counts('countIf(compared)', 'countIf(NOT compared AND last = 0)', 'sumIf(length(top_entries), compared)', 'sumIf(arrayCount(one -> NOT has(after, one), top_entries), compared)', 'sumIf(length(here) - stayed, compared)', 'sumIf(length(after) - stayed, compared)')},
    ${exactSumOfScores('if(compared, stayed / (length(here) + length(after) - stayed), 0)')}, []
  FROM neighbours GROUP BY ${onList}
  UNION ALL
  SELECT ${prefix}toUInt8(${kinds.runs}), toUInt8(0), toUInt64(0), list, ${block('begins')} AS block,
    ${counts('count()', `countIf(run_length >= ${hold})`, `sumIf(run_length, run_length >= ${hold})`, 'sum(run_length)')}, toInt256(0), []
  FROM runs GROUP BY ${onList}
  UNION ALL
  SELECT ${prefix}toUInt8(${kinds.whole}), toUInt8(0), toUInt64(0), '', toInt64(0), ${counts('snapshots', 'entries', 'longest_life', 'longest_run')}, toInt256(0),
    [ifNotFinite(median_similarity, -1), median_life, ninth_life]
  FROM (
    SELECT ${prefix}count() AS entries, max(life) AS longest_life, quantileExactInclusive(0.5)(life) AS median_life, quantileExactInclusive(0.9)(life) AS ninth_life
    FROM (SELECT ${prefix}list, entry, uniqExact(moment) AS life FROM (${seen(request)}) GROUP BY ${prefix}list, entry) ${grouped}
  ) AS lives
  ${joined} (
    SELECT ${prefix}count() AS snapshots, quantileExactInclusiveIf(0.5)(stayed / (length(here) + length(after) - stayed), compared) AS median_similarity FROM neighbours ${grouped}
  ) AS similarities ${using}
  ${joined.replace('INNER', 'LEFT')} (SELECT ${prefix}max(run_length) AS longest_run FROM runs ${grouped}) AS longest ${using}
)
ORDER BY ${prefix}kind, left_out, list, block`,
    keys: [...units, 'kind', 'left_out', 'list', 'block'],
    measures: {},
  };
};

const shownMoment = (moment: string): string => `fromUnixTimestamp64Milli(${moment}, 'UTC')`;

export const worst = (request: Request, by: Readonly<Record<string, string>>, limit: number): string => {
  const relation = `(SELECT * FROM ${request.relation} AS source WHERE ${ofUnit(request, by)})`;
  const own = { ...request, relation };
  const { entry } = request.parts;
  const name = entry === undefined ? "''" : levelOf(entry);
  const named = (rows: string, columnsShown: string, order: string): string =>
    `SELECT list, entry_name AS entry, ${columnsShown}
FROM (${rows}) AS found
INNER JOIN (SELECT DISTINCT cityHash64(${name}) AS entry_key, ${name} AS entry_name FROM ${relation} AS relation) AS names ON names.entry_key = found.entry
ORDER BY ${order}
LIMIT ${limit}`;
  switch (request.parameters.measure) {
    case 'vanishing':
      return named(
        `SELECT list, moment, distance, arrayJoin(arrayFilter(one -> NOT has(after, one), top_entries)) AS entry FROM (${neighbours(own)}) WHERE compared`,
        `${shownMoment('moment')} AS seen_last, distance AS milliseconds_to_next`,
        'moment DESC, list, entry',
      );
    case 'frozen':
      return named(
        `SELECT * FROM (${runs(own)}) WHERE run_length >= ${request.parameters.hold}`,
        `place AS rank, run_length AS snapshots, ${shownMoment('begins')} AS from_time, ${shownMoment('ends')} AS to_time`,
        'run_length DESC, begins, list, entry, place',
      );
    case 'similarity':
      return `SELECT list, ${shownMoment('moment')} AS time, stayed, length(here) AS entries
FROM (${neighbours(own)}) WHERE compared ORDER BY stayed / (length(here) + length(after) - stayed) DESC, moment, list LIMIT ${limit}`;
  }
};
