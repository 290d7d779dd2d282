import type { ReducedRow } from '../../../engine/method.ts';
import { countIn, textIn, wholeIn } from '../rows.ts';
import { numberFrom, scoreBits } from '../sums.ts';
import type { LevelScore } from './inferring.ts';
import { matchedKinds } from './matched-scores.ts';
import type { Pair } from './pairs.ts';

/** The scores of one pair of levels, demeaned within matches. `byCluster` and `byBoth` only where clusters are given beside the match. */
export interface MatchedScores {
  /** Rows, or trials, of matches that hold both levels. */
  readonly weight: number;
  /** How many matches hold both levels; not counted where clusters are given. */
  readonly matches: number;
  readonly byMatch: readonly LevelScore[];
  readonly byCluster: readonly LevelScore[] | undefined;
  readonly byBoth: readonly LevelScore[] | undefined;
}

const turned = ({ a, b, reference, weight, carried }: LevelScore): LevelScore => ({
  a: -a,
  b,
  // The first side's level: that of the second and the difference between them, each with the weights of the contrast.
  reference: reference + a,
  weight,
  carried,
});

const scoreIn = (row: ReducedRow, bits: bigint): LevelScore => ({
  a: numberFrom(wholeIn(row, 'a'), scoreBits + bits),
  b: numberFrom(wholeIn(row, 'b'), scoreBits),
  reference: numberFrom(wholeIn(row, 'reference_sum'), scoreBits + bits),
  weight: numberFrom(wholeIn(row, 'reference_weight'), scoreBits),
  carried: numberFrom(wholeIn(row, 'carried'), scoreBits + bits),
});

/** The rows of totals, for `levelTotals`. */
export const matchedTotals = (rows: readonly ReducedRow[]): readonly ReducedRow[] =>
  rows.filter((row) => countIn(row, 'kind') === matchedKinds.totals);

const scoresOf = (rows: readonly ReducedRow[], pair: Pair): readonly ReducedRow[] =>
  rows.filter(
    (row) =>
      countIn(row, 'kind') !== matchedKinds.totals &&
      textIn(row, 'first_level') === pair.first &&
      textIn(row, 'second_level') === pair.second,
  );

/** `undefined` when no match holds both levels. */
export const matchedScores = (rows: readonly ReducedRow[], pair: Pair, bits: bigint): MatchedScores | undefined => {
  const straight = scoresOf(rows, pair);
  // Pairs of levels are kept one way round; the best level may be the other one.
  const own = straight.length > 0 ? straight : scoresOf(rows, { first: pair.second, second: pair.first });
  if (own.length === 0) return undefined;
  const of = (kind: number): readonly LevelScore[] =>
    own
      .filter((row) => countIn(row, 'kind') === kind)
      .map((row) => (straight.length > 0 ? scoreIn(row, bits) : turned(scoreIn(row, bits))));
  const matches = own.filter((row) => countIn(row, 'kind') === matchedKinds.byMatch);
  const clustered = own.some((row) => countIn(row, 'kind') === matchedKinds.byCluster);
  return {
    weight: matches.reduce((sum, row) => sum + countIn(row, 'weights'), 0),
    matches: matches.reduce((sum, row) => sum + countIn(row, 'matches'), 0),
    byMatch: of(matchedKinds.byMatch),
    byCluster: clustered ? of(matchedKinds.byCluster) : undefined,
    byBoth: clustered ? of(matchedKinds.byBoth) : undefined,
  };
};
