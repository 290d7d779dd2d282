import type { Estimation, MethodRequest, ReducedRow, ReportedValue } from '../../engine/method.ts';
import { clusterLogRatio, clusterRatio, type RatioScore } from '../../statistics/cluster-contrast.ts';
import type { Inferred } from '../../statistics/inference.ts';
import { sumOf } from '../../statistics/summation.ts';
import { errorOf, undeterminedReason } from '../common/inferred.ts';
import { countIn, textIn, wholeIn } from '../common/rows.ts';
import { hashIn, shareInBuckets, unitsFromLeastHashes } from '../common/share-of-rows.ts';
import { bitsOf, numberFrom, scoreBits } from '../common/sums.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import { beyond } from './beyond.ts';
import type { RankShareParameters } from './parameters.ts';
import { hasBaseline, rules, wholeWeights } from './reduce.ts';
import { absentLevel, allTop, chosenOf, nothingExpected } from './texts.ts';

type Request = MethodRequest<RankShareParameters>;

interface Bucket {
  readonly weights: number;
  readonly held: number;
  readonly due: number;
}

interface Level {
  readonly level: string;
  readonly buckets: readonly Bucket[];
  readonly share: number;
  readonly expected: number;
}

interface Sample {
  readonly levels: readonly Level[];
  readonly places: number;
  /** Independent units behind the buckets. */
  readonly units: number;
}

/** Buckets of each level. Where rows with level `''` hold the totals, a level absent from a bucket holds nothing there. */
const sampleOf = (unit: Unit, request: Request): Sample => {
  const bits = bitsOf(wholeWeights(request));
  const amount = (row: ReducedRow, column: string) => numberFrom(wholeIn(row, column), bits);
  const due = (row: ReducedRow) => numberFrom(wholeIn(row, 'due'), scoreBits);
  const totals = hasBaseline(request) ? unit.rows : unit.rows.filter((row) => textIn(row, 'group_level') === '');
  const own = hasBaseline(request) ? unit.rows : unit.rows.filter((row) => textIn(row, 'group_level') !== '');
  const weights = new Map(totals.map((row) => [textIn(row, 'bucket'), amount(row, 'weights')]));
  const levels = new Map<string, Map<string, ReducedRow>>();
  for (const row of own) {
    const level = textIn(row, 'group_level');
    const buckets = levels.get(level) ?? new Map<string, ReducedRow>();
    levels.set(level, buckets);
    buckets.set(textIn(row, 'bucket'), row);
  }
  const all = sumOf(weights.values(), (weight) => weight);
  return {
    places: sumOf(totals, (row) => countIn(row, 'places')),
    units: unitsFromLeastHashes(totals.map((row) => hashIn(row, 'least_hash'))),
    levels: [...levels].map(([level, rows]) => {
      const buckets = [...weights].map(([bucket, weight]) => {
        const row = rows.get(bucket);
        return {
          weights: weight,
          held: row === undefined ? 0 : amount(row, 'held'),
          due: row === undefined ? 0 : due(row),
        };
      });
      return {
        level,
        buckets,
        share: sumOf(buckets, ({ held }) => held) / all,
        expected: sumOf(buckets, (bucket) => bucket.due) / all,
      };
    }),
  };
};

const heldOf = (level: Level): readonly RatioScore[] =>
  level.buckets.map(({ held, weights }) => ({ numerator: held, denominator: weights }));

/** The share itself, moved or scaled: for a fixed expectation, and where the contrast shows no variance. */
const fromShare = (level: Level, units: number, change: (share: number) => number): Inferred => {
  const inferred = shareInBuckets(heldOf(level), units);
  if (!inferred.known) return inferred;
  return {
    ...inferred,
    estimate: change(inferred.estimate),
    standardError: inferred.standardError * (change(1) - change(0)),
    interval: (wanted) => {
      const { low, high } = inferred.interval(wanted);
      return { low: change(low), high: change(high) };
    },
    pValue: (_, side) => inferred.pValue(level.expected, side),
  };
};

const differenceOf = (level: Level, units: number, request: Request): Inferred => {
  const shifted = () => fromShare(level, units, (share) => share - level.expected);
  if (request.parameters.expected !== undefined) return shifted();
  const inferred = clusterRatio(
    level.buckets.map(({ held, due, weights }) => ({ numerator: held - due, denominator: weights })),
  );
  return !inferred.known && inferred.reason === 'no-variance' && request.parts['baseline'] !== undefined
    ? shifted()
    : inferred;
};

const ratioOf = (level: Level, units: number): Inferred => {
  const inferred = clusterLogRatio(level.buckets.map(({ held, due }) => ({ numerator: held, denominator: due })));
  return !inferred.known && inferred.reason === 'no-variance'
    ? fromShare(level, units, (share) => share / level.expected)
    : inferred;
};

const distance = (level: Level, ratio: boolean): number =>
  ratio ? Math.abs(Math.log(level.share / level.expected)) : Math.abs(level.share - level.expected);

const judged = (unit: Unit, request: Request): Estimation => {
  if (unit.rows.length === 0) return undecidable(unit, reasons.empty);
  const { levels, places, units } = sampleOf(unit, request);
  const ratio = request.parameters.measure === 'ratio';
  const { thresholds } = request.parameters;
  const values: Readonly<Record<string, ReportedValue>> = {
    places,
    groups: Object.fromEntries(
      levels.map(({ level, share, expected }): [string, ReportedValue] => [
        level,
        thresholds === undefined
          ? { share, expected, difference: share - expected, ratio: expected > 0 ? share / expected : null }
          : { share },
      ]),
    ),
  };
  const more = { n: places, values };
  if (places === 0) return undecidable(unit, reasons.empty, more);
  const named = request.compare?.[0];
  const furthest = levels.reduce<Level | undefined>(
    (most, level) => (most === undefined || distance(level, ratio) > distance(most, ratio) ? level : most),
    undefined,
  );
  const chosen = named === undefined ? furthest : levels.find(({ level }) => level === named);
  if (chosen === undefined) return undecidable(unit, named === undefined ? reasons.empty : absentLevel(named), more);
  if (!hasBaseline(request) && chosen.share === 1 && chosen.expected === 1)
    return undecidable(unit, reasons.oneGroup(chosen.level), { ...more, verdict: 'not-applicable' });
  if (thresholds !== undefined) {
    const inferred = shareInBuckets(heldOf(chosen), units);
    if (!inferred.known) return undecidable(unit, undeterminedReason(inferred.reason), more);
    return { by: unit.by, n: places, values, notes: unit.notes, ...beyond(inferred, thresholds) };
  }
  if (ratio && !(chosen.expected > 0)) return undecidable(unit, nothingExpected, more);
  const inferred = ratio ? ratioOf(chosen, units) : differenceOf(chosen, units, request);
  const scale = ratio ? 'ratio' : 'difference';
  if (!inferred.known) {
    const itself = inferred.reason === 'no-variance' && !hasBaseline(request) && request.parts['weight'] === undefined;
    return undecidable(unit, itself ? allTop : undeterminedReason(inferred.reason), { ...more, scale });
  }
  // Two groups mirror each other: choosing the further one is no choice.
  const looks = named === undefined && levels.length > 2 ? levels.length : 1;
  const error = errorOf(inferred, ratio ? 1 : 0);
  const strict = (level: number): number => 1 - (1 - level) / looks;
  return {
    by: unit.by,
    scale,
    estimate: inferred.estimate,
    n: places,
    p: error.p === undefined ? undefined : Math.min(1, error.p * looks),
    interval: (level) => error.interval(strict(level)),
    smallestDetectable: (level) => error.smallestDetectable(strict(level)),
    values,
    notes: looks === 1 ? unit.notes : [...unit.notes, chosenOf(chosen.level, looks)],
  };
};

export const estimate = (rows: readonly ReducedRow[], request: Request): readonly Estimation[] =>
  unitsOf(rows, request.by, rules(request)).map((unit) => judged(unit, request));
