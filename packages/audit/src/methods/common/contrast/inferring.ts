import { clusterContrast, clusterRelative, type RelativeScore } from '../../../statistics/cluster-contrast.ts';
import { clusterComparison, type LabelledCluster } from '../../../statistics/cluster-permutation.ts';
import type { ClusterInference } from '../../../statistics/clusters.ts';
import {
  errorOf,
  fromInterval,
  type Inference,
  type Inferred,
  type Interval,
  wald,
} from '../../../statistics/inference.ts';
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

const inferScores = (scores: readonly RelativeScore[], scale: Scale): Inferred<ClusterInference> =>
  scale === 'difference' ? clusterContrast(scores) : clusterRelative(scores, { scale });

/** Below this many independent units on either side, labels are exchanged as well. */
const fewClusters = 30;

export interface ClusteredEvidence {
  readonly scores: readonly RelativeScore[];
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

/**
 * A contrast whose errors hang together by match and by cluster: variances by either less the one by both, never below the larger of the
 * two (Cameron, Gelbach and Miller 2011, JBES 29), with the fewer degrees of freedom.
 */
export const inferTwoWays = (
  ways: {
    readonly byMatch: readonly RelativeScore[];
    readonly byCluster: readonly RelativeScore[];
    readonly byBoth: readonly RelativeScore[];
  },
  scale: Scale,
): Inferred => {
  const match = inferScores(ways.byMatch, scale);
  const cluster = inferScores(ways.byCluster, scale);
  const both = inferScores(ways.byBoth, scale);
  if (!match.known) return match;
  if (!cluster.known) return cluster;
  const square = (inference: Inference): number => inference.standardError ** 2;
  const joint = both.known ? square(both) : 0;
  const variance = Math.max(square(match) + square(cluster) - joint, square(match), square(cluster));
  const fewer = match.degreesOfFreedom <= cluster.degreesOfFreedom ? match : cluster;
  return wald({
    estimate: match.estimate,
    scale: match.scale,
    standardError: Math.sqrt(variance),
    degreesOfFreedom: fewer.degreesOfFreedom,
    method: `${fewer.method}, by match and by cluster`,
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
