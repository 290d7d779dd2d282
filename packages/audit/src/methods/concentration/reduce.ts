import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { classifiedRows, type LeftOutRule, type ReductionPlan, unitColumns } from '../common/reduction.ts';
import { bucketOf, bucketsFor, isInteger, levelOf, numberOf } from '../common/sql.ts';
import { exactSumOfScores, fixedOf } from '../common/sums.ts';
import { missingLevel, missingNumber, unusableNumber } from '../common/texts.ts';
import { ofUnit } from '../common/unit-filter.ts';
import type { ConcentrationParameters } from './parameters.ts';
import { negativeWeight } from './texts.ts';

type Request = MethodRequest<ConcentrationParameters>;

export const rules = ({ parts: { weight, cluster } }: Request): readonly LeftOutRule[] => [
  missingLevel('raw_entity', 'entity'),
  ...(cluster === undefined ? [] : [missingLevel('raw_cluster', 'cluster')]),
  ...(weight === undefined
    ? []
    : [
        missingNumber('raw_weight', 'weight'),
        unusableNumber('raw_weight', 'weight'),
        { when: 'ifNull(raw_weight < 0, 0)', reason: negativeWeight, fault: { part: 'weight' } },
      ]),
];

const plan = (request: Request): ReductionPlan => {
  const { entity, weight, cluster } = request.parts;
  return {
    raw: [
      { name: 'raw_entity', sql: entity === undefined ? "''" : levelOf(entity) },
      ...(weight === undefined ? [] : [{ name: 'raw_weight', sql: numberOf(weight) }]),
      ...(cluster === undefined ? [] : [{ name: 'raw_cluster', sql: levelOf(cluster) }]),
    ],
    rules: rules(request),
    keys: [{ name: 'entity', sql: 'cityHash64(raw_entity)', whenLeftOut: '0' }],
    values: [
      {
        name: 'amount',
        sql: weight === undefined ? 'toInt128(1)' : fixedOf('assumeNotNull(raw_weight)', isInteger(weight)),
        whenLeftOut: '0',
      },
      ...(cluster === undefined ? [] : [{ name: 'cluster_key', sql: 'cityHash64(raw_cluster)', whenLeftOut: '0' }]),
    ],
    measures: [],
  };
};

const onUnits = (request: Request): readonly string[] => [...unitColumns(request).map(({ name }) => name), 'left_out'];

/** Per entity its total and its cells, (bucket, rows, amount, squares): the squares of its rows, or with clusters of what its buckets hold. */
const totals = (request: Request): string => {
  const on = onUnits(request).join(', ');
  const clustered = request.parts['cluster'] !== undefined;
  const bucket = clustered ? `toUInt32(${bucketOf('cluster_key', bucketsFor(request))})` : 'toUInt32(0)';
  const squares = clustered
    ? 'sum(toInt256(amount)) * sum(toInt256(amount))'
    : 'sum(toInt256(amount) * toInt256(amount))';
  return `SELECT ${on}, entity, sum(cell_amount) AS total, groupArray((bucket, cell_rows, cell_amount, cell_squares)) AS cells
  FROM (
    SELECT ${on}, entity, ${bucket} AS bucket, count() AS cell_rows, sum(toInt256(amount)) AS cell_amount, toFloat64(${squares}) AS cell_squares
    FROM (${classifiedRows(request, plan(request))}) GROUP BY ${on}, entity, bucket
  )
  GROUP BY ${on}, entity`;
};

/** Twice the mean rank from below, the rank from above, and what all entities hold together. */
const ranked = (request: Request): string => {
  const on = onUnits(request).join(', ');
  return `SELECT ${on}, entity, total, cells,
    count() OVER every AS entity_count, sum(total) OVER every AS whole, max(total) OVER every AS largest,
    2 * rank() OVER (PARTITION BY ${on} ORDER BY total) + count() OVER (PARTITION BY ${on}, total) - 1 AS twice_rank,
    row_number() OVER (PARTITION BY ${on} ORDER BY total DESC, entity) AS from_above
  FROM (${totals(request)})
  WINDOW every AS (PARTITION BY ${on})`;
};

/** What an entity counts for in each measure, between 0 and 1. */
export const scoreColumns = { gini: 'rank_score', hhi: 'own_share', 'top-share': 'in_top' } as const;

export const reduce = (request: Request): Reduction => {
  const units = onUnits(request);
  const keys = [...units, 'bucket'];
  const { measure, top, entities } = request.parameters;
  const chosen = scoreColumns[measure];
  const known = entities === undefined ? 'entity_count' : `greatest(entity_count, ${entities})`;
  // How evenly clusters contribute, to tell what buckets hold because clusters share them from what one cluster holds.
  const clusters =
    request.parts['cluster'] === undefined
      ? ''
      : `
UNION ALL
SELECT ${units.join(', ')}, toUInt32(0), toUInt8(1), toUInt64(0), toUInt64(0), toFloat64(0), ${Array.from({ length: 4 }, () => 'toInt256(0)').join(', ')},
  ${exactSumOfScores('if(whole = 0, 0, pow(toFloat64(own) / toFloat64(whole), 2))')}, toInt256(0), toInt256(0)
FROM (
  SELECT ${units.join(', ')}, own, sum(own) OVER (PARTITION BY ${units.join(', ')}) AS whole
  FROM (SELECT ${units.join(', ')}, cluster_key, sum(toInt256(amount)) AS own FROM (${classifiedRows(request, plan(request))}) GROUP BY ${units.join(', ')}, cluster_key)
)
GROUP BY ${units.join(', ')}`;
  return {
    sql: `SELECT * FROM (SELECT ${keys.join(', ')}, toUInt8(0) AS of_clusters, sum(cell.2) AS n, any(entity_count) AS entities, any(toFloat64(largest) / toFloat64(whole)) AS largest_share,
  ${exactSumOfScores('held')} AS held_sum, ${exactSumOfScores('held * rank_score')} AS gini_sum, ${exactSumOfScores('held * own_share')} AS hhi_sum, ${exactSumOfScores('held * in_top')} AS top_sum,
  ${exactSumOfScores('square')} AS square_sum, ${exactSumOfScores(`square * ${chosen}`)} AS square_score_sum, ${exactSumOfScores(`square * ${chosen} * ${chosen}`)} AS square_score_square_sum
FROM (
  SELECT ${units.join(', ')}, entity_count, whole, largest, arrayJoin(cells) AS cell, cell.1 AS bucket,
    if(whole = 0, 0, toFloat64(cell.3) / toFloat64(whole)) AS held, if(whole = 0, 0, cell.4 / toFloat64(whole) / toFloat64(whole)) AS square,
    twice_rank / (2 * entity_count) AS rank_score, if(whole = 0, 0, toFloat64(total) / toFloat64(whole)) AS own_share, toFloat64(from_above <= ceil(${top} * ${known})) AS in_top
  FROM (${ranked(request)})
)
GROUP BY ${keys.join(', ')}${clusters})
ORDER BY ${keys.join(', ')}, of_clusters`,
    keys: [...keys, 'of_clusters'],
    measures: {},
  };
};

export const worst = (request: Request, by: Readonly<Record<string, string>>, limit: number): string => {
  const { entity, weight } = request.parts;
  const amount = weight === undefined ? '1' : `ifNull(toFloat64(${weight.sql}), 0)`;
  return `SELECT entity, held / sum(held) OVER () AS share
FROM (SELECT ${entity === undefined ? "''" : levelOf(entity)} AS entity, sum(${amount}) AS held FROM ${request.relation} AS relation WHERE ${ofUnit(request, by)} GROUP BY entity)
WHERE entity != '' AND held > 0
ORDER BY held DESC, entity
LIMIT ${limit}`;
};
