import type { MethodRequest, Reduction } from '../../../engine/method.ts';
import { classifiedRows, countName, leftOutName, type Measure, unitColumns } from '../reduction.ts';
import { bucketsFor, dayName, literal } from '../sql.ts';
import { exactSumOfScores } from '../sums.ts';
import { groupPlan, type MeasuredValue } from './group-plan.ts';
import { type ReferenceLevel, restName } from './reference.ts';

/**
 * What a row of a matched reduction is: totals of a level (or, under `left_out`, a count of rows), or the scores of a pair of levels, added
 * up by match, by cluster, or by both together.
 */
export const matchedKinds = { totals: 0, byMatch: 1, byCluster: 2, byBoth: 3 } as const;

/*
 * A level of one match is the tuple (1 name, 2 rows, 3 weight, 4 sum, 5 smallest, 6 largest, 7 cells); a cell is (1 cluster, 2 weight, 3 sum).
 */
const nobody = `(${literal(restName)}, toInt256(0), toInt256(0), toInt256(0), toInt256(0), toInt256(0), arraySlice(levels[1].7, 1, 0))`;

const rest = `(${literal(restName)}, ${[2, 3, 4]
  .map((place) => `arraySum(arrayMap(other -> other.${place}, levels)) - one.${place}`)
  .join(
    ', ',
  )}, toInt256(0), toInt256(0), arrayFlatten(arrayMap(other -> other.7, arrayFilter(other -> other.1 != one.1, levels))))`;

/** Pairs to compare within a match, as (first, second). */
const pairsOf = (reference: ReferenceLevel): string => {
  switch (reference.kind) {
    case 'level': {
      const level = literal(reference.level);
      return `arrayFlatten(arrayMap(second -> arrayMap(first -> (first, second), arrayFilter(one -> one.1 != ${level}, levels)), arrayFilter(one -> one.1 = ${level}, levels)))`;
    }
    case 'rest':
      return `arrayMap(one -> (one, ${rest}), if(length(levels) < 2, arraySlice(levels, 1, 0), levels))`;
    case 'first':
    case 'best':
      return 'arrayFlatten(arrayMap(place -> arrayMap(second -> (levels[place], second), arraySlice(levels, 1, place - 1)), arrayEnumerate(levels)))';
  }
};

/** A score is (1 kind, 2 bucket, 3 a, 4 b, 5 sum at the reference, 6 its weight), of rows demeaned within the pair's rows of the match. */
const cellScores = (side: 'first' | 'second', kind: number, bucket: string): string => {
  const share = side === 'first' ? '(second_weight / both_weight)' : '(first_weight / both_weight)';
  const deviation = 'toFloat64(both * cell.3 - cell.2 * sums) / both_weight';
  const level = side === 'first' ? '0., 0.' : `toFloat64(cell.3) * ${share}, toFloat64(cell.2) * ${share}`;
  return `arrayMap(cell -> (toUInt8(${kind}), toUInt32(${bucket}), ${side === 'first' ? '' : '-'}${share} * ${deviation}, toFloat64(cell.2) * ${share} * ${share}, ${level}), ${side}.7)`;
};

const matchScore = (bucket: string): string =>
  `[(toUInt8(${matchedKinds.byMatch}), toUInt32(${bucket}), toFloat64(both * first.4 - first.3 * sums) / both_weight, first_weight * second_weight / both_weight, toFloat64(second.4) * first_weight / both_weight, first_weight * second_weight / both_weight)]`;

/**
 * Contrasts within matches, demeaned where the rows are: rows are first added up by match, level and cluster, then matches by pair of levels
 * and bucket. One scan, and each GROUP BY reads what the one before left.
 */
export const matchedReduction = <Parameters>(
  request: MethodRequest<Parameters>,
  measured: MeasuredValue,
  reference: ReferenceLevel,
): Reduction => {
  const units = [...unitColumns(request).map(({ name }) => name), leftOutName];
  const on = units.join(', ');
  const buckets = bucketsFor(request);
  const clustered = request.parts['cluster'] !== undefined;
  const scores = [
    matchScore(`match_key % ${buckets}`),
    ...(clustered
      ? (['first', 'second'] as const).flatMap((side) => [
          cellScores(side, matchedKinds.byCluster, `cell.1 % ${buckets}`),
          cellScores(side, matchedKinds.byBoth, `cityHash64(match_key, cell.1) % ${buckets}`),
        ])
      : []),
  ];
  const keys = [...units, 'kind', 'first_level', 'second_level', 'bucket'];
  const measures: readonly Measure[] = [
    { name: countName, sql: 'sum(rows)', adds: 'sum' },
    { name: 'matches', sql: 'count()', adds: 'sum' },
    { name: 'weights', sql: 'sum(weight)', adds: 'sum' },
    { name: 'total', sql: 'sum(sums)', adds: 'sum' },
    { name: 'smallest', sql: 'min(first.5)', adds: 'least' },
    { name: 'largest', sql: 'max(first.6)', adds: 'most' },
    { name: 'a', sql: exactSumOfScores('score.3'), adds: 'sum' },
    { name: 'b', sql: exactSumOfScores('score.4'), adds: 'sum' },
    { name: 'reference_sum', sql: exactSumOfScores('score.5'), adds: 'sum' },
    { name: 'reference_weight', sql: exactSumOfScores('score.6'), adds: 'sum' },
  ];
  return {
    sql: `SELECT ${keys.join(', ')},
  ${measures.map(({ name, sql }) => `${sql} AS ${name}`).join(',\n  ')}
FROM (
  SELECT ${on}, first, first.1 AS first_level, second.1 AS second_level, toInt256(first.2 + second.2) AS rows,
    first.3 + second.3 AS both, first.4 + second.4 AS sums, both AS weight,
    toFloat64(first.3) AS first_weight, toFloat64(second.3) AS second_weight, toFloat64(both) AS both_weight,
    arrayJoin(if(compared, arrayConcat(${scores.join(',\n      ')}),
      [(toUInt8(${matchedKinds.totals}), toUInt32(0), 0., 0., 0., 0.)])) AS score,
    score.1 AS kind, score.2 AS bucket
  FROM (
    SELECT ${on}, match_key, arrayJoin(arrayConcat(
        arrayMap(one -> (one, ${nobody}, 0), levels),
        if(${leftOutName} = 0, arrayMap(pair -> (pair.1, pair.2, 1), ${pairsOf(reference)}), []))) AS pair,
      pair.1 AS first, pair.2 AS second, pair.3 AS compared
    FROM (
      SELECT ${on}, match_key, arraySort(one -> one.1, groupArray((level, level_rows, level_weight, level_total, level_smallest, level_largest, cells))) AS levels
      FROM (
        SELECT ${on}, match_key, level, sum(cell_rows) AS level_rows, sum(cell_weight) AS level_weight, sum(cell_total) AS level_total,
          min(cell_smallest) AS level_smallest, max(cell_largest) AS level_largest,
          ${clustered ? 'groupArray((cell_key, cell_weight, cell_total))' : 'arraySlice([(toUInt64(0), toInt256(0), toInt256(0))], 1, 0)'} AS cells
        FROM (
          SELECT ${on}, match_key, level, ${clustered ? 'cluster_key' : 'toUInt64(0)'} AS cell_key, toInt256(count()) AS cell_rows,
            sum(toInt256(weight)) AS cell_weight, sum(toInt256(value)) AS cell_total,
            toInt256(min(value)) AS cell_smallest, toInt256(max(value)) AS cell_largest
          FROM (${classifiedRows(request, groupPlan(request, measured))})
          GROUP BY ${on}, match_key, level, cell_key
        )
        GROUP BY ${on}, match_key, level
      )
      GROUP BY ${on}, match_key
    )
  )
)
GROUP BY ${keys.join(', ')}
ORDER BY ${keys.join(', ')}`,
    keys: keys.filter((key) => key !== dayName),
    measures: Object.fromEntries(measures.map(({ name, adds }) => [name, adds])),
  };
};
