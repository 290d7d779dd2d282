import { binomial, type CountDistribution, hypergeometric } from './count-distributions.ts';
import { clopperPearsonInterval } from './proportions.ts';
import { CompensatedSum } from './summation.ts';
import type { Interval } from './inference.ts';

/** p values of an exact test. `midP` counts half of what is as likely as the observed, and is not conservative. */
export interface ExactTest {
  /** Sum of all outcomes no more likely than the observed one. */
  readonly twoSided: number;
  readonly midP: number;
  /** P(X ≥ observed) under the null. */
  readonly greater: number;
  /** P(X ≤ observed) under the null. */
  readonly less: number;
}

/** Probabilities that differ by less than this share count as equal, as rounding makes them. */
const sameLikelihood = 1e-7;

/** Exact test of a count against its null distribution, two-sided by probability (Freeman and Halton 1951; Lancaster 1961 for mid-p). */
export function exactTest(observed: number, distribution: CountDistribution): ExactTest {
  const own = distribution.mass(observed);
  const limit = own * (1 + sameLikelihood);
  const equal = new CompensatedSum();
  const { smallest, largest } = distribution;
  // Masses rise to the mode and fall after it: from each end inward to the last count that is still no more likely than the observed.
  const mode = modeOf(distribution);
  const lastFromBelow = lastWhere(smallest, mode, (k) => distribution.mass(k) <= limit);
  const lastFromAbove = lastWhere(largest, mode, (k) => distribution.mass(k) <= limit);
  const below = lastFromBelow === undefined ? 0 : distribution.cumulative(lastFromBelow);
  const above = lastFromAbove === undefined ? 0 : distribution.atLeast(lastFromAbove);
  const all = lastFromBelow !== undefined && lastFromAbove !== undefined && lastFromBelow >= lastFromAbove - 1;
  const twoSided = all ? 1 : Math.min(1, below + above);
  // Among log-concave masses those alike the observed one are its mirror on the other flank, or its twin at the mode.
  for (const candidate of new Set([lastFromBelow, lastFromAbove, observed, mode - 1, mode + 1])) {
    if (candidate === undefined) continue;
    const mass = distribution.mass(candidate);
    if (mass >= own * (1 - sameLikelihood) && mass <= limit) equal.add(mass);
  }
  return {
    twoSided,
    midP: Math.max(0, twoSided - equal.value / 2),
    greater: distribution.atLeast(observed),
    less: distribution.cumulative(observed),
  };
}

/** The likeliest count, walked to from the median, which is never far. */
function modeOf(distribution: CountDistribution): number {
  let mode = distribution.quantile(0.5);
  while (distribution.mass(mode + 1) > distribution.mass(mode)) mode++;
  while (distribution.mass(mode - 1) > distribution.mass(mode)) mode--;
  return mode;
}

/** The last whole number from `start` towards `end` for which a property, true at first and then false, holds. */
function lastWhere(start: number, end: number, holds: (k: number) => boolean): number | undefined {
  if (!holds(start)) return undefined;
  if (holds(end)) return end;
  let yes = start;
  let no = end;
  while (Math.abs(no - yes) > 1) {
    const middle = Math.trunc((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** A two-by-two table: rows are groups, columns outcome yes and no. */
export interface TwoByTwo {
  readonly firstYes: number;
  readonly firstNo: number;
  readonly secondYes: number;
  readonly secondNo: number;
}

/** Fisher's exact test of equal shares, conditional on all margins: Fisher (1935), "The logic of inductive inference". */
export function fisherExact(table: TwoByTwo): ExactTest & { readonly oddsRatio: number } {
  const { firstYes, firstNo, secondYes, secondNo } = table;
  const test = exactTest(firstYes, hypergeometric(firstYes + firstNo, secondYes + secondNo, firstYes + secondYes));
  return { ...test, oddsRatio: (firstYes * secondNo) / (firstNo * secondYes) };
}

/** Exact sign test, or exact McNemar test of the discordant pairs (McNemar 1947, Psychometrika 12): is plus as likely as minus? */
export function signTest(plus: number, minus: number): ExactTest {
  const trials = plus + minus;
  return exactTest(plus, binomial(trials, 0.5));
}

/** Odds plus : minus of discordant pairs with the interval of Clopper and Pearson carried over to odds. */
export function discordantOdds(plus: number, minus: number, level: number): { estimate: number; interval: Interval } {
  const { low, high } = clopperPearsonInterval({ successes: plus, trials: plus + minus }, level);
  return {
    estimate: plus / minus,
    interval: { low: low / (1 - low), high: high === 1 ? Number.POSITIVE_INFINITY : high / (1 - high) },
  };
}
