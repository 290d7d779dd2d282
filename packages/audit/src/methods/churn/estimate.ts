import type { Estimation, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { clusterRatio } from '../../statistics/cluster-contrast.ts';
import type { Inferred } from '../../statistics/inference.ts';
import { sumOf } from '../../statistics/summation.ts';
import { errorOf, undeterminedReason } from '../common/inferred.ts';
import { countIn, numbersIn, wholeIn } from '../common/rows.ts';
import { shareInBuckets } from '../common/share-of-rows.ts';
import { numberFrom, scoreBits } from '../common/sums.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import type { ChurnParameters } from './parameters.ts';
import { columns, kinds, rules } from './reduce.ts';
import { described, gapsSkipped, noPairs } from './texts.ts';

type Named<Names extends readonly string[]> = Readonly<Record<Names[number], number>>;

const named = <const Names extends readonly string[]>(row: ReducedRow, names: Names): Named<Names> => {
  const counts = numbersIn(row, 'counts');
  return Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0])) as Named<Names>;
};

const ofKind = (unit: Unit, kind: number): readonly ReducedRow[] =>
  unit.rows.filter((row) => countIn(row, 'kind') === kind);

interface Facts {
  readonly neighbours: readonly (Named<typeof columns.neighbours> & { readonly similarity: number })[];
  readonly runs: readonly Named<typeof columns.runs>[];
  readonly whole: Named<typeof columns.whole> | undefined;
  readonly quantiles: readonly number[];
}

const factsOf = (unit: Unit): Facts => {
  const [whole] = ofKind(unit, kinds.whole);
  return {
    neighbours: ofKind(unit, kinds.neighbours).map((row) => ({
      ...named(row, columns.neighbours),
      similarity: numberFrom(wholeIn(row, 'similarity'), scoreBits),
    })),
    runs: ofKind(unit, kinds.runs).map((row) => named(row, columns.runs)),
    whole: whole === undefined ? undefined : named(whole, columns.whole),
    quantiles: whole === undefined ? [] : numbersIn(whole, 'quantiles'),
  };
};

const ratio = (top: number, bottom: number): number | null => (bottom === 0 ? null : top / bottom);

const valuesOf = ({ neighbours, runs, whole, quantiles }: Facts) => {
  const among = (name: keyof Facts['neighbours'][number]) => sumOf(neighbours, (row) => row[name]);
  const inRuns = (name: keyof Facts['runs'][number]) => sumOf(runs, (row) => row[name]);
  const [medianSimilarity = -1, medianLife, ninthLife] = quantiles;
  return {
    snapshots: whole?.snapshots ?? 0,
    entries: whole?.entries ?? 0,
    pairs: among('pairs'),
    gaps: among('gaps'),
    meanSimilarity: ratio(among('similarity'), among('pairs')),
    medianSimilarity: medianSimilarity < 0 ? null : medianSimilarity,
    exits: among('exits'),
    arrivals: among('arrivals'),
    topEntries: among('top'),
    topGone: among('gone'),
    topGoneShare: ratio(among('gone'), among('top')),
    medianLife: medianLife ?? null,
    ninetiethLife: ninthLife ?? null,
    longestLife: whole?.longestLife ?? 0,
    runs: inRuns('runs'),
    runsHeld: inRuns('heldRuns'),
    longestRun: whole?.longestRun ?? 0,
    heldShare: ratio(inRuns('heldRows'), inRuns('rankedRows')),
  };
};

const inferredOf = ({ neighbours, runs }: Facts, measure: ChurnParameters['measure']): Inferred => {
  switch (measure) {
    case 'vanishing': {
      const scores = neighbours.map(({ gone, top }) => ({ numerator: gone, denominator: top }));
      return shareInBuckets(scores, scores.length);
    }
    case 'frozen': {
      const scores = runs.map(({ heldRows, rankedRows }) => ({ numerator: heldRows, denominator: rankedRows }));
      return shareInBuckets(scores, scores.length);
    }
    case 'similarity':
      return clusterRatio(neighbours.map(({ similarity, pairs }) => ({ numerator: similarity, denominator: pairs })));
  }
};

const judged = (unit: Unit, { measure, most, gap }: ChurnParameters): Estimation => {
  const facts = factsOf(unit);
  if (facts.whole === undefined) return undecidable(unit, reasons.empty);
  const values = valuesOf(facts);
  const notes = values.gaps === 0 || gap === undefined ? unit.notes : [...unit.notes, gapsSkipped(values.gaps, gap)];
  const noted = { ...unit, notes };
  const n = measure === 'vanishing' ? values.topEntries : measure === 'frozen' ? values.runs : values.pairs;
  const more = { n, values };
  if (values.pairs === 0) return undecidable(noted, noPairs, more);
  const inferred = inferredOf(facts, measure);
  if (most === undefined)
    return undecidable(noted, described, {
      ...more,
      verdict: 'not-applicable',
      ...(inferred.estimate === undefined ? {} : { scale: 'share', estimate: inferred.estimate }),
    });
  if (!inferred.known) return undecidable(noted, undeterminedReason(inferred.reason), more);
  return {
    by: unit.by,
    scale: 'difference',
    estimate: inferred.estimate - most,
    n,
    ...errorOf(inferred, most, 'greater', most),
    values,
    notes,
  };
};

export const estimate = (
  rows: readonly ReducedRow[],
  request: MethodRequest<ChurnParameters>,
): readonly Estimation[] => {
  const { parameters, by } = request;
  // Used rows are only counted by kind 0; what they hold is in the others.
  return unitsOf(rows, by, rules).map((unit) => judged(unit, parameters));
};
