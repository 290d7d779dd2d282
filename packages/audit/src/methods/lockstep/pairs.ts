import type { MethodRequest } from '../../engine/method.ts';
import { classifiedRows, type LeftOutRule, type ReductionPlan, unitColumns } from '../common/reduction.ts';
import { levelOf } from '../common/sql.ts';
import { missingLevel, missingNumber } from '../common/texts.ts';
import { millisecondsOf } from '../common/time.ts';
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

/** The first act of each account on each object, or every act. */
const counted = (request: Request, once: boolean): string => {
  const on = [...onUnits(request), 'account', 'object'];
  return once
    ? `SELECT ${listed(...on)}, min(moment) AS moment FROM (${acts(request)}) WHERE left_out = 0 GROUP BY ${listed(...on)}`
    : `SELECT ${listed(...on, 'moment')} FROM (${acts(request)}) WHERE left_out = 0`;
};

/**
 * Rows of the accounts that have at least `least` of them. What an account does at one moment is one act, on one object or several: rows of one
 * act share its number and say how many they are.
 */
const ofActive = (request: Request, once: boolean, least: number): string => {
  const on = onUnits(request);
  return `SELECT ${listed(...on, 'account')}, act.1 AS object, act.2 AS moment, act_number, act_size
  FROM (
    SELECT ${listed(...on, 'account')}, arraySort(act -> (act.2, act.1), groupArray((object, moment))) AS own, arrayMap(act -> act.2, own) AS moments,
      arrayEnumerateDense(moments) AS numbers,
      arrayMap(run -> length(run), arraySplit((at, begins) -> begins, moments, arrayMap((at, before) -> at != before, moments, arrayPushFront(arrayPopBack(moments), moments[1])))) AS sizes
    FROM (${counted(request, once)}) GROUP BY ${listed(...on, 'account')} HAVING length(own) >= ${least}
  )
  ARRAY JOIN own AS act, numbers AS act_number, arrayMap(number -> sizes[number], numbers) AS act_size`;
};

/**
 * Pairs of accounts with their meetings in blocks, `met`, and those within the window, `near`. Two acts belong to one block of one object.
 * Crowded blocks keep the accounts with the least hashes: the same ones wherever they turn up, and chosen without regard to when they act.
 */
export const meetings = (request: Request): string => {
  const { window, block, together, cap } = request.parameters;
  const on = onUnits(request);
  return `SELECT ${listed(...on, 'low', 'high')}, count() AS met, countIf(near) AS near_met
  FROM (
    SELECT ${on.map((name) => `${name}, `).join('')}arrayJoin(arrayFlatten(arrayMap(
      (one, index) -> arrayMap(other -> (one.1, other.1, abs(one.2 - other.2) <= ${window}), arraySlice(kept, index + 1)), kept, arrayEnumerate(kept)))) AS pair,
      pair.1 AS low, pair.2 AS high, pair.3 AS near
    FROM (
      SELECT ${listed(...on, 'object')}, intDiv(moment, ${block}) AS slot, arraySlice(arraySort(groupArray((account, moment))), 1, ${cap}) AS kept
      FROM (${ofActive(request, true, together)})
      GROUP BY ${listed(...on, 'object', 'slot')}
      HAVING length(kept) >= 2
    )
  )
  GROUP BY ${listed(...on, 'low', 'high')}
  HAVING met >= ${together}`;
};

/** Acts that the cap leaves out of crowded cells of the description. */
export const crowdedActs = (request: Request): string => {
  const { window, deduplicate, minParticipation, cap } = request.parameters;
  const on = onUnits(request);
  return `SELECT ${listed(...on, `sum(greatest(toInt64(cell_acts) - ${cap}, 0)) AS crowded`)}
  FROM (
    SELECT ${listed(...on, 'object')}, intDiv(moment, ${Math.max(1, window)}) AS cell, count() AS cell_acts
    FROM (${ofActive(request, deduplicate, minParticipation)}) GROUP BY ${listed(...on, 'object', 'cell')}
  )${on.length === 0 ? '' : ` GROUP BY ${listed(...on)}`}`;
};

/** How many accounts are active enough to be tested, and how many of their acts crowded blocks leave out. */
export const activity = (request: Request): string => {
  const { block, together, cap } = request.parameters;
  const on = onUnits(request);
  return `SELECT ${listed(...on, 'uniqExactMerge(accounts) AS active_accounts', `sum(greatest(toInt64(slot_acts) - ${cap}, 0)) AS capped`)}
  FROM (
    SELECT ${listed(...on, 'object')}, intDiv(moment, ${block}) AS slot, count() AS slot_acts, uniqExactState(account) AS accounts
    FROM (${ofActive(request, true, together)}) GROUP BY ${listed(...on, 'object', 'slot')}
  )${on.length === 0 ? '' : ` GROUP BY ${listed(...on)}`}`;
};

/**
 * Pairs of acts on one object within the window, by CooRTweet's definition: every act stands in its own cell of time and visits the one
 * before, so that any two acts within the window meet in exactly one cell.
 */
export const closePairs = (request: Request): string => {
  const { window, deduplicate, minParticipation, cap } = request.parameters;
  const on = onUnits(request);
  const side = Math.max(1, window);
  // (lower account, higher account, act of the lower, act of the higher); an act is its number and its size.
  const pairOf = 'if(one.2 < other.2, (one.2, other.2, one.3, other.3), (other.2, one.2, other.3, one.3))';
  return `SELECT ${listed(...on, 'object')}, arrayConcat(
      arrayFlatten(arrayMap((one, index) -> arrayMap(other -> ${pairOf}, arrayFilter(other -> other.2 != one.2, arraySlice(own, index + 1))), own, arrayEnumerate(own))),
      arrayFlatten(arrayMap(one -> arrayMap(other -> ${pairOf}, arrayFilter(other -> other.2 != one.2 AND other.1 - one.1 <= ${window}, visiting)), own))
    ) AS close
  FROM (
    SELECT ${listed(...on, 'object')}, cell, arraySlice(arraySort(groupArrayIf((moment, account, (act_number, act_size)), is_own)), 1, ${cap}) AS own,
      arraySlice(arraySort(groupArrayIf((moment, account, (act_number, act_size)), NOT is_own)), 1, ${cap}) AS visiting
    FROM (
      SELECT ${listed(...on, 'object', 'account', 'moment', 'act_number', 'act_size')}, arrayJoin([(intDiv(moment, ${side}), 1), (intDiv(moment, ${side}) - 1, 0)]) AS place, place.1 AS cell, place.2 = 1 AS is_own
      FROM (${ofActive(request, deduplicate, minParticipation)})
    )
    GROUP BY ${listed(...on, 'object', 'cell')}
    HAVING length(own) > 0 AND length(own) + length(visiting) >= 2
  )`;
};
