import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { classifiedRows, type LeftOutRule, type ReductionPlan, unitColumns } from '../common/reduction.ts';
import { dayName, levelOf } from '../common/sql.ts';
import { missingNumber } from '../common/texts.ts';
import { dayLength, millisecondsOf } from '../common/time.ts';
import { ofUnit } from '../common/unit-filter.ts';
import type { CoverageParameters } from './parameters.ts';

type Request = MethodRequest<CoverageParameters>;

/** Days begin at midnight in Asia/Shanghai, which has had no summer time since 1991. */
const shanghaiOffset = 8 * 3_600_000;

/** The longest gaps of a stream's day that are listed one by one; all of them are counted. */
const listedGaps = 20;

export const rules: readonly LeftOutRule[] = [missingNumber('raw_time', 'time')];

const plan = (request: Request): ReductionPlan => {
  const { time, stream } = request.parts;
  return {
    raw: [
      { name: 'raw_time', sql: time === undefined ? 'NULL' : millisecondsOf(time) },
      { name: 'raw_stream', sql: stream === undefined ? "''" : levelOf(stream) },
    ],
    rules,
    keys: [{ name: 'stream', sql: 'raw_stream', whenLeftOut: "''" }],
    values: [{ name: 'moment', sql: 'assumeNotNull(raw_time)', whenLeftOut: '0' }],
    measures: [],
  };
};

const floorDivision = (value: string, by: number): string => `(intDiv(${value}, ${by}) - (${value} < 0))`;

/** First and last event of each cell of time, with the last event of the cell before it on the same day of the stream. */
const cells = (request: Request): string => {
  const units = unitColumns(request).map(({ name }) => name);
  const keys = [...units, 'left_out', 'stream'].join(', ');
  return `SELECT ${keys}, chunk, first, last, cell_events,
    lagInFrame(toNullable(last)) OVER (PARTITION BY ${keys}, chunk ORDER BY cell ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
  FROM (
    SELECT ${keys}, ${floorDivision(`moment + ${shanghaiOffset}`, dayLength)} AS chunk,
      ${floorDivision('moment', request.parameters.every)} AS cell, min(moment) AS first, max(moment) AS last, count() AS cell_events
    FROM (${classifiedRows(request, plan(request))})
    GROUP BY ${keys}, chunk, cell
  )`;
};

/** Per stream and civil day one row of kind 0 (its events and gaps), and rows of kind 1 for its longest gaps. */
export const reduce = (request: Request): Reduction => {
  const { every } = request.parameters;
  const units = unitColumns(request).map(({ name }) => name);
  const keys = [...units, 'left_out', 'stream', 'chunk', 'kind', 'started'];
  const outer = [...units, 'left_out', 'stream', 'chunk'].join(', ');
  return {
    sql: `SELECT ${keys.join(', ')}, n, gaps, uncovered, first_event, last_event
FROM (
  SELECT ${outer},
    arraySort(gap -> (gap.1 - gap.2, gap.1), groupArrayIf((assumeNotNull(before), first), ifNull(first - before > ${every}, 0) AND left_out = 0)) AS found,
    arrayJoin(arrayConcat(
      [(toUInt8(0), toInt64(0), sum(cell_events), toUInt64(length(found)), arraySum(gap -> gap.2 - gap.1, found), min(first), max(last))],
      arrayMap(gap -> (toUInt8(1), gap.1, toUInt64(0), toUInt64(0), toInt64(0), gap.1, gap.2), arraySlice(found, 1, ${listedGaps}))
    )) AS line,
    line.1 AS kind, line.2 AS started, line.3 AS n, line.4 AS gaps, line.5 AS uncovered, line.6 AS first_event, line.7 AS last_event
  FROM (${cells(request)})
  GROUP BY ${outer}
)
ORDER BY ${keys.join(', ')}`,
    keys: keys.filter((key) => key !== dayName),
    measures: { n: 'sum', gaps: 'sum', uncovered: 'sum', first_event: 'least', last_event: 'most' },
  };
};

export const worst = (request: Request, by: Readonly<Record<string, string>>, limit: number): string => {
  const { every } = request.parameters;
  const relation = `(SELECT * FROM ${request.relation} AS source WHERE ${ofUnit(request, by)})`;
  const { day: _, ...whole } = request;
  return `SELECT stream, fromUnixTimestamp64Milli(assumeNotNull(before), 'UTC') AS gap_from, fromUnixTimestamp64Milli(first, 'UTC') AS gap_to
FROM (
  SELECT stream, first, lagInFrame(toNullable(last)) OVER (PARTITION BY stream ORDER BY first ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
  FROM (${cells({ ...whole, relation })})
  WHERE left_out = 0
)
WHERE first - before > ${every}
ORDER BY first - before DESC, stream, gap_from
LIMIT ${limit}`;
};
