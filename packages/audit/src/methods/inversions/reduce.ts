import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { firstOfPair, numberOfOrder, orderOf, packedPair, secondOfPair } from '../common/packed.ts';
import {
  classifiedRows,
  groupedByHash,
  groupedRows,
  lastUnits,
  type LeftOutRule,
  type Measure,
  ofDaysTogether,
  type ReductionPlan,
  unitColumns,
} from '../common/reduction.ts';
import { bucketsFor, dayName, levelOf } from '../common/sql.ts';
import { missingLevel, missingNumber, unusableNumber } from '../common/texts.ts';
import { ofUnit } from '../common/unit-filter.ts';
import type { InversionsParameters } from './parameters.ts';

type Request = MethodRequest<InversionsParameters>;

export const rules = (request: Request): readonly LeftOutRule[] => [
  missingLevel('raw_request', 'request'),
  missingNumber('raw_rank', 'rank'),
  missingNumber('raw_score', 'score'),
  unusableNumber('raw_rank', 'rank'),
  unusableNumber('raw_score', 'score'),
  ...(request.parts['group'] === undefined ? [] : [missingLevel('raw_group', 'group')]),
];

const plan = (request: Request): ReductionPlan => {
  const { request: slate, rank, score, group, cluster } = request.parts;
  const sign = request.parameters.direction === 'higher-first' ? '' : '-';
  const together = cluster ?? slate;
  return {
    raw: [
      { name: 'raw_request', sql: slate === undefined ? "''" : levelOf(slate) },
      { name: 'raw_rank', sql: `toFloat64(${rank?.sql ?? 'NULL'})` },
      { name: 'raw_score', sql: `${sign}toFloat64(${score?.sql ?? 'NULL'})` },
      { name: 'raw_cluster', sql: together === undefined ? "''" : levelOf(together) },
      ...(group === undefined ? [] : [{ name: 'raw_group', sql: levelOf(group) }]),
    ],
    rules: rules(request),
    keys: [{ name: 'request_key', sql: 'cityHash64(raw_request)', whenLeftOut: '0' }],
    values: [
      { name: 'place', sql: 'assumeNotNull(raw_rank)', whenLeftOut: '0' },
      { name: 'points', sql: 'assumeNotNull(raw_score)', whenLeftOut: '0' },
      { name: 'together', sql: 'cityHash64(raw_cluster)', whenLeftOut: '0' },
      ...(group === undefined ? [] : [{ name: 'owner', sql: 'raw_group', whenLeftOut: "''" }]),
    ],
    measures: [],
  };
};

const slateGroup = (request: Request): ReturnType<typeof groupedByHash> =>
  groupedByHash([...unitColumns(request).map(({ name }) => name), 'left_out'], ['request_key']);

/** Slots of a slate by place, equal places with the better score first, so that no pair of one place looks inverted. */
const slates = (request: Request): string => {
  const { taken, key } = slateGroup(request);
  const slots =
    request.parts['group'] === undefined
      ? `arraySort(groupArrayIf(${packedPair(orderOf('place'), orderOf('-points'))}, left_out = 0)) AS slots,
    arrayMap(slot -> ${numberOfOrder(firstOfPair('slot'))}, slots) AS places,
    arrayMap(slot -> -${numberOfOrder(secondOfPair('slot'))}, slots) AS scores`
      : `arraySort(slot -> (slot.1, -slot.2), groupArrayIf((place, points, owner), left_out = 0)) AS slots,
    arrayMap(slot -> slot.1, slots) AS places,
    arrayMap(slot -> slot.2, slots) AS scores`;
  return `SELECT ${taken}, min(together) AS together_key, count() AS slot_rows,
    ${slots},
    arrayCount((here, next, at, after) -> after > at AND next > here, arrayPopBack(scores), arrayPopFront(scores), arrayPopBack(places), arrayPopFront(places)) AS neighbours_inverted
  FROM (${classifiedRows(request, plan(request))})
  GROUP BY ${key}`;
};

/** Only slates with an inverted neighbour can hold any inverted pair; all others are skipped by looking through an empty list. */
const inverted = `arraySum((better, at, index) -> arrayCount((other, after) -> other > better AND after > at, arraySlice(scores, index + 1), arraySlice(places, index + 1)),
      if(neighbours_inverted = 0, [], scores), if(neighbours_inverted = 0, [], places), if(neighbours_inverted = 0, [], arrayEnumerate(scores)))`;

/** (group, results, net places ahead) of a slate; equal scores keep the order they were shown in. */
const gains = `arrayMap(level -> (level, toInt64(countEqual(owners, level)), toInt64(arraySum((place, owner) -> if(owner = level, toInt64(place.2) - toInt64(place.1), 0), by_score, arrayMap(place -> owners[place.1], by_score)))), arrayDistinct(owners))`;

export const reduce = (request: Request): Reduction => {
  const grouped = request.parts['group'] !== undefined;
  const keys = [...lastUnits(request), 'left_out', 'level', 'bucket'];
  const { columns, said } = ofDaysTogether(request);
  const lines = grouped
    ? `arrayJoin(arrayConcat([('', toInt64(0), toInt64(0))], ${gains})) AS line, line.1 AS level, line.1 = '' AS whole`
    : `'' AS level, 1 AS whole`;
  const owners = grouped
    ? `arrayMap(slot -> slot.3, slots) AS owners,
    arrayZip(arraySort(index -> (-scores[index], index), arrayEnumerate(scores)), arrayEnumerate(scores)) AS by_score,`
    : '';
  const measures: readonly Measure[] = [
    { name: 'n', sql: 'sumIf(slot_rows, whole)', adds: 'sum' },
    { name: 'requests', sql: 'sumIf(slate_pairs > 0, whole)', adds: 'sum' },
    { name: 'touched', sql: 'sumIf(slate_inverted > 0, whole)', adds: 'sum' },
    { name: 'pairs', sql: 'sumIf(slate_pairs, whole)', adds: 'sum' },
    { name: 'inverted', sql: 'sumIf(slate_inverted, whole)', adds: 'sum' },
    { name: 'adjacent', sql: 'sumIf(neighbours, whole)', adds: 'sum' },
    { name: 'adjacent_inverted', sql: 'sumIf(neighbours_inverted, whole)', adds: 'sum' },
    { name: 'results', sql: grouped ? 'sum(line.2)' : 'toInt64(0)', adds: 'sum' },
    { name: 'ahead', sql: grouped ? 'sum(line.3)' : 'toInt64(0)', adds: 'sum' },
    { name: 'least_hash', sql: 'min(together_key)', adds: 'least' },
  ];
  const seen = `SELECT ${slateGroup(request).given}, together_key, together_key % ${bucketsFor(request)} AS bucket, slot_rows, neighbours_inverted,
    toInt64(length(slots)) * (toInt64(length(slots)) - 1) / 2 AS possible_pairs,
    toInt64(possible_pairs) - toInt64(arraySum(turn -> turn - 1, arrayEnumerateUniq(places))) AS slate_pairs,
    greatest(toInt64(length(arrayCompact(places))) - 1, 0) AS neighbours,
    ${inverted} AS slate_inverted,
    ${owners}
    ${lines}
  FROM (${slates(request)})`;
  return {
    sql: `${groupedRows(keys, [...measures, ...columns], seen)}
ORDER BY ${keys.join(', ')}`,
    keys: keys.filter((key) => key !== dayName),
    measures: Object.fromEntries(measures.map(({ name, adds }) => [name, adds])),
    ...said,
  };
};

export const worst = (request: Request, by: Readonly<Record<string, string>>, limit: number): string => {
  const { request: slate, rank, score } = request.parts;
  const [better, sign] = request.parameters.direction === 'higher-first' ? ['>', '-'] : ['<', ''];
  return `SELECT request, arrayCount((here, next) -> next ${better} here, arrayPopBack(scores), arrayPopFront(scores)) AS inverted_neighbours, arraySlice(scores, 1, 20) AS scores_by_rank
FROM (
  SELECT ${slate === undefined ? "''" : levelOf(slate)} AS request,
    arrayMap(slot -> slot.2, arraySort(slot -> (slot.1, ${sign}slot.2), groupArray((assumeNotNull(toFloat64(${rank?.sql ?? '0'})), assumeNotNull(toFloat64(${score?.sql ?? '0'})))))) AS scores
  FROM ${request.relation} AS relation
  WHERE ${ofUnit(request, by)} AND isNotNull(${rank?.sql ?? '0'}) AND isNotNull(${score?.sql ?? '0'})
  GROUP BY request
)
WHERE inverted_neighbours > 0
ORDER BY inverted_neighbours DESC, request
LIMIT ${limit}`;
};
