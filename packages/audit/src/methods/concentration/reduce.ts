import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { classifiedRows, type LeftOutRule, type ReductionPlan, unitColumns } from '../common/reduction.ts';
import { bucketOf, bucketsFor, isInteger, levelOf, numberOf } from '../common/sql.ts';
import { exactSumOfScores, fixedOf } from '../common/sums.ts';
import { missingLevel, missingNumber, unusableNumber } from '../common/texts.ts';
import { ofUnit } from '../common/unit-filter.ts';
import type { ConcentrationParameters } from './method.ts';
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
    keys: [{ name: 'entity', sql: 'raw_entity', whenLeftOut: "''" }],
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

/**
 * Per entity its total and its cells, (bucket, rows, amount, squares). With clusters the squares are of what one cluster gave to one entity: a
 * cluster that returns to the same entity is one throw, not many.
 */
const totals = (request: Request): string => {
  const on = onUnits(request).join(', ');
  const rows = classifiedRows(request, plan(request));
  const cells =
    request.parts['cluster'] === undefined
      ? `SELECT ${on}, entity, toUInt32(0) AS bucket, count() AS cell_rows, sum(toInt256(amount)) AS cell_amount, toFloat64(sum(toInt256(amount) * toInt256(amount))) AS cell_squares FROM (${rows}) GROUP BY ${on}, entity`
      : `SELECT ${on}, entity, toUInt32(${bucketOf('cluster_key', bucketsFor(request))}) AS bucket, sum(own_rows) AS cell_rows, sum(own_amount) AS cell_amount, toFloat64(sum(own_amount * own_amount)) AS cell_squares
  FROM (SELECT ${on}, entity, cluster_key, count() AS own_rows, sum(toInt256(amount)) AS own_amount FROM (${rows}) GROUP BY ${on}, entity, cluster_key)
  GROUP BY ${on}, entity, bucket`;
  return `SELECT ${on}, entity, sum(cell_amount) AS total, groupArray((bucket, cell_rows, cell_amount, cell_squares)) AS cells FROM (${cells}) GROUP BY ${on}, entity`;
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
  return {
    sql: `SELECT ${keys.join(', ')}, sum(cell.2) AS n, any(entity_count) AS entities, any(toFloat64(largest) / toFloat64(whole)) AS largest_share,
  ${exactSumOfScores('held')} AS held_sum, ${exactSumOfScores('held * rank_score')} AS gini_sum, ${exactSumOfScores('held * own_share')} AS hhi_sum, ${exactSumOfScores('held * in_top')} AS top_sum,
  ${exactSumOfScores('square')} AS square_sum, ${exactSumOfScores(`square * ${chosen}`)} AS square_score_sum, ${exactSumOfScores(`square * ${chosen} * ${chosen}`)} AS square_score_square_sum
FROM (
  SELECT ${units.join(', ')}, entity_count, whole, largest, arrayJoin(cells) AS cell, cell.1 AS bucket,
    if(whole = 0, 0, toFloat64(cell.3) / toFloat64(whole)) AS held, if(whole = 0, 0, cell.4 / toFloat64(whole) / toFloat64(whole)) AS square,
    twice_rank / (2 * entity_count) AS rank_score, if(whole = 0, 0, toFloat64(total) / toFloat64(whole)) AS own_share, toFloat64(from_above <= ceil(${top} * ${known})) AS in_top
  FROM (${ranked(request)})
)
GROUP BY ${keys.join(', ')}
ORDER BY ${keys.join(', ')}`,
    keys,
    measures: {},
  };
};

export const worst = (request: Request, by: Readonly<Record<string, string>>, limit: number): string => {
  const own = { ...request, relation: `(SELECT * FROM ${request.relation} AS source WHERE ${ofUnit(request, by)})` };
  return `SELECT entity, toFloat64(total) / toFloat64(whole) AS share FROM (${ranked(own)}) WHERE left_out = 0 AND whole > 0 ORDER BY from_above LIMIT ${limit}`;
};
