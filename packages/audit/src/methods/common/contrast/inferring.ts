import { clusterContrast, clusterRelative, type RelativeScore } from '../../../statistics/cluster-contrast.ts';
import { clusterComparison, type LabelledCluster } from '../../../statistics/cluster-permutation.ts';
import { bellMcCaffreyDegrees, type ClusterInference, inferFromClusters } from '../../../statistics/clusters.ts';
import {
  errorOf,
  fromInterval,
  type Inferred,
  type Interval,
  undetermined,
  wald,
} from '../../../statistics/inference.ts';
import { sumOf } from '../../../statistics/summation.ts';
import { noneSeenUpperLimit } from '../../../statistics/proportions.ts';

/** On what scale two groups are compared: y₁ − y₂, y₁ / y₂ − 1, or y₁ / y₂. */
export type Scale = 'difference' | 'relative' | 'ratio';

/** A ratio as a relative difference: the same interval, less one. `scale` stays `log`, which is how its error is measured. */
export const asRelative = (ratio: Inferred): Inferred =>
  ratio.known
    ? {
        ...ratio,
        estimate: ratio.estimate - 1,
        interval: (level) => {
          const { low, high } = ratio.interval(level);
          return { low: low - 1, high: high - 1 };
        },
        pValue: (nullValue, side) => ratio.pValue(nullValue + 1, side),
      }
    : { ...ratio, estimate: ratio.estimate === undefined ? undefined : ratio.estimate - 1 };

/** An approximate inference that may never say more than an exact test does: where the exact p allows the null, so does the interval. */
export const heldTo = (inference: Inferred, exactP: number | undefined, nullValue: number): Inferred => {
  if (!inference.known || exactP === undefined) return inference;
  return {
    ...inference,
    method: `${inference.method}, held to an exact test`,
    interval: (level): Interval => {
      const { low, high } = inference.interval(level);
      if (exactP < 1 - level) return { low, high };
      return { low: Math.min(low, nullValue), high: Math.max(high, nullValue) };
    },
    pValue: (value, side) =>
      value === nullValue ? Math.max(exactP, inference.pValue(value, side)) : inference.pValue(value, side),
  };
};

/** What a cluster (or match) adds to a contrast, and how much of the whole it carries: its b times the level of its values. */
export interface LevelScore extends RelativeScore {
  readonly carried: number;
}

/** With fewer even clusters than this the jackknife (CR3) stands in for CR2, whose working model of independent rows is then too kind. */
const enoughClusters = 100;

/**
 * A contrast from the scores of independent clusters. On a relative scale what a cluster weighs is its money, not its rows: a few dear matches
 * may carry it all, and leverages say so.
 */
export const inferScores = (scores: readonly LevelScore[], scale: Scale): Inferred<ClusterInference> => {
  const plain = scale === 'difference' ? clusterContrast(scores) : clusterRelative(scores, { scale });
  if (!plain.known) return plain;
  const told = scores.filter(({ a, b, weight }) => b > 0 || a !== 0 || weight > 0);
  const leverage = leveragesOf(told, scale);
  const influence = influencesOf(told, told, scale);
  const centre = plain.scale === 'log' ? Math.log(plain.estimate) : plain.estimate;
  const influences = {
    estimate: plain.estimate,
    scale: plain.scale,
    influence,
    leverage,
    // `plain` has seen variance already.
    noise: 0,
    influenceAt: (effect: number) => influence.map((own, index) => own + (centre - effect) * (leverage[index] ?? 0)),
  };
  const effective = 1 / sumOf(leverage, (own) => own * own);
  return inferFromClusters(influences, { method: effective < enoughClusters ? 'CR3' : 'CR2' });
};

const leveragesOf = (scores: readonly LevelScore[], scale: Scale): readonly number[] => {
  const carried = scale === 'difference' ? 0 : sumOf(scores, (score) => score.carried);
  if (!(carried > 0) || scores.some((score) => score.carried < 0)) {
    const total = sumOf(scores, ({ b }) => b);
    return scores.map(({ b }) => b / total);
  }
  return scores.map((score) => score.carried / carried);
};

/** Below this many independent units on either side, labels are exchanged as well. */
const fewClusters = 30;

export interface ClusteredEvidence {
  readonly scores: readonly LevelScore[];
  /** Where whole clusters are in one group: they, for an exact test. */
  readonly labelled: readonly LabelledCluster[] | undefined;
}

/** A contrast of rows that hang together in one way. */
export const inferClustered = ({ scores, labelled }: ClusteredEvidence, scale: Scale, seed: number): Inferred => {
  const plain = inferScores(scores, scale);
  if (!plain.known || labelled === undefined) return plain;
  const sides = [true, false].map((side) => labelled.filter(({ first }) => first === side).length);
  if (Math.min(...sides) >= fewClusters) return plain;
  const exchanged = clusterComparison(labelled, { seed });
  const nullValue = scale === 'ratio' ? 1 : 0;
  return exchanged.known ? heldTo(plain, exchanged.pValue(0), nullValue) : { ...exchanged, estimate: plain.estimate };
};

/** Influences on the contrast of parts that are not a partition of it: each is what its own errors add to the estimate's. */
const influencesOf = (scores: readonly LevelScore[], whole: readonly LevelScore[], scale: Scale): readonly number[] => {
  const total = sumOf(whole, ({ b }) => b);
  const difference = sumOf(whole, ({ a }) => a) / total;
  if (scale === 'difference') return scores.map(({ a, b }) => (a - difference * b) / total);
  const weights = sumOf(whole, ({ weight }) => weight);
  const level = sumOf(whole, ({ reference }) => reference) / weights;
  const relative = difference / level;
  const divisor = scale === 'ratio' ? 1 + relative : 1;
  return scores.map(
    ({ a, b, reference, weight }) =>
      ((a - difference * b) / (total * level) - (relative * (reference - level * weight)) / (weights * level)) /
      divisor,
  );
};

/** Errors below this share of the estimate are rounding. */
const roundingShare = 1e-12;

/** A cluster that carries more than this of a contrast leaves too little to tell its error from. */
const mostLeverage = 0.999;

/**
 * A contrast whose errors hang together by match and by cluster: the variance by match, and what the clusters' errors in different matches add to
 * it, which is the variance by cluster less the one by both (Cameron, Gelbach and Miller 2011, JBES 29). Never less than by match alone; of the
 * degrees of freedom the fewer.
 */
export const inferTwoWays = (
  ways: {
    readonly byMatch: readonly LevelScore[];
    /** Scores about the other clusters' means; see matched-reduction.ts. */
    readonly byCluster: readonly LevelScore[];
    readonly byBoth: readonly LevelScore[];
  },
  scale: Scale,
): Inferred => {
  const match = inferScores(ways.byMatch, scale);
  const { estimate } = match;
  // Matches that happen to balance show no error of their own: the clusters' does then, all of it.
  const matchIsSilent = !match.known && match.reason === 'no-variance';
  if (estimate === undefined || (!match.known && !matchIsSilent)) return match;
  const clusters = ways.byCluster.filter(({ a, b }) => a !== 0 || b > 0);
  const leverage = leveragesOf(clusters, scale);
  if (clusters.length < 2 || leverage.some((own) => own >= mostLeverage)) return undetermined('one-cluster', estimate);
  const byCluster = influencesOf(clusters, ways.byMatch, scale);
  const byBoth = influencesOf(ways.byBoth, ways.byMatch, scale);
  const clusterVariance = sumOf(
    byCluster.keys(),
    (index) => ((byCluster[index] ?? 0) / (1 - (leverage[index] ?? 0))) ** 2,
  );
  const across = Math.max(0, clusterVariance - sumOf(byBoth, (own) => own * own));
  const variance = match.known ? match.standardError ** 2 + across : clusterVariance;
  if (!(Math.sqrt(variance) > roundingShare * (scale === 'difference' ? Math.abs(estimate) : 1)))
    return undetermined('no-variance', estimate);
  return wald({
    estimate,
    scale: scale === 'ratio' ? 'log' : 'linear',
    standardError: Math.sqrt(variance),
    degreesOfFreedom: Math.min(
      match.known ? match.degreesOfFreedom : Number.POSITIVE_INFINITY,
      bellMcCaffreyDegrees(leverage),
    ),
    method: match.known ? `${match.method}, by match and by cluster` : 'CR3, by cluster',
  });
};

/**
 * Where every independent unit shows exactly the same difference: a share of them that was not seen may be other, up to what none of `units` leaves
 * open, and each of those is taken to lie no further off than `largest`.
 */
export const inferFromNoneOther = (estimate: number, units: number, largest: number, scale: Scale): Inferred => {
  const reach = (level: number): number => noneSeenUpperLimit(units, 1 - errorOf(level) / 2) * largest;
  return fromInterval({
    estimate,
    scale: scale === 'ratio' ? 'log' : 'linear',
    standardError: 0,
    degreesOfFreedom: Math.max(1, units - 1),
    method: `the same in all ${units} independent units`,
    interval: (level): Interval =>
      scale === 'ratio'
        ? { low: estimate / (1 + reach(level)), high: estimate * (1 + reach(level)) }
        : { low: estimate - reach(level), high: estimate + reach(level) },
  });
};
