import type { MethodRequest, Reduction } from '../../../engine/method.ts';
import { computedOnce } from '../computed-once.ts';
import {
  classifiedRows,
  countName,
  groupedRows,
  lastUnits,
  leftOutName,
  type Measure,
  ofDaysTogether,
  unitColumns,
} from '../reduction.ts';
import { bucketsFor, dayName, literal } from '../sql.ts';
import { exactSum, fixedScore } from '../sums.ts';
import { groupPlan, type MeasuredValue } from './group-plan.ts';
import type { MatchedShape } from './matched-cells.ts';
import { matchedKinds, type Score, scoredOf } from './matched-scores.ts';
import { inOrder, type ReferenceLevel } from './reference.ts';

const offWeight =
  'first_share * (1 - base_share) * toFloat64(first_weight) + second_share * base_share * toFloat64(second_weight)';

/** A score before it is added up: no column may be called like the sum of it. */
const scoreColumn = (name: string): string => `score_${name}`;

/** More levels than this are refused when the totals are read; here they must only not be too many to hold. */
const mostLevels = 201;

/**
 * Contrasts within matches, demeaned where the rows are: rows are added up by match and level (and cluster), then matches by pair of levels and
 * bucket. Totals of the levels come from a scan of their own, and one more finds the levels where none are named.
 */
export const matchedReduction = <Parameters>(
  request: MethodRequest<Parameters>,
  measured: MeasuredValue,
  reference: ReferenceLevel,
): Reduction => {
  const units = unitColumns(request).map(({ name }) => name);
  const rows = classifiedRows(request, groupPlan(request, measured));
  const buckets = bucketsFor(request);
  const clustered = request.parts['cluster'] !== undefined;
  const last = lastUnits(request);
  const { columns, said } = ofDaysTogether(request);
  const keys = [...last, leftOutName, 'kind', 'first_level', 'second_level', 'bucket'];
  const scores: readonly Score[] = [
    { name: 'weights', sql: 'toInt256(first_weight + second_weight)' },
    { name: 'total', sql: 'toInt256(first_sum + second_sum)' },
    { name: 'a', sql: fixedScore('first_share * first_off - second_share * second_off') },
    { name: 'b', sql: fixedScore(offWeight) },
    { name: 'reference_sum', sql: fixedScore('second_share * toFloat64(second_sum)') },
    { name: 'carried', sql: fixedScore(`(${offWeight}) * toFloat64(both_sum) / toFloat64(both)`) },
    { name: 'reference_weight', sql: fixedScore('second_share * toFloat64(second_weight)') },
  ];
  const measures: readonly Measure[] = [
    { name: countName, sql: 'toUInt64(0)', adds: 'sum' },
    { name: 'matches', sql: clustered ? 'toUInt64(0)' : 'toUInt64(count())', adds: 'sum' },
    { name: 'smallest', sql: 'toInt256(0)', adds: 'least' },
    { name: 'largest', sql: 'toInt256(0)', adds: 'most' },
    ...scores.map(({ name }) => ({ name, sql: `sum(${scoreColumn(name)})`, adds: 'sum' as const })),
  ];
  const named = request.compare === undefined ? undefined : [...new Set(request.compare)].sort(inOrder);
  const levels =
    named === undefined
      ? `SELECT arraySort(groupUniqArray(${mostLevels})(level)) FROM (${rows}) WHERE ${leftOutName} = 0`
      : `SELECT [${named.map(literal).join(', ')}]`;
  const shape: MatchedShape = {
    units,
    rows,
    named,
    clustered,
    // A sum is multiplied by a weight before it is divided: whole numbers leave room for that in 128 bits.
    sumType: measured.bits === 0n ? 'Int128' : 'Int256',
  };
  const totals: Readonly<Record<string, string>> = {
    [countName]: 'count()',
    weights: exactSum('weight'),
    total: exactSum('value'),
    smallest: 'toInt256(min(value))',
    largest: 'toInt256(max(value))',
  };
  const given = keys.filter((key) => key !== leftOutName && !last.includes(key));
  const listed = (names: readonly string[]): string => names.map((name) => `${name}, `).join('');
  const names = [...measures, ...columns].map(({ name }) => name).join(', ');
  const ofLevels = groupedRows(
    [...last, leftOutName, 'level'],
    [
      ...measures.map(({ name }) => ({
        name,
        sql: totals[name] ?? (name === 'matches' ? 'toUInt64(0)' : 'toInt256(0)'),
      })),
      ...columns,
    ],
    rows,
  );
  const ofScores = groupedRows(
    [...last, ...given],
    [...measures, ...columns],
    scoredOf(
      shape,
      reference,
      buckets,
      scores.map(({ name, sql }) => ({ name: scoreColumn(name), sql })),
    ),
  );
  const statement = `WITH (${levels}) AS levels
SELECT ${listed(last)}${leftOutName}, toUInt8(${matchedKinds.totals}) AS kind, level AS first_level, '' AS second_level, toUInt32(0) AS bucket, ${names}
FROM (${ofLevels})
UNION ALL
SELECT ${listed(last)}toUInt8(0) AS ${leftOutName}, ${listed(given)}${names}
FROM (${ofScores})`;
  return {
    sql: request.fewRows === true ? computedOnce(statement, { rows_read_once: rows }) : statement,
    keys: keys.filter((key) => key !== dayName),
    measures: Object.fromEntries(measures.map(({ name, adds }) => [name, adds])),
    ...said,
  };
};
