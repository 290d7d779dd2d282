import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { part } from '../common/contrast/group-plan.ts';
import {
  classifiedRows,
  countName,
  type LeftOutRule,
  leftOutName,
  type Measure,
  type ReductionPlan,
  unitColumns,
} from '../common/reduction.ts';
import { bucketsFor, dayName, keyHash, keyOf } from '../common/sql.ts';
import { exactSumOfScores } from '../common/sums.ts';
import { missingKey } from '../common/texts.ts';
import type { IndependenceParameters } from './parameters.ts';

export const independenceRules = ({ parts }: MethodRequest<IndependenceParameters>): readonly LeftOutRule[] =>
  Object.entries(parts)
    .filter(([name]) => name === 'asker' || name === 'result' || name === 'match')
    .map(([name, expression]) => missingKey(`raw_${name}`, name, expression));

export const planOf = (request: MethodRequest<IndependenceParameters>): Omit<ReductionPlan, 'measures'> => {
  const { match } = request.parts;
  const key = (name: string, sql: string) => ({ name, sql, whenLeftOut: 'toUInt64(0)' });
  return {
    raw: [
      { name: 'raw_asker', sql: keyOf(part(request, 'asker')) },
      { name: 'raw_result', sql: keyOf(part(request, 'result')) },
      ...(match === undefined ? [] : [{ name: 'raw_match', sql: keyOf(match) }]),
    ],
    rules: independenceRules(request),
    keys: [
      key('asker_key', keyHash(['raw_asker'])),
      key('result_key', keyHash(['raw_result'])),
      key('match_key', match === undefined ? 'toUInt64(0)' : keyHash(['raw_match'])),
    ],
    values: [],
  };
};

/** Rows of small tables are returned cell by cell, for the permutation test. */
export const smallTable = 5000;

/** What a row of the reduction is: counts of rows (used or left out), scores of a bucket of matches, or one cell of a small table. */
export const rowKinds = { rows: 0, scores: 1, cell: 2 } as const;

/** n(n − 1) and n(n − 1)(n − 2) of group sizes: pairs and paths. */
const pairsOf = (kind: string): string => `sumIf(rows * (rows - 1), ${kind}) / 2`;
const pathsOf = (kind: string): string => `sumIf(rows * (rows - 1) * (rows - 2), ${kind})`;

/**
 * Counts of pairs inside each match, added up by bucket of matches. With N rows there are T pairs; P of them are of one asker, A agree, S do both.
 * `a` is S less what chance would give (P·A/T), `b` the weight P(T − P)/T, `v` the exact variance of S when labels are exchanged (Mantel 1967).
 */
export const reduceIndependence = (request: MethodRequest<IndependenceParameters>): Reduction => {
  const units = unitColumns(request).map(({ name }) => name);
  const list = units.map((name) => `${name}, `).join('');
  const rows = classifiedRows(request, planOf(request));
  const keys = [...units, leftOutName, 'kind', 'bucket', 'asker_key', 'result_key'];
  const measures: readonly Measure[] = [
    { name: countName, sql: 'sum(own_rows)', adds: 'sum' },
    { name: 'matches', sql: 'count()', adds: 'sum' },
    { name: 'a', sql: exactSumOfScores('both - one * equal / pairs'), adds: 'sum' },
    { name: 'b', sql: exactSumOfScores('one * (pairs - one) / pairs'), adds: 'sum' },
    { name: 'v', sql: exactSumOfScores('greatest(0, variance)'), adds: 'sum' },
    { name: 'one_asker', sql: 'sum(toInt256(one))', adds: 'sum' },
    { name: 'agreeing', sql: 'sum(toInt256(equal))', adds: 'sum' },
    { name: 'both', sql: 'sum(toInt256(both))', adds: 'sum' },
    { name: 'pairs', sql: 'sum(toInt256(pairs))', adds: 'sum' },
  ];
  const sums = measures.slice(2).map(({ name }) => `toInt256(0) AS ${name}`);
  const select = `${list}${leftOutName}, toUInt8(kind) AS kind, toUInt64(bucket) AS bucket, toUInt64(asker_key) AS asker_key, toUInt64(result_key) AS result_key`;
  const cells = `SELECT ${list}match_key, asker_key, result_key, grouping(asker_key) AS no_asker, grouping(result_key) AS no_result, toFloat64(count()) AS rows
    FROM (${rows}) WHERE ${leftOutName} = 0
    GROUP BY GROUPING SETS ((${list}match_key, asker_key, result_key), (${list}match_key, asker_key), (${list}match_key, result_key))`;
  const byAsker = 'no_result = 1';
  const byResult = 'no_asker = 1';
  const byBoth = 'no_asker = 0 AND no_result = 0';
  const variance = `one * equal / pairs + if(own_rows < 3, 0, one_paths * equal_paths / (own_rows * (own_rows - 1) * (own_rows - 2)))
      + if(own_rows < 4, 0, 4 * (one * (one - 1) - one_paths) * (equal * (equal - 1) - equal_paths) / (own_rows * (own_rows - 1) * (own_rows - 2) * (own_rows - 3)))
      - pow(one * equal / pairs, 2)`;
  const scores = `SELECT ${list}match_key, sumIf(rows, ${byAsker}) AS own_rows, own_rows * (own_rows - 1) / 2 AS pairs,
      ${pairsOf(byAsker)} AS one, ${pairsOf(byResult)} AS equal, ${pairsOf(byBoth)} AS both,
      ${pathsOf(byAsker)} AS one_paths, ${pathsOf(byResult)} AS equal_paths, ${variance} AS variance
    FROM (${cells})
    GROUP BY ${list}match_key
    HAVING one > 0 AND one < pairs`;
  // Cells of a small table keep their match in the place of the bucket.
  const small = `SELECT ${list}toUInt8(0) AS ${leftOutName}, ${rowKinds.cell} AS kind, match_key % 4294967296 AS bucket, asker_key, result_key, toUInt64(count()) AS ${countName}, toUInt64(0) AS matches, ${sums.join(', ')}
FROM (${rows}) WHERE ${leftOutName} = 0 AND (SELECT count() FROM ${request.relation} AS relation) <= ${smallTable}
GROUP BY ${list}match_key, asker_key, result_key`;
  const parts = [
    `SELECT ${list}${leftOutName}, ${rowKinds.rows} AS kind, 0 AS bucket, 0 AS asker_key, 0 AS result_key, toUInt64(count()) AS ${countName}, toUInt64(0) AS matches, ${sums.join(', ')}
FROM (${rows}) GROUP BY ${list}${leftOutName}`,
    `SELECT ${list}toUInt8(0) AS ${leftOutName}, ${rowKinds.scores} AS kind, match_key % ${bucketsFor(request)} AS bucket, 0 AS asker_key, 0 AS result_key, ${measures.map(({ name, sql }) => `${name === countName ? `toUInt64(${sql})` : sql} AS ${name}_all`).join(', ')}
FROM (${scores}) GROUP BY ${list}bucket`,
    ...(request.day === undefined ? [small] : []),
  ];
  return {
    sql: `SELECT ${select}, ${measures.map(({ name }) => name).join(', ')} FROM (${parts.join('\nUNION ALL\n')})`,
    keys: keys.filter((key) => key !== dayName),
    measures: Object.fromEntries(measures.map(({ name, adds }) => [name, adds])),
  };
};
