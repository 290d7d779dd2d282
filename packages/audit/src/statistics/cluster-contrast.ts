import { type ClusterInference, type ClusterOptions, inferFromClusters } from './clusters.ts';
import { type Inferred, undetermined, wald } from './inference.ts';
import { sumOf } from './summation.ts';

/*
 * What SQL leaves of rows that hang together: a few sums per cluster. Clusters must be independent of each other.
 *
 * Beware of small strata: taking a stratum's mean off ties the rows of all its clusters together. Where a stratum (a match, a round)
 * holds rows of only a few clusters, the errors of those clusters are no longer independent and the variance by cluster comes out up to
 * half of the true one (de Chaisemartin and Ramírez-Cuéllar 2024, AEJ Applied 16). Then cluster by stratum, or use `twoWayContrast`.
 */

/** Scores whose weight (a sum of squares, a denominator) is not negative, but for rounding. A number that is none is a mistake upstream. */
function checked(scores: readonly ContrastScore[]): readonly ContrastScore[] {
  let largest = 0;
  for (const { a, b } of scores) {
    if (!Number.isFinite(a) || !Number.isFinite(b)) throw new RangeError(`a score of ${a} over ${b}`);
    largest = Math.max(largest, b);
  }
  return scores.map((score) => {
    if (score.b >= 0) return score;
    if (score.b < -1e-9 * largest) throw new RangeError(`a weight below zero: ${score.b}`);
    return { ...score, b: 0 };
  });
}

/** Floating sums may leave this share of their terms as rounding. */
const roundingShare = 1e-12;

/** Per cluster, with x (1 for the first group, 0 for the second, or any number) and y taken less their stratum's mean: a = Σ x y, b = Σ x². */
export interface ContrastScore {
  readonly a: number;
  readonly b: number;
}

/**
 * The common within-stratum difference in y per unit of x: Σa / Σb, which for two groups is the Mantel-Haenszel (fixed-effect) difference
 * first − second. Weighted rows: weigh the means and the sums alike.
 */
export function clusterContrast(
  scores: readonly ContrastScore[],
  options: ClusterOptions = {},
): Inferred<ClusterInference> {
  const telling = checked(scores).filter(({ a, b }) => b > 0 || a !== 0);
  if (scores.length === 0) return undetermined('no-data');
  const total = sumOf(telling, ({ b }) => b);
  if (!(total > 0)) return undetermined('no-contrast');
  const estimate = sumOf(telling, ({ a }) => a) / total;
  const influenceAt = (effect: number) => telling.map(({ a, b }) => (a - effect * b) / total);
  return inferFromClusters(
    {
      estimate,
      influence: influenceAt(estimate),
      leverage: telling.map(({ b }) => b / total),
      noise: roundingShare * (sumOf(telling, ({ a }) => Math.abs(a)) / total + Math.abs(estimate)),
      influenceAt,
    },
    options,
  );
}

/** Contrast whose errors hang together in two ways that cross, say by user and by match. */
export interface TwoWayScores {
  readonly first: readonly ContrastScore[];
  readonly second: readonly ContrastScore[];
  /** By every pair of a first and a second cluster that has rows. */
  readonly both: readonly ContrastScore[];
}

/**
 * As `clusterContrast` with clustering in two ways: the variances by either less the one by both, and never less than the larger of the
 * two (Cameron, Gelbach and Miller 2011, JBES 29; MacKinnon, Nielsen and Webb 2021). Degrees of freedom are the fewer of the two. All three
 * groupings must sum to the same contrast.
 */
export function twoWayContrast(scores: TwoWayScores, options: ClusterOptions = {}): Inferred<ClusterInference> {
  const first = clusterContrast(scores.first, options);
  const second = clusterContrast(scores.second, options);
  const both = clusterContrast(scores.both, options);
  if (!first.known) return first;
  if (!second.known) return second;
  const joint = both.known ? both.standardError ** 2 : 0;
  const square = Math.max(
    first.standardError ** 2 + second.standardError ** 2 - joint,
    first.standardError ** 2,
    second.standardError ** 2,
  );
  const fewer = first.degreesOfFreedom <= second.degreesOfFreedom ? first : second;
  return {
    ...fewer,
    ...wald({
      estimate: first.estimate,
      standardError: Math.sqrt(square),
      degreesOfFreedom: fewer.degreesOfFreedom,
      method: `${first.method}, two ways`,
    }),
  };
}

/** Per cluster, what it adds to the top and to the bottom of a ratio. */
export interface RatioScore {
  readonly numerator: number;
  readonly denominator: number;
}

/** Ratio of totals Σ numerator / Σ denominator (a mean per row, a share of slots), denominators ≥ 0: Cochran, "Sampling Techniques", chapter 6. */
export const clusterRatio = (scores: readonly RatioScore[], options: ClusterOptions = {}): Inferred<ClusterInference> =>
  clusterContrast(
    scores.map(({ numerator, denominator }) => ({ a: numerator, b: denominator })),
    options,
  );

/**
 * Ratio of two totals that vary alike, Σ numerator / Σ denominator, on the log scale: say events of the first group over those of the second,
 * each weighted as Mantel and Haenszel weigh. Both sums must be positive. It lets the totals vary freely from cluster to cluster, which
 * is cautious where shares are high or values never near zero: for such use `clusterRelative`.
 */
export function clusterLogRatio(
  scores: readonly RatioScore[],
  options: ClusterOptions = {},
): Inferred<ClusterInference> {
  if (scores.length === 0) return undetermined('no-data');
  const telling = scores.filter(({ numerator, denominator }) => numerator !== 0 || denominator !== 0);
  const top = sumOf(telling, ({ numerator }) => numerator);
  const bottom = sumOf(telling, ({ denominator }) => denominator);
  if (!(bottom > 0)) return undetermined('zero-reference');
  if (!(top > 0)) return undetermined('no-variance', top / bottom);
  const estimate = top / bottom;
  const leverage = telling.map(({ numerator, denominator }) => (numerator / top + denominator / bottom) / 2);
  const influence = telling.map(({ numerator, denominator }) => numerator / top - denominator / bottom);
  const centre = Math.log(estimate);
  return inferFromClusters(
    {
      estimate,
      scale: 'log',
      leverage,
      influence,
      noise: roundingShare,
      influenceAt: (effect) => influence.map((own, index) => own + (centre - effect) * (leverage[index] ?? 0)),
    },
    options,
  );
}

/** A contrast score with what the cluster adds to the reference level: Σ w y and Σ w over the second group's rows, w the row's weight. */
export interface RelativeScore extends ContrastScore {
  readonly reference: number;
  readonly weight: number;
}

/**
 * A contrast relative to the second group's level: d / m with d = Σa / Σb and m = Σ reference / Σ weight. With `scale: 'ratio'` it is the
 * ratio 1 + d / m on the log scale, which for weights n₁n₀/n spread over a stratum's rows of the second group is the Mantel-Haenszel ratio.
 * The level m must be positive. Strata differ in level without widening the error: near no effect m's own error hardly matters.
 */
export function clusterRelative(
  scores: readonly RelativeScore[],
  { scale = 'relative', ...options }: ClusterOptions & { readonly scale?: 'relative' | 'ratio' } = {},
): Inferred<ClusterInference> {
  const telling = scores.filter(({ a, b, weight }) => b > 0 || a !== 0 || weight > 0);
  if (scores.length === 0) return undetermined('no-data');
  const total = sumOf(telling, ({ b }) => b);
  const weights = sumOf(telling, ({ weight }) => weight);
  if (!(total > 0)) return undetermined('no-contrast');
  const level = sumOf(telling, ({ reference }) => reference) / weights;
  if (!(level > 0)) return undetermined('zero-reference');
  const difference = sumOf(telling, ({ a }) => a) / total;
  const relative = difference / level;
  const ratio = 1 + relative;
  if (scale === 'ratio' && !(ratio > 0)) return undetermined('no-variance', ratio);
  const divisor = scale === 'ratio' ? ratio : 1;
  const leverage = telling.map(({ b }) => b / total);
  const influence = telling.map(
    ({ a, b, reference, weight }) =>
      ((a - difference * b) / (total * level) - (relative * (reference - level * weight)) / (weights * level)) /
      divisor,
  );
  const centre = scale === 'ratio' ? Math.log(ratio) : relative;
  return inferFromClusters(
    {
      estimate: scale === 'ratio' ? ratio : relative,
      scale: scale === 'ratio' ? 'log' : 'linear',
      leverage,
      influence,
      noise:
        (roundingShare * (sumOf(telling, ({ a }) => Math.abs(a)) / total + Math.abs(difference))) / (level * divisor),
      influenceAt: (effect) => influence.map((own, index) => own + (centre - effect) * (leverage[index] ?? 0)),
    },
    options,
  );
}
