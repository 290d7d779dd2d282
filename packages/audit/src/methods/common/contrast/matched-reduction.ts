import type { MethodRequest, Reduction } from '../../../engine/method.ts';
import { classifiedRows, countName, leftOutName, type Measure, unitColumns } from '../reduction.ts';
import { bucketsFor, dayName, literal } from '../sql.ts';
import { exactSum, exactSumOfScores } from '../sums.ts';
import { groupPlan, type MeasuredValue } from './group-plan.ts';
import { inOrder, type ReferenceLevel } from './reference.ts';

/**
 * What a row of a matched reduction is: totals of a level (or, under `left_out`, a count of rows), or the scores of a pair of levels, added
 * up by match, by cluster, or by both together.
 */
export const matchedKinds = { totals: 0, byMatch: 1, byCluster: 2, byBoth: 3 } as const;

/** More levels than this are refused when the totals are read; here they must only not be too many to hold. */
const mostLevels = 201;

/** Pairs to compare as places in `levels`, (first, second); second 0 stands for all others together. A constant of the statement. */
const pairsOf = (reference: ReferenceLevel): string => {
  const places = 'arrayEnumerate(levels)';
  switch (reference.kind) {
    case 'level': {
      const level = `toUInt32(indexOf(levels, ${literal(reference.level)}))`;
      return `arrayMap(place -> (place, ${level}), arrayFilter(place -> ${level} != 0 AND place != ${level}, ${places}))`;
    }
    case 'rest':
      // With two levels the rest of one is the other, and one comparison says it all.
      return `if(length(levels) = 2, [(toUInt32(2), toUInt32(1))], arrayMap(place -> (place, toUInt32(0)), ${places}))`;
    case 'first':
      return `arrayMap(place -> (place, toUInt32(1)), arrayFilter(place -> place != 1, ${places}))`;
    case 'best':
      return `arrayFlatten(arrayMap(place -> arrayMap(other -> (place, toUInt32(other)), range(1, place)), ${places}))`;
  }
};

interface Shape {
  /** `day` and `by` columns. */
  readonly units: readonly string[];
  readonly rows: string;
  readonly pairs: string;
  readonly levels: string;
  /** The levels in order, where the request names them. */
  readonly named: readonly string[] | undefined;
  readonly clustered: boolean;
  /** Type that holds a sum over one match. */
  readonly sumType: 'Int128' | 'Int256';
}

/** Weights and sums by level of each match (and cluster), as arrays beside `levels`. */
const cellsOf = ({ units, rows, levels, named, clustered, sumType }: Shape): string => {
  const keys = [...units, 'match_key', ...(clustered ? ['cluster_key'] : [])].join(', ');
  const by = (value: string, type: string): string =>
    named === undefined
      ? `sumForEach(arrayMap(one -> if(level = one, to${type}(${value}), to${type}(0)), ${levels}))`
      : `[${named.map((one) => `sumIf(to${type}(${value}), level = ${literal(one)})`).join(', ')}]`;
  return `SELECT ${keys}, ${by('weight', 'Int64')} AS weights, ${by('value', sumType)} AS sums
    FROM (${rows}) WHERE ${leftOutName} = 0
    GROUP BY ${keys}`;
};

/** Matches that hold two levels or more, with their totals; where clusters are given, one row for each of a match's clusters. */
const matchesOf = (shape: Shape): string => {
  const keys = [...shape.units, 'match_key'].join(', ');
  if (!shape.clustered)
    return `SELECT ${keys}, weights AS all_weights, sums AS all_sums FROM (${cellsOf(shape)})
    WHERE arrayCount(one -> one > 0, weights) > 1`;
  return `SELECT ${keys}, all_weights, all_sums, arrayJoin(cells) AS cell, cell.1 AS cluster_key, cell.2 AS weights, cell.3 AS sums
    FROM (
      SELECT ${keys}, sumForEach(weights) AS all_weights, sumForEach(sums) AS all_sums, groupArray((cluster_key, weights, sums)) AS cells
      FROM (${cellsOf(shape)})
      GROUP BY ${keys}
      HAVING arrayCount(one -> one > 0, all_weights) > 1
    )`;
};

const at = (array: string, place: string): string => `toInt256(${array}[${place}])`;
const second = (array: string): string =>
  `if(pair.2 = 0, toInt256(arraySum(${array})) - ${at(array, 'pair.1')}, ${at(array, 'pair.2')})`;

/** Each pair in each match (or each cluster's part of one), once for every grouping it is added up by. */
const placedOf = (shape: Shape, buckets: number): string => {
  const { units, clustered, pairs, levels } = shape;
  const own = (side: 'first' | 'second', array: string): string =>
    side === 'first' ? at(array, 'pair.1') : second(array);
  // Without clusters a match is one cell: all of it.
  const [weights, sums] = clustered ? ['weights', 'sums'] : ['all_weights', 'all_sums'];
  const places = [
    `(toUInt8(${matchedKinds.byMatch}), toUInt32(match_key % ${buckets}))`,
    ...(clustered
      ? [
          `(toUInt8(${matchedKinds.byCluster}), toUInt32(cluster_key % ${buckets}))`,
          `(toUInt8(${matchedKinds.byBoth}), toUInt32(cityHash64(match_key, cluster_key) % ${buckets}))`,
        ]
      : []),
  ];
  return `SELECT ${units.map((name) => `${name}, `).join('')}${levels}[pair.1] AS first_level, if(pair.2 = 0, '', ${levels}[pair.2]) AS second_level,
      first_all, second_all, both, both_sum, arrayJoin([${places.join(', ')}]) AS placed, placed.1 AS kind, placed.2 AS bucket,
      ${own('first', weights)} AS first_weight, ${own('second', weights)} AS second_weight, ${own('first', sums)} AS first_sum, ${own('second', sums)} AS second_sum
    FROM (
      SELECT *, ${at('all_weights', 'pair.1')} AS first_all, ${second('all_weights')} AS second_all, first_all + second_all AS both,
        ${at('all_sums', 'pair.1')} + ${second('all_sums')} AS both_sum
      FROM (SELECT *, arrayJoin(${pairs}) AS pair FROM (${matchesOf(shape)}))
    )
    WHERE first_all > 0 AND second_all > 0 AND first_weight + second_weight > 0`;
};

/**
 * With x (1 for the first level) less its mean in the match, and the value less a mean: by match, that of the pair's rows in the match; by
 * cluster, that of the other clusters' rows in it, for a cluster's own errors must not be taken off themselves (they would seem smaller than
 * they are, by half in matches of two: de Chaisemartin and Ramírez-Cuéllar 2024).
 */
const scoredOf = (shape: Shape, buckets: number): string => {
  const whole = `kind = ${matchedKinds.byMatch} OR first_weight + second_weight = both`;
  return `SELECT *, toFloat64(second_all) / toFloat64(both) AS first_share, toFloat64(first_all) / toFloat64(both) AS second_share,
      if(${whole}, both, both - first_weight - second_weight) AS base, if(${whole}, both_sum, both_sum - first_sum - second_sum) AS base_sum,
      toFloat64(if(${whole}, first_all, first_all - first_weight)) / toFloat64(base) AS base_share,
      toFloat64(base * first_sum - first_weight * base_sum) / toFloat64(base) AS first_off, toFloat64(base * second_sum - second_weight * base_sum) / toFloat64(base) AS second_off
    FROM (${placedOf(shape, buckets)})`;
};

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
  const keys = [...units, leftOutName, 'kind', 'first_level', 'second_level', 'bucket'];
  const measures: readonly Measure[] = [
    { name: countName, sql: 'toUInt64(0)', adds: 'sum' },
    { name: 'matches', sql: clustered ? 'toUInt64(0)' : 'toUInt64(count())', adds: 'sum' },
    { name: 'weights', sql: 'sum(first_weight + second_weight)', adds: 'sum' },
    { name: 'total', sql: 'sum(first_sum + second_sum)', adds: 'sum' },
    { name: 'smallest', sql: 'toInt256(0)', adds: 'least' },
    { name: 'largest', sql: 'toInt256(0)', adds: 'most' },
    { name: 'a', sql: exactSumOfScores('first_share * first_off - second_share * second_off'), adds: 'sum' },
    {
      name: 'b',
      sql: exactSumOfScores(
        'first_share * (1 - base_share) * toFloat64(first_weight) + second_share * base_share * toFloat64(second_weight)',
      ),
      adds: 'sum',
    },
    { name: 'reference_sum', sql: exactSumOfScores('second_share * toFloat64(second_sum)'), adds: 'sum' },
    {
      name: 'carried',
      sql: exactSumOfScores(
        '(first_share * (1 - base_share) * toFloat64(first_weight) + second_share * base_share * toFloat64(second_weight)) * toFloat64(both_sum) / toFloat64(both)',
      ),
      adds: 'sum',
    },
    { name: 'reference_weight', sql: exactSumOfScores('second_share * toFloat64(second_weight)'), adds: 'sum' },
  ];
  const named = request.compare === undefined ? undefined : [...new Set(request.compare)].sort(inOrder);
  const levels =
    named === undefined
      ? `SELECT arraySort(groupUniqArray(${mostLevels})(level)) FROM (${rows}) WHERE ${leftOutName} = 0`
      : `SELECT [${named.map(literal).join(', ')}]`;
  const shape: Shape = {
    units,
    rows,
    pairs: pairsOf(reference),
    levels: 'levels',
    named,
    clustered,
    sumType: measured.bits === 0n ? 'Int128' : 'Int256',
  };
  const totals: Readonly<Record<string, string>> = {
    [countName]: 'count()',
    weights: exactSum('weight'),
    total: exactSum('value'),
    smallest: 'toInt256(min(value))',
    largest: 'toInt256(max(value))',
  };
  const unitList = units.map((name) => `${name}, `).join('');
  return {
    sql: `WITH (${levels}) AS levels
SELECT ${unitList}${leftOutName}, toUInt8(${matchedKinds.totals}) AS kind, level AS first_level, '' AS second_level, toUInt32(0) AS bucket,
  ${measures.map(({ name }) => `${totals[name] ?? (name === 'matches' ? 'toUInt64(0)' : 'toInt256(0)')} AS ${name}`).join(', ')}
FROM (${rows})
GROUP BY ${unitList}${leftOutName}, level
UNION ALL
SELECT ${unitList}toUInt8(0) AS ${leftOutName}, kind, first_level, second_level, bucket,
  ${measures.map(({ name, sql }) => `${sql} AS ${name}`).join(',\n  ')}
FROM (${scoredOf(shape, buckets)})
GROUP BY ${unitList}kind, first_level, second_level, bucket`,
    keys: keys.filter((key) => key !== dayName),
    measures: Object.fromEntries(measures.map(({ name, adds }) => [name, adds])),
  };
};
