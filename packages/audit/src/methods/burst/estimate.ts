import type { Estimation, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { countIn, wholeIn } from '../common/rows.ts';
import { numberFrom, scoreBits } from '../common/sums.ts';
import { reasons } from '../common/texts.ts';
import { dayLength, isoInstant } from '../common/time.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import {
  atLeast,
  dispersionOf,
  dispersionReplacing,
  type DispersionSums,
  ratioInterval,
  type Window,
  withoutWindows,
} from './dispersion.ts';
import type { BurstParameters } from './parameters.ts';
import { rules, slotStart } from './reduce.ts';
import { nothingToJudge, noSeason, oneObject, oneWindow, onlyBroad, tooFew, withoutHistory } from './texts.ts';

interface Candidate extends Window {
  readonly slot: number;
  /** What was really there; `count` is what the dispersion was taken from. */
  readonly seen: number;
  readonly expected: number;
  readonly accounts: number;
  /** How uncertain the expectation itself is: its variance as a share of its square is doubt + φ · spread. */
  readonly doubt: number;
  readonly spread: number;
}

interface Burst extends Candidate {
  readonly p: number;
  readonly dispersion: number;
  /** The dispersion with the expectation's own uncertainty. */
  readonly predictive: number;
}

const reportedBursts = 10;
const shownLevel = 0.05;

const candidatesOf = (row: ReducedRow, column: string): readonly Candidate[] => {
  const listed: unknown = row[column];
  if (!Array.isArray(listed)) throw new TypeError(`column ${column} holds no list`);
  return listed.map((tuple: unknown) => {
    if (!Array.isArray(tuple)) throw new TypeError(`column ${column} holds no tuples`);
    const [slot = 0, seen = 0, level = 0, expected = 0, accounts = 0, , count = 0, doubt = 0, spread = 0] =
      tuple.map(Number);
    // An expectation below a thousandth of an event says no more than that nothing was expected.
    return { slot, seen, count, level, expected: Math.max(expected, 1e-3), accounts, doubt, spread };
  });
};

/** Levels of all windows, empty ones too, follow from the totals: each is an object's total times a profile over windows that all share. */
const sumsOf = (row: ReducedRow, n: number): DispersionSums => {
  const score = (column: string): number => numberFrom(wholeIn(row, column), scoreBits);
  const levels = score('object_squares') * score('profile_squares');
  return { excess: (score('squares') - 2 * score('crossed')) * n + levels - n, levels };
};

/** Windows whose dispersion is what chance would make of them; more bursts than these would hide each other. */
const replaced = 30;

interface Looks {
  readonly looks: number;
  /** One over the other objects, as even ones, whose rush a window is held against; nothing where they are not. */
  readonly among: number;
}

/** Each candidate's chance, the most extreme first. Events whose expectation is a gamma number follow the negative binomial once more. */
const found = (candidates: readonly Candidate[], sums: DispersionSums, { looks, among }: Looks): readonly Burst[] => {
  const ordered = (dispersion: number): readonly Burst[] =>
    candidates
      .map((candidate): Burst => {
        const { seen, expected, doubt, spread } = candidate;
        const predictive = (1 + dispersion) * (1 + doubt + dispersion * (spread + among)) - 1;
        return { ...candidate, dispersion, predictive, p: atLeast(seen, expected, predictive) };
      })
      .toSorted(
        (one, other) =>
          one.p - other.p || other.seen / other.expected - one.seen / one.expected || one.slot - other.slot,
      );
  const most = Math.min(replaced, Math.floor(looks / 20));
  const extremes = ordered(dispersionOf(sums)).slice(0, most);
  return ordered(dispersionReplacing(sums, extremes, looks));
};

const judged = (unit: Unit, request: MethodRequest<BurstParameters>): Estimation => {
  const [row] = unit.rows;
  if (row === undefined) return undecidable(unit, reasons.empty);
  const { parameters, parts } = request;
  const [n, windows, objects] = [countIn(row, 'n'), countIn(row, 'windows'), countIn(row, 'objects')];
  const looks = Math.max(1, countIn(row, 'objects_judged') * windows);
  const newcomers = countIn(row, 'newcomers');
  const shortSeason = parameters.baseline === 'seasonal' && windows * parameters.window < 2 * dayLength;
  const notes = [
    ...unit.notes,
    ...(newcomers === 0 ? [] : [withoutHistory(newcomers)]),
    ...(shortSeason ? [noSeason] : []),
  ];
  const noted = { ...unit, notes };
  const described = { events: n, objects, windows };
  if (windows < 2) return undecidable(noted, oneWindow, { n, values: described });
  if (parameters.baseline === 'others' && objects < 2)
    return undecidable(noted, oneObject, { n, values: described, verdict: 'not-applicable' });
  if (n < parameters.atLeast) return undecidable(noted, tooFew(n, parameters.atLeast), { n, values: described });
  const calm = countIn(row, 'calm_events');
  const sums = sumsOf(row, calm);
  const evenObjects = calm / Math.max(numberFrom(wholeIn(row, 'object_squares'), scoreBits), 1e-9);
  const how = { looks, among: parameters.baseline === 'others' ? 1 / Math.max(evenObjects - 1, 1) : 0 };
  const broad = found(candidatesOf(row, 'broad'), sums, how).filter(({ p }) => p * looks <= shownLevel);
  // Real events are no noise either: without them what is usual varies less.
  const bursts = found(candidatesOf(row, 'candidates'), withoutWindows(sums, broad), how);
  const shown = (list: readonly Burst[]) =>
    list.slice(0, reportedBursts).map((burst) => ({
      from: isoInstant(slotStart(burst.slot, parameters.window)),
      count: burst.seen,
      expected: burst.expected,
      ratio: burst.seen / burst.expected,
      ...(parts['account'] === undefined ? {} : { accounts: burst.accounts }),
    }));
  const [first] = bursts;
  const values = {
    ...described,
    looks,
    dispersion: first?.dispersion ?? null,
    bursts: shown(bursts.filter(({ p }) => p * looks <= shownLevel)),
    broadBursts: shown(broad),
  };
  const allNotes = broad.length === 0 ? notes : [...notes, onlyBroad(broad.length)];
  if (first === undefined)
    return {
      ...undecidable({ ...unit, notes: allNotes }, nothingToJudge(parameters.atLeast, parameters.window), {
        n,
        values,
      }),
      decided: { verdict: 'pass', reason: nothingToJudge(parameters.atLeast, parameters.window) },
    };
  return {
    by: unit.by,
    scale: 'ratio',
    estimate: first.seen / first.expected,
    n,
    p: Math.min(1, first.p * looks),
    interval: (level) => ratioInterval(first.seen, first.expected, first.predictive, (1 - level) / looks),
    smallestDetectable: () => undefined,
    values,
    notes: allNotes,
  };
};

export const estimate = (rows: readonly ReducedRow[], request: MethodRequest<BurstParameters>): readonly Estimation[] =>
  unitsOf(rows, request.by, rules(request)).map((unit) => judged(unit, request));
