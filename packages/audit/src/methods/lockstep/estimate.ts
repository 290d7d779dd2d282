import type { Estimation, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { binomial } from '../../statistics/count-distributions.ts';
import { countIn, numbersIn } from '../common/rows.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import { groupsOf, nearProbability, type Link } from './chance.ts';
import type { LockstepParameters } from './parameters.ts';
import { chanceUnit, rules } from './pairs.ts';
import { carriedPairs, kinds } from './reduce.ts';
import { cappedBlocks, cappedWindows, fewAccounts, listCut } from './texts.ts';

interface Pair extends Link {
  readonly met: number;
  readonly near: number;
  /** Chance of meeting as often within the window. */
  readonly chance: number;
}

const reportedGroups = 10;
const shownLevel = 0.05;

const countsOf = (unit: Unit, kind: number): readonly number[] => {
  const row = unit.rows.find((own) => countIn(own, 'kind') === kind);
  return row === undefined ? [] : numbersIn(row, 'counts');
};

const pairsOf = (unit: Unit): readonly Pair[] => {
  const row = unit.rows.find((own) => countIn(own, 'kind') === kinds.tested);
  const listed: unknown = row?.['unlikely'];
  if (!Array.isArray(listed)) return [];
  const known = new Map<string, number>();
  return listed.map((tuple: unknown) => {
    if (!Array.isArray(tuple) || tuple.length !== 6) throw new TypeError('column unlikely holds no pairs');
    const [, met, hits, chances, low, high] = tuple.map(String);
    const key = `${met} ${hits} ${chances}`;
    const chance =
      known.get(key) ?? binomial(Number(met), (Number(chances) * chanceUnit) / Number(met)).atLeast(Number(hits));
    known.set(key, chance);
    return { low: low ?? '', high: high ?? '', met: Number(met), near: Number(hits), chance };
  });
};

const accountsIn = (pairs: readonly Pair[]): number => new Set(pairs.flatMap(({ low, high }) => [low, high])).size;

const judged = (unit: Unit, parameters: LockstepParameters): Estimation => {
  const { together, materiality } = parameters;
  const [accounts = 0, objects = 0] = countsOf(unit, kinds.leftOut);
  const [pairs = 0, objectsMet = 0, accountsMet = 0, edges = 0, maxWeight = 0] = countsOf(unit, kinds.described);
  const [active = 0] = countsOf(unit, kinds.active);
  const [crowded = 0] = countsOf(unit, kinds.crowded);
  const [tested = 0, unlikelyCount = 0, capped = 0] = countsOf(unit, kinds.tested);
  const acts = unit.rows.reduce(
    (sum, row) => sum + (countIn(row, 'kind') === kinds.leftOut ? countIn(row, 'n') : 0),
    0,
  );
  const notes = [
    ...unit.notes,
    ...(crowded === 0 ? [] : [cappedWindows(crowded)]),
    ...(capped === 0 ? [] : [cappedBlocks(capped)]),
    ...(unlikelyCount > carriedPairs ? [listCut(carriedPairs)] : []),
  ];
  const near = nearProbability(parameters);
  const unlikely = pairsOf(unit);
  const upTo = (error: number): readonly Pair[] =>
    unlikely.filter((pair) => pair.near >= together && pair.chance * Math.max(1, tested) <= error);
  const shown = upTo(shownLevel);
  const groups = groupsOf(shown);
  const values = {
    acts,
    accountsSeen: accounts,
    objectsSeen: objects,
    pairs,
    objects: objectsMet,
    accounts: accountsMet,
    edges,
    maxWeight,
    activeAccounts: active,
    pairsTested: tested,
    pairsInLockstep: shown.length,
    chanceOfMeetingNear: near,
    neededTogether: Math.max(together, Math.ceil(Math.log(shownLevel / Math.max(1, tested)) / Math.log(near))),
    groups: groups.slice(0, reportedGroups).map((group) => ({ accounts: group.accounts, pairs: group.links })),
    groupCount: groups.length,
  };
  if (acts === 0) return undecidable(unit, reasons.empty);
  if (active <= materiality)
    return undecidable({ ...unit, notes }, fewAccounts(active, together, materiality), { n: acts, values });
  const least = unlikely.reduce(
    (smallest, pair) => (pair.near >= together ? Math.min(smallest, pair.chance) : smallest),
    1,
  );
  return {
    by: unit.by,
    scale: 'count',
    estimate: accountsIn(shown),
    n: acts,
    p: Math.min(1, least * Math.max(1, tested)),
    interval: (level) => [accountsIn(upTo(1 - level)), accountsIn(upTo(1))],
    smallestDetectable: () => undefined,
    values,
    notes,
  };
};

export const estimate = (
  rows: readonly ReducedRow[],
  request: MethodRequest<LockstepParameters>,
): readonly Estimation[] => unitsOf(rows, request.by, rules).map((unit) => judged(unit, request.parameters));
