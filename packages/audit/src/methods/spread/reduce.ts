import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { orderOf, packedPair, secondOfPair } from '../common/packed.ts';
import {
  classifiedRows,
  groupedByHash,
  type LeftOutRule,
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

const slates = (request: Request): string => {
  const { taken, key } = slateGroup(request);
  return `SELECT ${taken}, min(together) AS user_key, count() AS slot_rows,
    arrayMap(slot -> ${secondOfPair('slot')}, arrayCompact(arraySort(groupArrayIf(${packedPair(orderOf('place'), 'toUInt64(same)')}, left_out = 0)))) AS keys
  FROM (${classifiedRows(request, plan(request))})
  GROUP BY ${key}`;
};

/**
 * A window is too full exactly when it holds a key's occurrence and the one "atMost" before it. Such pairs, found in the list sorted by
 * key and place, give the starts of the windows that hold both; a start that lies in any of these stretches is counted once. Most slates hold no
 * key so often: they are passed over by looking through empty lists.
 */
const windows = ({ parameters: { window, atMost } }: Request): string => `
    toInt64(length(keys)) AS slate_length,
    ${window === undefined ? 'slate_length' : `least(slate_length, ${window})`} AS reach,
    arrayFilter(key -> key != 0, keys) AS with_key,
    length(with_key) AS keyed_slots,
    if(arrayMax(arrayEnumerateUniq(with_key)) > ${atMost}, keys, []) AS suspects,
    arraySort(arrayFilter(slot -> slot.1 != 0, arrayZip(suspects, arrayEnumerate(suspects)))) AS by_key,
    greatest(toInt64(length(by_key)) - ${atMost}, 0) AS later,
    arrayFilter(stretch -> stretch.1 <= stretch.2, arrayMap(
      (late, early) -> if(late.1 = early.1, (greatest(toInt64(late.2) - reach + 1, 1), least(toInt64(early.2), slate_length - reach + 1)), (toInt64(1), toInt64(0))),
      arraySlice(by_key, ${atMost + 1}), arraySlice(by_key, 1, later))) AS stretches,
    if(slate_length = 0, toInt64(0), slate_length - reach + 1) AS slate_windows,
    arrayCount(start -> arrayExists(stretch -> start >= stretch.1 AND start <= stretch.2, stretches), if(empty(stretches), [], range(1, slate_windows + 1))) AS windows_over,
    keyed_slots - length(arrayDistinct(with_key)) AS repeated_slots,
    if(repeated_slots = 0, [], keys) AS repeating,
    if(repeated_slots = 0, least(slate_length, toInt64(1)), arrayMax(arrayMap(run -> toInt64(length(run)), arraySplit((key, begins) -> begins, repeating,
      arrayMap((key, before) -> key != before OR key = 0, repeating, if(empty(repeating), [], arrayPushFront(arrayPopBack(repeating), toUInt64(0)))))))) AS run`;

export const reduce = (request: Request): Reduction => {
  const units = [...unitColumns(request).map(({ name }) => name), 'left_out'];
  const keys = [...units, 'bucket'];
  return {
    sql: `SELECT ${keys.join(', ')},
  sum(slot_rows) AS n, countIf(slate_length > 0) AS slates, sum(slate_length) AS slots, sum(keyed_slots) AS keyed,
  sum(slate_windows) AS windows, sum(windows_over) AS over, countIf(windows_over > 0) AS slates_over,
  sum(repeated_slots) AS repeats, countIf(repeated_slots > 0) AS slates_repeating, max(run) AS longest_run, min(user_key) AS least_hash
FROM (
  SELECT ${slateGroup(request).given}, user_key, toUInt32(user_key % ${bucketsFor(request)}) AS bucket, slot_rows,${windows(request)}
  FROM (${slates(request)})
)
GROUP BY ${keys.join(', ')}
ORDER BY ${keys.join(', ')}`,
    keys: keys.filter((key) => key !== dayName),
    measures: {
      n: 'sum',
      slates: 'sum',
      slots: 'sum',
      keyed: 'sum',
      windows: 'sum',
      over: 'sum',
      slates_over: 'sum',
      repeats: 'sum',
      slates_repeating: 'sum',
      longest_run: 'most',
      least_hash: 'least',
    },
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
