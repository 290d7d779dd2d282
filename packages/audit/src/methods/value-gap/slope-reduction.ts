import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { clusterColumn, matchColumn, type MeasuredValue, part } from '../common/contrast/group-plan.ts';
import { matchedKinds } from '../common/contrast/matched-scores.ts';
import {
  classifiedRows,
  countName,
  type KeyColumn,
  leftOutName,
  type Measure,
  reductionOf,
  type ReductionPlan,
  unitColumns,
} from '../common/reduction.ts';
import { rowBucket, rowColumn } from '../common/row-clusters.ts';
import { bucketsFor, dayName, isInteger, keyHash, keyOf, namedLevelOf, numberOf } from '../common/sql.ts';
import { bitsOf, exactSum, exactSumOfProducts, exactSumOfScores, fixedOf } from '../common/sums.ts';
import { missingKey, missingNumber, unusableNumber } from '../common/texts.ts';

/** Fractional bits of the numeric group. */
export const slopeBits = <Parameters>(request: MethodRequest<Parameters>): bigint =>
  bitsOf(isInteger(part(request, 'group')));

type Plan = Omit<ReductionPlan, 'measures'>;

export const slopePlan = <Parameters>(request: MethodRequest<Parameters>, measured: MeasuredValue): Plan => {
  const { cluster, match } = request.parts;
  const group = part(request, 'group');
  const zero = (name: string, sql: string): KeyColumn => ({ name, sql, whenLeftOut: '0' });
  return {
    raw: [
      { name: 'raw_x', sql: numberOf(group) },
      ...request.strata.map((expression, index) => ({ name: `raw_stratum_${index}`, sql: namedLevelOf(expression) })),
      ...(cluster === undefined ? [] : [{ name: clusterColumn, sql: keyOf(cluster) }]),
      ...(match === undefined ? [] : [{ name: matchColumn, sql: keyOf(match) }]),
      ...(cluster === undefined && match === undefined ? [rowColumn] : []),
      ...measured.raw,
    ],
    rules: [
      missingNumber('raw_x', 'group'),
      unusableNumber('raw_x', 'group'),
      ...(match === undefined ? [] : [missingKey(matchColumn, 'match', match)]),
      ...(cluster === undefined ? [] : [missingKey(clusterColumn, 'cluster', cluster)]),
      ...measured.rules,
    ],
    keys:
      match === undefined
        ? [
            ...request.strata.map((_, index) => ({
              name: `stratum_${index}`,
              sql: `raw_stratum_${index}`,
              whenLeftOut: "''",
            })),
            cluster === undefined
              ? rowBucket(request)
              : {
                  name: 'bucket',
                  sql: `toUInt32(${keyHash([clusterColumn])} % ${bucketsFor(request)})`,
                  whenLeftOut: 'toUInt32(0)',
                },
          ]
        : [
            {
              name: 'match_key',
              sql: keyHash([matchColumn, ...request.strata.map((_, index) => `raw_stratum_${index}`)]),
              whenLeftOut: 'toUInt64(0)',
            },
            ...(cluster === undefined
              ? []
              : [{ name: 'cluster_key', sql: keyHash([clusterColumn]), whenLeftOut: 'toUInt64(0)' }]),
          ],
    values: [zero('x', `ifNull(${fixedOf('raw_x', isInteger(group))}, 0)`), zero('y', `ifNull(${measured.value}, 0)`)],
  };
};

const moments: readonly Measure[] = [
  { name: 'sum_x', sql: exactSum('x'), adds: 'sum' },
  { name: 'sum_y', sql: exactSum('y'), adds: 'sum' },
  { name: 'sum_xx', sql: exactSumOfProducts('x', 'x'), adds: 'sum' },
  { name: 'sum_xy', sql: exactSumOfProducts('x', 'y'), adds: 'sum' },
  { name: 'sum_yy', sql: exactSumOfProducts('y', 'y'), adds: 'sum' },
];

const offMatch = (name: string): string => `toFloat64(match_rows * ${name} - match_${name}) / toFloat64(match_rows)`;

/** Sums for a slope: by stratum and cluster bucket, or, inside matches, scores by match and by cluster. */
export const reduceSlope = <Parameters>(request: MethodRequest<Parameters>, measured: MeasuredValue): Reduction => {
  const plan = slopePlan(request, measured);
  if (request.parts['match'] === undefined) return reductionOf(request, { ...plan, measures: moments });
  const units = [...unitColumns(request).map(({ name }) => name), leftOutName];
  const on = units.join(', ');
  const buckets = bucketsFor(request);
  const kinds = [
    `(toUInt8(${matchedKinds.byMatch}), toUInt32(match_key % ${buckets}))`,
    ...(request.parts['cluster'] === undefined
      ? []
      : [
          `(toUInt8(${matchedKinds.byCluster}), toUInt32(cluster_key % ${buckets}))`,
          `(toUInt8(${matchedKinds.byBoth}), toUInt32(cityHash64(match_key, cluster_key) % ${buckets}))`,
        ]),
  ];
  const keys = [...units, 'kind', 'bucket'];
  const scores: readonly Measure[] = [
    { name: countName, sql: 'count()', adds: 'sum' },
    ...moments,
    { name: 'a', sql: exactSumOfScores(`off_x * base_y / exp2(${measured.bits})`), adds: 'sum' },
    { name: 'b', sql: exactSumOfScores(`off_x * base_x / exp2(${slopeBits(request)})`), adds: 'sum' },
  ];
  // By cluster, off the mean of the other clusters' rows in the match: a cluster's own errors must not be taken off themselves.
  const clustered = request.parts['cluster'] !== undefined;
  const others = `placed.1 != ${matchedKinds.byMatch} AND match_rows > cluster_rows`;
  const off = (name: string): string =>
    clustered
      ? `if(${others}, toFloat64((match_rows - cluster_rows) * ${name} - match_${name} + cluster_${name}) / toFloat64(match_rows - cluster_rows), ${offMatch(name)})`
      : offMatch(name);
  const inWindow = (window: string, name: string): string =>
    `toInt256(count() OVER ${window}) AS ${name}_rows, sum(toInt256(x)) OVER ${window} AS ${name}_x, sum(toInt256(y)) OVER ${window} AS ${name}_y`;
  return {
    sql: `SELECT ${keys.join(', ')},
  ${scores.map(({ name, sql }) => `${sql} AS ${name}`).join(',\n  ')}
FROM (
  SELECT ${on}, x, y, arrayJoin([${kinds.join(', ')}]) AS placed, placed.1 AS kind, placed.2 AS bucket,
    ${offMatch('x')} / exp2(${slopeBits(request)}) AS off_x, ${off('x')} AS base_x, ${off('y')} AS base_y
  FROM (
    SELECT *, ${inWindow('of_match', 'match')}${clustered ? `, ${inWindow('of_cluster', 'cluster')}` : ''}
    FROM (${classifiedRows(request, plan)})
    WINDOW of_match AS (PARTITION BY ${on}, match_key)${clustered ? `, of_cluster AS (PARTITION BY ${on}, match_key, cluster_key)` : ''}
  )
)
GROUP BY ${keys.join(', ')}
ORDER BY ${keys.join(', ')}`,
    keys: keys.filter((key) => key !== dayName),
    measures: Object.fromEntries(scores.map(({ name, adds }) => [name, adds])),
  };
};
