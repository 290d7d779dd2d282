import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { orderOf, packedPair, secondOfPair } from '../common/packed.ts';
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
import type { SpreadParameters } from './parameters.ts';

type Request = MethodRequest<SpreadParameters>;

export const rules: readonly LeftOutRule[] = [
  missingLevel('raw_request', 'request'),
  missingNumber('raw_rank', 'rank'),
  unusableNumber('raw_rank', 'rank'),
];

/** 0 stands for no key. */
const plan = ({ parts: { user, request, rank, key } }: Request): ReductionPlan => {
  const together = user ?? request;
  return {
    raw: [
      { name: 'raw_request', sql: request === undefined ? "''" : levelOf(request) },
      { name: 'raw_rank', sql: `toFloat64(${rank?.sql ?? 'NULL'})` },
      { name: 'raw_key', sql: key === undefined ? "''" : levelOf(key) },
      { name: 'raw_user', sql: together === undefined ? "''" : levelOf(together) },
    ],
    rules,
    keys: [{ name: 'request_key', sql: 'cityHash64(raw_request)', whenLeftOut: '0' }],
    values: [
      { name: 'place', sql: 'assumeNotNull(raw_rank)', whenLeftOut: '0' },
      { name: 'same', sql: "if(raw_key = '', 0, greatest(cityHash64(raw_key), 1))", whenLeftOut: '0' },
      { name: 'together', sql: 'cityHash64(raw_user)', whenLeftOut: '0' },
    ],
    measures: [],
  };
};

const slateGroup = (request: Request): ReturnType<typeof groupedByHash> =>
  groupedByHash([...unitColumns(request).map(({ name }) => name), 'left_out'], ['request_key']);

/** A slate whose keys all differ needs no order: nothing in it repeats, and no record stands there twice. */
const slates = (request: Request): string => {
  const { taken, key } = slateGroup(request);
  return `SELECT ${taken}, min(together) AS user_key, count() AS slot_rows,
    groupArrayIf(${packedPair(orderOf('place'), 'toUInt64(same)')}, left_out = 0) AS slots,
    arrayMap(slot -> ${secondOfPair('slot')}, slots) AS found,
    length(arrayDistinct(found)) < length(found) AS crowded,
    arrayMap(slot -> ${secondOfPair('slot')}, arrayCompact(arraySort(if(crowded, slots, [])))) AS keys,
    toInt64(if(crowded, length(keys), length(found))) AS slate_length,
    slate_length - toInt64(if(crowded, countEqual(keys, 0), countEqual(found, 0))) AS keyed_slots
  FROM (${classifiedRows(request, plan(request))})
  GROUP BY ${key}`;
};

/**
 * A window is too full exactly when it holds a key's occurrence and the one "atMost" before it. Such pairs, found in the list sorted by
 * key and place, give the starts of the windows that hold both; a start that lies in any of these stretches is counted once. Most slates hold no
 * key so often: they are passed over by looking through empty lists.
 */
const windows = ({ parameters: { window, atMost } }: Request): string => `
    ${window === undefined ? 'slate_length' : `least(slate_length, ${window})`} AS reach,
    arrayFilter(key -> key != 0, keys) AS with_key,
    if(arrayMax(arrayEnumerateUniq(with_key)) > ${atMost}, keys, []) AS suspects,
    arraySort(arrayFilter(slot -> slot.1 != 0, arrayZip(suspects, arrayEnumerate(suspects)))) AS by_key,
    greatest(toInt64(length(by_key)) - ${atMost}, 0) AS later,
    arrayFilter(stretch -> stretch.1 <= stretch.2, arrayMap(
      (late, early) -> if(late.1 = early.1, (greatest(toInt64(late.2) - reach + 1, 1), least(toInt64(early.2), slate_length - reach + 1)), (toInt64(1), toInt64(0))),
      arraySlice(by_key, ${atMost + 1}), arraySlice(by_key, 1, later))) AS stretches,
    if(slate_length = 0, toInt64(0), slate_length - reach + 1) AS slate_windows,
    arrayCount(start -> arrayExists(stretch -> start >= stretch.1 AND start <= stretch.2, stretches), if(empty(stretches), [], range(1, slate_windows + 1))) AS windows_over,
    length(with_key) - length(arrayDistinct(with_key)) AS repeated_slots,
    if(repeated_slots = 0, [], keys) AS repeating,
    if(repeated_slots = 0, least(slate_length, toInt64(1)), arrayMax(arrayMap(run -> toInt64(length(run)), arraySplit((key, begins) -> begins, repeating,
      arrayMap((key, before) -> key != before OR key = 0, repeating, if(empty(repeating), [], arrayPushFront(arrayPopBack(repeating), toUInt64(0)))))))) AS run`;

export const reduce = (request: Request): Reduction => {
  const keys = [...lastUnits(request), 'left_out', 'bucket'];
  const { columns, said } = ofDaysTogether(request);
  const measures: readonly Measure[] = [
    { name: 'n', sql: 'sum(slot_rows)', adds: 'sum' },
    { name: 'slates', sql: 'countIf(slate_length > 0)', adds: 'sum' },
    { name: 'slots', sql: 'sum(slate_length)', adds: 'sum' },
    { name: 'keyed', sql: 'sum(keyed_slots)', adds: 'sum' },
    { name: 'windows', sql: 'sum(slate_windows)', adds: 'sum' },
    { name: 'over', sql: 'sum(windows_over)', adds: 'sum' },
    { name: 'slates_over', sql: 'countIf(windows_over > 0)', adds: 'sum' },
    { name: 'repeats', sql: 'sum(repeated_slots)', adds: 'sum' },
    { name: 'slates_repeating', sql: 'countIf(repeated_slots > 0)', adds: 'sum' },
    { name: 'longest_run', sql: 'max(run)', adds: 'most' },
    { name: 'least_hash', sql: 'min(user_key)', adds: 'least' },
  ];
  const seen = `SELECT ${slateGroup(request).given}, user_key, toUInt32(user_key % ${bucketsFor(request)}) AS bucket, slot_rows, slate_length, keyed_slots,${windows(request)}
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
  const { request: slate, rank, key } = request.parts;
  const [slateSql, keySql] = [slate, key].map((part) => (part === undefined ? "''" : levelOf(part)));
  return `SELECT request, same_key, count() AS times, arraySort(groupArray(place)) AS ranks
FROM (
  SELECT DISTINCT ${slateSql} AS request, ${keySql} AS same_key, toFloat64(${rank?.sql ?? 'NULL'}) AS place
  FROM ${request.relation} AS relation
  WHERE ${ofUnit(request, by)}
)
WHERE same_key != '' AND isNotNull(place)
GROUP BY request, same_key
HAVING times > ${request.parameters.atMost}
ORDER BY times DESC, request, same_key
LIMIT ${limit}`;
};
