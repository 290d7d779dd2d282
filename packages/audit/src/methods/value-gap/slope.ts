import { text } from '@suanjian/rulebook';
import type { Estimation, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { smallestDetectable } from '../../statistics/power.ts';
import type { Inferred } from '../../statistics/inference.ts';
import { inferScores, inferTwoWays, type LevelScore } from '../common/contrast/inferring.ts';
import type { MeasuredValue } from '../common/contrast/group-plan.ts';
import { matchedKinds } from '../common/contrast/matched-scores.ts';
import { whyUndetermined } from '../common/contrast/why.ts';
import { countIn, textIn, wholeIn } from '../common/rows.ts';
import { numberFrom, quotient, scoreBits } from '../common/sums.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import { countName } from '../common/reduction.ts';
import { scaleOf, type ValueGapParameters } from './parameters.ts';
import { slopeBits, slopePlan } from './slope-reduction.ts';

/** Sums of one bucket, whole numbers of 2^-bits of what they are of. */
interface Sums {
  readonly n: bigint;
  readonly x: bigint;
  readonly y: bigint;
  readonly xx: bigint;
  readonly xy: bigint;
}

const sumsIn = (row: ReducedRow): Sums => ({
  n: wholeIn(row, countName),
  x: wholeIn(row, 'sum_x'),
  y: wholeIn(row, 'sum_y'),
  xx: wholeIn(row, 'sum_xx'),
  xy: wholeIn(row, 'sum_xy'),
});

const added = (all: readonly Sums[]): Sums =>
  all.reduce(
    (left, right) => ({
      n: left.n + right.n,
      x: left.x + right.x,
      y: left.y + right.y,
      xx: left.xx + right.xx,
      xy: left.xy + right.xy,
    }),
    { n: 0n, x: 0n, y: 0n, xx: 0n, xy: 0n },
  );

interface Bits {
  readonly x: bigint;
  readonly y: bigint;
}

/** Scores of buckets, x and y less their stratum's mean, in exact arithmetic: Σ(x − x̄)(y − ȳ) and Σ(x − x̄)² of each bucket. */
const groupedScores = (rows: readonly ReducedRow[], strata: number, bits: Bits): readonly LevelScore[] => {
  const buckets = new Map<number, LevelScore>();
  const names = Array.from({ length: strata }, (_, index) => `stratum_${index}`);
  for (const members of Map.groupBy(rows, (row) => JSON.stringify(names.map((name) => textIn(row, name)))).values()) {
    const whole = added(members.map(sumsIn));
    for (const row of members) {
      const own = sumsIn(row);
      const square = whole.n * whole.n;
      const a = square * own.xy - whole.n * (whole.x * own.y + whole.y * own.x) + own.n * whole.x * whole.y;
      const b = square * own.xx - 2n * whole.n * whole.x * own.x + own.n * whole.x * whole.x;
      const before = buckets.get(countIn(row, 'bucket')) ?? { a: 0, b: 0, reference: 0, weight: 0, carried: 0 };
      buckets.set(countIn(row, 'bucket'), {
        a: before.a + quotient(a, square << (bits.x + bits.y)),
        b: before.b + quotient(b, square << (2n * bits.x)),
        carried: before.carried + quotient(b, square << (2n * bits.x)),
        reference: before.reference + numberFrom(own.y, bits.y),
        weight: before.weight + Number(own.n),
      });
    }
  }
  return [...buckets.values()];
};

const matchedScores = (rows: readonly ReducedRow[], kind: number, bits: Bits): readonly LevelScore[] =>
  rows
    .filter((row) => countIn(row, 'kind') === kind)
    .map((row) => ({
      a: numberFrom(wholeIn(row, 'a'), scoreBits),
      b: numberFrom(wholeIn(row, 'b'), scoreBits),
      carried: numberFrom(wholeIn(row, 'b'), scoreBits),
      reference: numberFrom(wholeIn(row, 'sum_y'), bits.y),
      weight: Number(wholeIn(row, countName)),
    }));

/** The slope of the value over a numeric group; relative: as a share of the mean value. */
export const estimateSlope = (
  rows: readonly ReducedRow[],
  request: MethodRequest<ValueGapParameters>,
  measured: MeasuredValue,
): readonly Estimation[] =>
  unitsOf(rows, request.by, slopePlan(request, measured).rules).map((unit) => estimateUnit(unit, request, measured));

const estimateUnit = (unit: Unit, request: MethodRequest<ValueGapParameters>, measured: MeasuredValue): Estimation => {
  const bits: Bits = { x: slopeBits(request), y: measured.bits };
  const matched = request.parts['match'] !== undefined;
  const own = matched ? unit.rows.filter((row) => countIn(row, 'kind') === matchedKinds.byMatch) : unit.rows;
  const whole = added(own.map(sumsIn));
  if (whole.n === 0n) return undecidable(unit, reasons.empty);
  const scale = scaleOf(request.parameters) === 'difference' ? 'difference' : 'relative';
  const infer = (scores: readonly LevelScore[]): Inferred => inferScores(scores, scale);
  const clustered = request.parts['cluster'] !== undefined;
  const inferred = !matched
    ? infer(groupedScores(unit.rows, request.strata.length, bits))
    : clustered
      ? inferTwoWays(
          {
            byMatch: matchedScores(unit.rows, matchedKinds.byMatch, bits),
            byCluster: matchedScores(unit.rows, matchedKinds.byCluster, bits),
            byBoth: matchedScores(unit.rows, matchedKinds.byBoth, bits),
          },
          scale,
        )
      : infer(matchedScores(unit.rows, matchedKinds.byMatch, bits));
  const values = {
    n: Number(whole.n),
    meanGroup: quotient(whole.x, whole.n << bits.x),
    mean: quotient(whole.y, whole.n << bits.y),
    pooledSlope: pooledSlope(whole, bits),
    how: inferred.known ? inferred.method : inferred.reason,
  };
  const n = Number(whole.n);
  if (!inferred.known)
    return undecidable(unit, whyUndetermined(inferred.reason), {
      n,
      scale,
      values,
      ...(inferred.estimate === undefined ? {} : { estimate: inferred.estimate }),
    });
  return {
    by: unit.by,
    scale,
    estimate: inferred.estimate,
    n,
    p: inferred.pValue(0),
    interval: (level) => {
      const { low, high } = inferred.interval(level);
      return [low, high];
    },
    smallestDetectable: (level) => smallestDetectable(inferred, level),
    values,
    notes: [
      text(
        '组是一个数：估计值是该数每增加 1 时的变化。',
        'The group is a number: the estimate is the change per unit of it.',
      ),
      ...unit.notes,
    ],
  };
};

/** Ignoring strata and matches. */
const pooledSlope = ({ n, x, y, xx, xy }: Sums, bits: Bits): number | null => {
  const spread = n * xx - x * x;
  if (spread <= 0n) return null;
  return quotient((n * xy - x * y) << (2n * bits.x), spread << (bits.x + bits.y));
};
