import type { MethodRequest } from '../../engine/method.ts';
import { classifiedRows, type LeftOutRule, type ReductionPlan, unitColumns } from '../common/reduction.ts';
import { levelOf } from '../common/sql.ts';
import { missingLevel, missingNumber } from '../common/texts.ts';
import { millisecondsOf } from '../common/time.ts';
import { mostChance, nearProbability } from './chance.ts';
import type { LockstepParameters } from './parameters.ts';

export type Request = MethodRequest<LockstepParameters>;

export const rules: readonly LeftOutRule[] = [
  missingLevel('raw_account', 'account'),
  missingLevel('raw_object', 'object'),
  missingNumber('raw_time', 'time'),
];

const plan = ({ parts: { account, object, time } }: Request): ReductionPlan => ({
  raw: [
    { name: 'raw_account', sql: account === undefined ? "''" : levelOf(account) },
    { name: 'raw_object', sql: object === undefined ? "''" : levelOf(object) },
    { name: 'raw_time', sql: time === undefined ? 'NULL' : millisecondsOf(time) },
  ],
  rules,
  keys: [
    { name: 'account', sql: 'cityHash64(raw_account)', whenLeftOut: '0' },
    { name: 'object', sql: 'cityHash64(raw_object)', whenLeftOut: '0' },
    { name: 'moment', sql: 'assumeNotNull(raw_time)', whenLeftOut: '0' },
  ],
  values: [],
  measures: [],
});

/** All acts, those left out with their rule. */
export const acts = (request: Request): string => classifiedRows(request, plan(request));

export const onUnits = (request: Request): readonly string[] => unitColumns(request).map(({ name }) => name);

const listed = (...names: readonly string[]): string => names.join(', ');

/** Everything an account did, by object and moment, where that is enough for any of the questions. */
export const activities = (request: Request): string => {
  const { minParticipation, together } = request.parameters;
  const on = onUnits(request);
  return `SELECT ${listed(...on, 'account')}, arraySort(groupArray((object, moment))) AS every
    FROM (${acts(request)}) WHERE left_out = 0 GROUP BY ${listed(...on, 'account')} HAVING length(every) >= ${Math.min(minParticipation, together)}`;
};

/** What an account did, by object and moment; with `once` only the first act on each object. At least `least` acts. */
const accounts = (request: Request, once: boolean, least: number): string => {
  const first = `arrayFilter((act, before) -> act.1 != before, every, arrayPushFront(arrayPopBack(arrayMap(act -> act.1, every)), toUInt64(0)))`;
  return `SELECT ${listed(...onUnits(request), 'account')}, ${once ? first : 'every'} AS own
    FROM (${activities(request)}) WHERE length(own) >= ${least}`;
};

const prefixOf = (on: readonly string[]): string => on.map((name) => `${name}, `).join('');

/** Chances are whole multiples of this, so that their sums do not depend on an order. */
export const chanceUnit = 2 ** -20;

/** Pairs that the even chance counts for against those seen in a block. */
const evenPairs = 10;

/**
 * Pairs of accounts with their meetings in blocks, `met`, those within the window, `near_met`, and the sum of the chances of the latter. Two
 * acts belong to one block of one object. The chance is that of two moments at random; where the block's acts crowd together more than that,
 * as at the outset of a rush, it is the share of close pairs among them, but never more than a half: a ring alone must not excuse itself.
 * Crowded blocks keep the accounts with the least hashes: the same ones wherever they turn up, and chosen without regard to when they act. What
 * they leave out is counted in `left`, of a pair that is none (accounts 0 and 0).
 */
export const meetings = (request: Request): string => {
  const { window, block, together, cap } = request.parameters;
  const on = onUnits(request);
  const prefix = prefixOf(on);
  const objects = `SELECT ${listed(...on, 'object')}, arraySort(groupArray((moment, account))) AS done
      FROM (SELECT ${listed(...on, 'account')}, act.1 AS object, act.2 AS moment FROM (${accounts(request, true, together)}) ARRAY JOIN own AS act)
      GROUP BY ${listed(...on, 'object')} HAVING length(done) >= 2`;
  const blocks = `SELECT ${prefix}arrayJoin(arrayFilter(part -> length(part) >= 2, arraySplit(
        (act, begins) -> begins, done, arrayMap((act, before) -> intDiv(act.1, ${block}) != intDiv(before.1, ${block}), done, arrayPushFront(arrayPopBack(done), done[1]))))) AS part
      FROM (${objects})`;
  const even = nearProbability(request.parameters);
  const chance = `toUInt64(round(least(${mostChance}, greatest(${even}, (arrayCount(found_pair -> found_pair.3, found) + ${evenPairs * even}) / (length(found) + ${evenPairs}))) * ${1 / chanceUnit}))`;
  // All that a pair needs stands in its own tuple: whatever stands beside a list is repeated for each of its members.
  return `SELECT ${listed(...on, 'low', 'high')}, countIf(low != high) AS met, countIf(near) AS near_met, sum(chance) AS chances, sum(over) AS left
  FROM (
    SELECT ${prefix}arrayJoin(pairs) AS pair, pair.1 AS low, pair.2 AS high, pair.3 AS near, pair.4 AS chance, pair.5 AS over
    FROM (
      SELECT ${prefix}arrayConcat(
        if(all_acts > ${cap}, [(toUInt64(0), toUInt64(0), toUInt8(0), toUInt64(0), toUInt64(all_acts - ${cap}))], []),
        arrayMap(found_pair -> (found_pair.1, found_pair.2, found_pair.3, block_chance, toUInt64(0)), found)) AS pairs
      FROM (
        SELECT ${prefix}all_acts, arrayFlatten(arrayMap((one, index) -> arrayMap(other -> (one.2, other.2, toUInt8(abs(one.1 - other.1) <= ${window})), arraySlice(kept, index + 1)), kept, arrayEnumerate(kept))) AS found,
          ${chance} AS block_chance
        FROM (SELECT ${prefix}length(part) AS all_acts, arraySlice(arraySort(act -> act.2, part), 1, ${cap}) AS kept FROM (${blocks}))
      )
    )
  )
  GROUP BY ${listed(...on, 'low', 'high')}
  HAVING met >= ${together} OR left > 0`;
};

/** How many accounts are active enough to be tested. */
export const activity = (request: Request): string => {
  const on = onUnits(request);
  return `SELECT ${prefixOf(on)}count() AS active_accounts FROM (${accounts(request, true, request.parameters.together)})${on.length === 0 ? '' : ` GROUP BY ${listed(...on)}`}`;
};

/** Acts are looked at in pieces of so many, so that a very popular object never stands in one row. */
const piece = 500;

/**
 * What an account does at one moment is one act, on one object or several: its rows share a number and say how many they are. Acts on one
 * object stand in order of time, those without another act near them left out.
 */
export const crowds = (request: Request): string => {
  const { window, deduplicate, minParticipation } = request.parameters;
  const on = onUnits(request);
  const numbered = `SELECT ${listed(...on, 'account')}, arraySort(act -> (act.2, act.1), own) AS done, arrayMap(act -> act.2, done) AS moments, arrayEnumerateDense(moments) AS numbers,
      arrayMap(run -> length(run), arraySplit((at, begins) -> begins, moments, arrayMap((at, before) -> at != before, moments, arrayPushFront(arrayPopBack(moments), moments[1])))) AS sizes
      FROM (${accounts(request, deduplicate, minParticipation)})`;
  const near = `arrayFilter((act, before, after) -> act.1 - before.1 <= ${window} OR after.1 - act.1 <= ${window}, done,
        arrayPushFront(arrayPopBack(done), (done[1].1 - ${window} - 1, toUInt64(0), (toUInt32(0), toUInt64(0)))),
        arrayPushBack(arrayPopFront(done), (done[-1].1 + ${window} + 1, toUInt64(0), (toUInt32(0), toUInt64(0)))))`;
  return `SELECT ${listed(...on, 'object')}, ${near} AS crowd FROM (SELECT ${listed(...on, 'object')}, arraySort(groupArray((moment, account, act_is))) AS done
    FROM (SELECT ${listed(...on, 'account')}, act.1 AS object, act.2 AS moment, (number, sizes[number]) AS act_is FROM (${numbered}) ARRAY JOIN done AS act, numbers AS number)
    GROUP BY ${listed(...on, 'object')} HAVING length(done) >= 2)`;
};

/** Pairs of acts on one object within the window, by CooRTweet's definition: (lower account, higher account, act of the lower, act of the higher). */
export const closePairs = (request: Request): string => {
  const { window, cap } = request.parameters;
  const prefix = prefixOf(onUnits(request));
  return `SELECT ${prefix}object, arrayJoin(arrayFlatten(arrayMap(
      (one, index) -> arrayMap(other -> if(one.2 < other.2, (one.2, other.2, one.3, other.3), (other.2, one.2, other.3, one.3)),
        arrayFilter(other -> other.2 != one.2 AND other.1 - one.1 <= ${window}, arraySlice(part, index + 1, ${cap}))),
      arraySlice(part, 1, ${piece}), arrayEnumerate(arraySlice(part, 1, ${piece}))))) AS pair
  FROM (SELECT ${prefix}object, arrayJoin(arrayMap(from -> arraySlice(crowd, from, ${piece + cap}), range(1, length(crowd) + 1, ${piece}))) AS part FROM (${crowds(request)}))`;
};

/** Acts with more others after them in their window than the cap pairs them with. */
export const crowdedActs = (request: Request): string => {
  const { window, cap } = request.parameters;
  const on = onUnits(request);
  return `SELECT ${prefixOf(on)}sum(arrayCount((act, later) -> later.1 - act.1 <= ${window}, arraySlice(crowd, 1, greatest(toInt64(length(crowd)) - ${cap + 1}, 0)), arraySlice(crowd, ${cap + 2}))) AS crowded
  FROM (${crowds(request)})${on.length === 0 ? '' : ` GROUP BY ${listed(...on)}`}`;
};
