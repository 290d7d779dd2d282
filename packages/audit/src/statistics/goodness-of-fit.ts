import { chiSquare } from './distributions.ts';
import type { Random } from './random.ts';
import { logGamma } from './special-functions.ts';
import { sum, sumOf } from './summation.ts';

export interface GoodnessOfFit {
  /** Pearson's Σ (observed − expected)² / expected. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly smallestExpected: number;
  /** How p was found. */
  readonly method: 'chi-square' | 'exact' | 'Monte Carlo' | 'Rao-Scott';
  /** What clustering multiplies the statistic by; 1 for independent counts. */
  readonly designEffect: number;
}

export interface GoodnessOptions {
  /** For small expected counts: draws from it where not all outcomes can be looked at. */
  readonly random?: Random;
  readonly draws?: number;
  /** Variances of the observed shares with clusters taken into account (such as those of `clusterRatio`): first-order correction of Rao and Scott (1981), JASA 76. */
  readonly shareVariances?: readonly number[];
}

/** Expected counts below this make the chi-square approximation doubtful (Cochran 1954). */
const smallExpected = 5;
const outcomeLimit = 50_000;

/**
 * Do observed counts over levels follow expected shares (given as weights)? Levels expected never must not occur: one observed there gives p = 0.
 * With expected counts under 5 and independent rows, exact over all outcomes where there are at most 50,000, else by Monte Carlo when a generator
 * is given. `undefined` for fewer than two possible levels or no counts.
 */
export function goodnessOfFit(
  observed: readonly number[],
  weights: readonly number[],
  { random, draws = 9_999, shareVariances }: GoodnessOptions = {},
): GoodnessOfFit | undefined {
  if (observed.length !== weights.length) throw new RangeError('counts and shares over different levels');
  if ([...observed, ...weights].some((value) => !(value >= 0))) throw new RangeError('a count or share below zero');
  const total = sum(observed);
  const weight = sum(weights);
  const levels = [...observed.keys()].filter((level) => (weights[level] ?? 0) > 0);
  if (levels.length < 2 || !(total > 0)) return undefined;
  const counts = levels.map((level) => observed[level] ?? 0);
  const shares = levels.map((level) => (weights[level] ?? 0) / weight);
  const degreesOfFreedom = levels.length - 1;
  const smallestExpected = total * shares.reduce((least, share) => Math.min(least, share), 1);
  const statistic = pearsonStatistic(counts, shares, total);
  const base = { statistic, degreesOfFreedom, smallestExpected, designEffect: 1 };
  if (Math.abs(sum(counts) - total) > 1e-9 * total)
    return { ...base, statistic: Number.POSITIVE_INFINITY, p: 0, method: 'exact' };
  if (shareVariances !== undefined) {
    const designEffect =
      sumOf(levels.keys(), (index) => (total * (shareVariances[levels[index] ?? 0] ?? 0)) / (shares[index] ?? 1)) /
      degreesOfFreedom;
    const deflated = statistic / Math.max(designEffect, 1);
    return { ...base, designEffect, p: chiSquare(degreesOfFreedom).upperTail(deflated), method: 'Rao-Scott' };
  }
  if (smallestExpected < smallExpected && counts.every(Number.isInteger)) {
    const exact = exactMultinomial(counts, shares, total, statistic);
    if (exact !== undefined) return { ...base, p: exact, method: 'exact' };
    if (random !== undefined)
      return { ...base, p: drawn(shares, total, statistic, random, draws), method: 'Monte Carlo' };
  }
  return { ...base, p: chiSquare(degreesOfFreedom).upperTail(statistic), method: 'chi-square' };
}

const pearsonStatistic = (counts: ArrayLike<number>, shares: readonly number[], total: number): number =>
  sumOf(shares.keys(), (level) => {
    const expected = total * (shares[level] ?? 0);
    return ((counts[level] ?? 0) - expected) ** 2 / expected;
  });

const atLeastAs = (statistic: number) => statistic * (1 - 1e-10);

/** Probability of all outcomes whose statistic is at least the observed one; `undefined` when there are too many outcomes. */
function exactMultinomial(
  counts: readonly number[],
  shares: readonly number[],
  total: number,
  statistic: number,
): number | undefined {
  let outcomes = 1;
  for (let level = 1; level < shares.length; level++) outcomes *= (total + level) / level;
  if (outcomes > outcomeLimit) return undefined;
  const limit = atLeastAs(statistic);
  const logShares = shares.map(Math.log);
  const outcome = counts.map(() => 0);
  let p = 0;
  const place = (level: number, left: number, logProbability: number, sofar: number): void => {
    const share = shares[level] ?? 0;
    const logShare = logShares[level] ?? 0;
    const last = level === shares.length - 1;
    for (let count = last ? left : 0; count <= left; count++) {
      outcome[level] = count;
      const log = logProbability + count * logShare - logGamma(count + 1);
      const next = sofar + (count - total * share) ** 2 / (total * share);
      if (!last) place(level + 1, left - count, log, next);
      else if (next >= limit) p += Math.exp(log);
    }
  };
  place(0, total, logGamma(total + 1), 0);
  return Math.min(1, p);
}

function drawn(shares: readonly number[], total: number, statistic: number, random: Random, draws: number): number {
  const upTo = Float64Array.from(shares);
  for (let level = 1; level < upTo.length; level++) upTo[level] = (upTo[level] ?? 0) + (upTo[level - 1] ?? 0);
  const limit = atLeastAs(statistic);
  let extreme = 0;
  const counts = new Float64Array(shares.length);
  for (let draw = 0; draw < draws; draw++) {
    counts.fill(0);
    for (let row = 0; row < total; row++) {
      const level = firstAbove(upTo, random.uniform());
      counts[level] = (counts[level] ?? 0) + 1;
    }
    if (pearsonStatistic(counts, shares, total) >= limit) extreme += 1;
  }
  return (extreme + 1) / (draws + 1);
}

function firstAbove(upTo: Float64Array, value: number): number {
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 1) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
