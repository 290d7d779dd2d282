import type { EstimationContext, ReducedRow } from '../../../engine/method.ts';
import { type Inferred, undetermined } from '../../../statistics/inference.ts';
import { unitsFromUnevenness } from '../share-of-rows.ts';
import type { ContrastSpecification, PairOfUnit } from './contrast-specification.ts';
import { clustersAreInOneGroup, clusterScores, labelledClusters, type StratumPair } from './grouped-contrast.ts';
import { inferClustered, inferTwoWays, type LevelScore } from './inferring.ts';
import { matchedScores } from './matched-contrast.ts';
import type { Pair } from './pairs.ts';

export interface PairInference {
  readonly inferred: Inferred;
  /** Rows of strata or matches that hold both sides. */
  readonly n: number;
  /** Independent units they fall into, as far as buckets tell them apart. */
  readonly clusters: number;
}

const nothing: PairInference = { inferred: undetermined('no-contrast'), n: 0, clusters: 0 };

/** A pair within strata, from sums by cluster bucket or, without clusters, from the strata's own sums. */
export const inferGrouped = (
  strata: readonly StratumPair[],
  { of, clustered }: { readonly of: PairOfUnit; readonly clustered: boolean },
  { scale, measured, inferRows }: ContrastSpecification,
  { seed }: EstimationContext,
): PairInference => {
  if (strata.length === 0) return nothing;
  const n = strata.reduce((sum, { first, second }) => sum + Number(first.all.weight + second.all.weight), 0);
  if (!clustered) return { inferred: inferRows(strata, of), n, clusters: n };
  const scores = [...clusterScores(strata, measured.bits).values()];
  const labelled = clustersAreInOneGroup(strata) ? labelledClusters(strata, measured.bits) : undefined;
  return { inferred: inferClustered({ scores, labelled }, scale, seed), n, clusters: scores.length };
};

const unitsBehind = (scores: readonly LevelScore[], buckets: number): number =>
  unitsFromUnevenness(
    scores.map(({ b }) => b),
    buckets,
  );

/** A pair within matches, errors by match, or by match and cluster. */
export const inferMatched = (
  rows: readonly ReducedRow[],
  pair: Pair,
  { scale, measured }: ContrastSpecification,
  buckets: number,
): PairInference => {
  const scores = matchedScores(rows, pair, measured.bits);
  if (scores === undefined) return nothing;
  const { byMatch, byCluster, byBoth, weight: n } = scores;
  if (byCluster === undefined || byBoth === undefined)
    return {
      inferred: inferClustered({ scores: byMatch, labelled: undefined }, scale, 1),
      n,
      clusters: scores.matches,
    };
  return {
    inferred: inferTwoWays({ byMatch, byCluster, byBoth }, scale),
    n,
    clusters: Math.floor(Math.min(unitsBehind(byMatch, buckets), unitsBehind(byCluster, buckets))),
  };
};
