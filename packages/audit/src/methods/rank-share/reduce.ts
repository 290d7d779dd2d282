import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { classifiedRows, type LeftOutRule, type ReductionPlan, reductionOf, unitColumns } from '../common/reduction.ts';
import { bucketOf, bucketsFor, dayName, isInteger, levelOf, literal, literals, numberOf } from '../common/sql.ts';
import { exactSum, exactSumOfScores, fixedOf, numberFrom } from '../common/sums.ts';
import { levelNotCompared, missingLevel, missingNumber, unusableNumber } from '../common/texts.ts';
import { ofUnit } from '../common/unit-filter.ts';
import type { RankShareParameters } from './parameters.ts';
import { negativeWeight, noCandidates } from './texts.ts';

type Request = MethodRequest<RankShareParameters>;

/** Whether what a group should have comes from outside the shown rows: then one GROUP BY by bucket is enough. */
export const hasBaseline = (request: Request): boolean =>
  request.parts['baseline'] !== undefined ||
  request.parameters.expected !== undefined ||
  request.parameters.thresholds !== undefined;

/** Whole weights are added as they are; a discount by rank is no whole number. */
export const wholeWeights = (request: Request): boolean => {
  const { weight } = request.parts;
  return weight === undefined ? request.parameters.measure !== 'area' : isInteger(weight);
};

export const rules = (request: Request): readonly LeftOutRule[] => {
  const { rank, weight, baseline } = request.parts;
  const compare = request.compare ?? [];
  return [
    missingLevel('raw_request', 'request'),
    missingLevel('raw_group', 'group'),
    ...(compare.length > 1 ? [levelNotCompared(`raw_group NOT IN ${literals(compare)}`)] : []),
    ...(rank === undefined ? [] : [missingNumber('raw_rank', 'rank'), unusableNumber('raw_rank', 'rank')]),
    ...(weight === undefined
      ? []
      : [
          missingNumber('raw_weight', 'weight'),
          unusableNumber('raw_weight', 'weight'),
          { when: 'ifNull(raw_weight < 0, 0)', reason: negativeWeight, fault: { part: 'weight' } },
        ]),
    ...(baseline === undefined
      ? []
      : [{ when: 'NOT ifNull(raw_baseline >= 0 AND raw_baseline <= 1, 0)', reason: noCandidates }]),
  ];
};

const placeWeight = (request: Request): string => {
  const { top, measure } = request.parameters;
  if (request.parts['weight'] !== undefined) return fixedOf('assumeNotNull(raw_weight)', wholeWeights(request));
  const counts = top === undefined ? 'true' : `assumeNotNull(raw_rank) <= ${top}`;
  return measure === 'area'
    ? fixedOf(`if(${counts}, 1 / log2(1 + greatest(assumeNotNull(raw_rank), 1)), 0)`, false)
    : `toInt128(${counts})`;
};

const plan = (request: Request): ReductionPlan => {
  const { request: slate, group, rank, weight, baseline, candidates, cluster } = request.parts;
  const together = cluster ?? slate;
  const share =
    candidates === undefined
      ? `toFloat64(${baseline?.sql})`
      : `toFloat64(${baseline?.sql}) / nullIf(toFloat64(${candidates.sql}), 0)`;
  return {
    raw: [
      { name: 'raw_request', sql: slate === undefined ? "''" : levelOf(slate) },
      { name: 'raw_group', sql: group === undefined ? "''" : levelOf(group) },
      { name: 'raw_cluster', sql: together === undefined ? "''" : levelOf(together) },
      ...(rank === undefined ? [] : [{ name: 'raw_rank', sql: `toFloat64(${rank.sql})` }]),
      ...(weight === undefined ? [] : [{ name: 'raw_weight', sql: numberOf(weight) }]),
      ...(baseline === undefined ? [] : [{ name: 'raw_baseline', sql: share }]),
    ],
    rules: rules(request),
    keys: [],
    values: [
      { name: 'request_key', sql: 'cityHash64(raw_request)', whenLeftOut: '0' },
      { name: 'cluster_key', sql: 'cityHash64(raw_cluster)', whenLeftOut: '0' },
      { name: 'level', sql: 'raw_group', whenLeftOut: "''" },
      { name: 'place_weight', sql: placeWeight(request), whenLeftOut: '0' },
      {
        name: 'due_share',
        sql: baseline === undefined ? String(request.parameters.expected ?? 0) : 'assumeNotNull(raw_baseline)',
        whenLeftOut: '0',
      },
    ],
    measures: [],
  };
};

const measures = { places: 'sum', weights: 'sum', held: 'sum', due: 'sum', least_hash: 'least' } as const;

/** A weight that was fixed to whole multiples, as a number again. */
const asNumber = (request: Request, fixed: string): string =>
  wholeWeights(request) ? `toFloat64(${fixed})` : `toFloat64(${fixed}) * ${numberFrom(1n, 60n)}`;

const byBucket = (request: Request): Reduction => {
  const own = plan(request);
  const [focal = ''] = request.compare ?? [];
  return reductionOf(request, {
    ...own,
    keys: [
      { name: 'group_level', sql: literal(focal), whenLeftOut: "''" },
      { name: 'bucket', sql: bucketOf('raw_cluster', bucketsFor(request)), whenLeftOut: '0' },
    ],
    measures: [
      { name: 'places', sql: 'countIf(place_weight > 0)', adds: 'sum' },
      { name: 'weights', sql: exactSum('place_weight'), adds: 'sum' },
      { name: 'held', sql: exactSum(`if(level = ${literal(focal)}, place_weight, 0)`), adds: 'sum' },
      { name: 'due', sql: exactSumOfScores(`${asNumber(request, 'place_weight')} * due_share`), adds: 'sum' },
      { name: 'least_hash', sql: 'min(cluster_key)', adds: 'least' },
    ],
  });
};

/** What each level should have is its share of all rows of the request; a row with level `''` holds the request's totals. */
const byRequest = (request: Request): Reduction => {
  const units = [...unitColumns(request).map(({ name }) => name), 'left_out'];
  const on = units.join(', ');
  const keys = [...units, 'group_level', 'bucket'];
  const focal = request.compare?.[0];
  const rows = classifiedRows(request, plan(request));
  const totals =
    'min(cluster_key) AS cluster_key_of, count() AS slate_rows, countIf(place_weight > 0) AS slate_places, sum(toInt256(place_weight)) AS slate_weight';
  // One group to look at needs no list of groups.
  const slates =
    focal === undefined
      ? `SELECT ${on}, request_key, min(cluster_key_of_level) AS cluster_key_of, sum(level_rows) AS slate_rows, sum(level_places) AS slate_places,
    sum(level_weight) AS slate_weight, groupArray((level, level_rows, level_weight)) AS levels
  FROM (
    SELECT ${on}, request_key, level, min(cluster_key) AS cluster_key_of_level, count() AS level_rows, countIf(place_weight > 0) AS level_places,
      sum(toInt256(place_weight)) AS level_weight
    FROM (${rows})
    GROUP BY ${on}, request_key, level
  )
  GROUP BY ${on}, request_key`
      : `SELECT ${on}, request_key, ${totals}, [(${literal(focal)}, countIf(level = ${literal(focal)}), sumIf(toInt256(place_weight), level = ${literal(focal)}))] AS levels
  FROM (${rows})
  GROUP BY ${on}, request_key`;
  return {
    sql: `SELECT ${keys.join(', ')}, sum(line.2) AS n, sum(line.3) AS places, sum(line.4) AS weights, sum(line.5) AS held,
  ${exactSumOfScores('line.6')} AS due, min(cluster_key_of) AS least_hash
FROM (
  SELECT ${on}, cluster_key_of, toUInt32(cluster_key_of % ${bucketsFor(request)}) AS bucket,
    arrayJoin(arrayConcat(
      [('', toUInt64(slate_rows), toUInt64(slate_places), slate_weight, toInt256(0), toFloat64(0))],
      arrayMap(one -> (one.1, toUInt64(0), toUInt64(0), toInt256(0), one.3, ${asNumber(request, 'slate_weight')} * one.2 / slate_rows), levels)
    )) AS line, line.1 AS group_level
  FROM (${slates})
)
GROUP BY ${keys.join(', ')}
ORDER BY ${keys.join(', ')}`,
    keys: keys.filter((key) => key !== dayName),
    measures: { n: 'sum', ...measures },
  };
};

export const reduce = (request: Request): Reduction => (hasBaseline(request) ? byBucket(request) : byRequest(request));

export const worst = (request: Request, by: Readonly<Record<string, string>>, limit: number): string => {
  const own = plan(request);
  const [focal = ''] = request.compare ?? [];
  const relation = `(SELECT * FROM ${request.relation} AS source WHERE ${ofUnit(request, by)})`;
  const { day: _, ...whole } = request;
  const rows = classifiedRows(
    { ...whole, relation },
    { ...own, values: [...own.values, { name: 'slate', sql: 'raw_request', whenLeftOut: "''" }] },
  );
  const held = focal === '' ? 'group_level, ' : '';
  return `SELECT slate AS request, ${held}sum(${asNumber(request, focal === '' ? 'place_weight' : `if(level = ${literal(focal)}, place_weight, 0)`)}) AS held, any(slate_total) AS of
FROM (
  SELECT slate, level, level AS group_level, place_weight, sum(${asNumber(request, 'place_weight')}) OVER (PARTITION BY slate) AS slate_total
  FROM (${rows})
  WHERE left_out = 0
)
GROUP BY slate${focal === '' ? ', group_level' : ''}
HAVING of > 0
ORDER BY held / of DESC, of DESC, request
LIMIT ${limit}`;
};
