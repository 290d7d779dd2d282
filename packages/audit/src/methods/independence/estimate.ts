import type { Estimation, EstimationContext, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { clusterContrast } from '../../statistics/cluster-contrast.ts';
import { type Inferred, undetermined, wald } from '../../statistics/inference.ts';
import { smallestDetectable, smallestDetectableOf } from '../../statistics/power.ts';
import { heldTo, inferFromNoneOther } from '../common/contrast/inferring.ts';
import { whyUndetermined } from '../common/contrast/why.ts';
import { countName } from '../common/reduction.ts';
import { countIn, textIn, wholeIn } from '../common/rows.ts';
import { numberFrom, scoreBits } from '../common/sums.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import type { IndependenceParameters } from './parameters.ts';
import { permuteAskers } from './permutation.ts';
import { independenceRules, rowKinds } from './reduce.ts';
import { remarks } from './texts.ts';

export const estimateIndependence = (
  rows: readonly ReducedRow[],
  request: MethodRequest<IndependenceParameters>,
  context: EstimationContext,
): readonly Estimation[] =>
  unitsOf(rows, request.by, independenceRules(request)).map((unit) => estimateUnit(unit, request.parameters, context));

/** With so many buckets of matches (as even ones) these tell the error; with fewer the exchange of labels does. */
const enoughMatches = 30;

interface Totals {
  readonly scores: readonly { readonly a: number; readonly b: number }[];
  readonly variance: number;
  readonly matches: number;
  readonly rows: number;
  readonly oneAsker: number;
  readonly agreeing: number;
  readonly both: number;
  readonly pairs: number;
}

const totalsOf = (rows: readonly ReducedRow[]): Totals => {
  const sum = (column: string): number => Number(rows.reduce((total, row) => total + wholeIn(row, column), 0n));
  return {
    scores: rows.map((row) => ({
      a: numberFrom(wholeIn(row, 'a'), scoreBits),
      b: numberFrom(wholeIn(row, 'b'), scoreBits),
    })),
    variance: numberFrom(
      rows.reduce((total, row) => total + wholeIn(row, 'v'), 0n),
      scoreBits,
    ),
    matches: sum('matches'),
    rows: sum(countName),
    oneAsker: sum('one_asker'),
    agreeing: sum('agreeing'),
    both: sum('both'),
    pairs: sum('pairs'),
  };
};

const infer = (totals: Totals): Inferred => {
  const byMatch = clusterContrast(totals.scores);
  if (byMatch.known && byMatch.effectiveClusters >= enoughMatches) return byMatch;
  const estimate = byMatch.estimate ?? 0;
  if (!byMatch.known && byMatch.reason === 'no-variance' && totals.matches > 1 && totals.variance === 0)
    return inferFromNoneOther(estimate, totals.matches, 1, 'difference');
  if (!(totals.variance > 0)) return undetermined('no-variance', estimate);
  const weight = totals.scores.reduce((sum, { b }) => sum + b, 0);
  return wald({
    estimate,
    standardError: Math.sqrt(totals.variance) / weight,
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: 'exchange of labels, Mantel variance',
  });
};

const estimateUnit = (
  unit: Unit,
  { permutations }: IndependenceParameters,
  { seed }: EstimationContext,
): Estimation => {
  const ofKind = (kind: number): readonly ReducedRow[] => unit.rows.filter((row) => countIn(row, 'kind') === kind);
  const n = ofKind(rowKinds.rows).reduce((sum, row) => sum + countIn(row, countName), 0);
  if (n === 0) return undecidable(unit, reasons.empty);
  const totals = totalsOf(ofKind(rowKinds.scores));
  if (totals.matches === 0) return undecidable(unit, remarks.noPairs, { n, scale: 'difference' });
  const cells = ofKind(rowKinds.cell).map((row) => ({
    match: textIn(row, 'bucket'),
    asker: textIn(row, 'asker_key'),
    result: textIn(row, 'result_key'),
    rows: countIn(row, countName),
  }));
  const plain = infer(totals);
  const exchanged =
    cells.length === 0 || !plain.known || totals.variance === 0
      ? undefined
      : permuteAskers(cells, expectedPairs(totals, cells), { seed, draws: permutations });
  const inferred = heldTo(plain, exchanged?.twoSided, 0);
  const values = {
    rows: n,
    matches: totals.matches,
    agreeWithin: totals.both / totals.oneAsker,
    agreeBetween: (totals.agreeing - totals.both) / (totals.pairs - totals.oneAsker),
    permutationP: exchanged?.twoSided ?? null,
    how: inferred.known ? inferred.method : inferred.reason,
  };
  if (!inferred.known)
    return undecidable(unit, whyUndetermined(inferred.reason), {
      n: totals.rows,
      scale: 'difference',
      values,
      ...(inferred.estimate === undefined ? {} : { estimate: inferred.estimate }),
    });
  return {
    by: unit.by,
    scale: 'difference',
    estimate: inferred.estimate,
    n: totals.rows,
    p: inferred.pValue(0),
    interval: (level) => {
      const { low, high } = inferred.interval(level);
      return [low, high];
    },
    smallestDetectable: (level) =>
      inferred.standardError > 0
        ? smallestDetectable(inferred, level)
        : smallestDetectableOf(inferred.estimate, inferred.interval(level), 'linear', level),
    values,
    notes: unit.notes,
  };
};

/** Agreeing pairs of one asker in all matches, less the excess that the scores hold: what chance would give. Matches without contrast never change. */
const expectedPairs = (totals: Totals, cells: readonly { readonly rows: number }[]): number => {
  const seen = cells.reduce((sum, { rows }) => sum + (rows * (rows - 1)) / 2, 0);
  return seen - totals.scores.reduce((sum, { a }) => sum + a, 0);
};
