import { beta, normal } from './distributions.ts';
import { errorOf, fromInterval, type Inferred, type Interval, undetermined, wald } from './inference.ts';

/** Whole successes among whole trials. */
export interface Count {
  readonly successes: number;
  readonly trials: number;
}

function checkedCount({ successes, trials }: Count): void {
  if (!(trials > 0 && successes >= 0 && successes <= trials)) {
    throw new RangeError(`${successes} of ${trials} is not a share`);
  }
}

/** Score interval of one share: Wilson (1927), JASA 22; Newcombe (1998), Statistics in Medicine 17:857, method 3. */
export function wilsonInterval(count: Count, level: number): Interval {
  checkedCount(count);
  const { successes, trials } = count;
  const z = normal.upperQuantile(errorOf(level) / 2);
  const square = z * z;
  const centre = 2 * successes + square;
  const reach = z * Math.sqrt(square + 4 * successes * (1 - successes / trials));
  const width = 2 * (trials + square);
  return {
    low: successes === 0 ? 0 : (centre - reach) / width,
    high: successes === trials ? 1 : (centre + reach) / width,
  };
}

/**
 * Exact interval of one share: Clopper and Pearson (1934), Biometrika 26. Covers at least its level. Real numbers are accepted, for
 * effective sample sizes. With 0 of n the lower end is 0 and the upper 1 − (α/2)^(1/n); the same mirrored for n of n.
 */
export function clopperPearsonInterval(count: Count, level: number): Interval {
  checkedCount(count);
  const { successes, trials } = count;
  const tail = errorOf(level) / 2;
  const failures = trials - successes;
  return {
    low: successes === 0 ? 0 : beta(successes, failures + 1).quantile(tail),
    high: failures === 0 ? 1 : beta(successes + 1, failures).upperQuantile(tail),
  };
}

/**
 * One-sided upper limit of a share when none of n independent units showed the event: 1 − (1 − level)^(1/n), about 3/n at 95 %.
 * Hanley and Lippman-Hand (1983), JAMA 249.
 */
export const noneSeenUpperLimit = (units: number, level: number): number =>
  0 - Math.expm1(Math.log(errorOf(level)) / units);

/** A share with an interval of any making. */
export interface EstimatedShare {
  readonly estimate: number;
  readonly interval: Interval;
}

/** Interval of first − second from two separate ones: MOVER, Zou and Donner (2008), Statistics in Medicine 27; with Wilson's it is Newcombe's. */
export function moverDifference(first: EstimatedShare, second: EstimatedShare): Interval {
  const difference = first.estimate - second.estimate;
  const below = Math.hypot(first.estimate - first.interval.low, second.interval.high - second.estimate);
  const above = Math.hypot(first.interval.high - first.estimate, second.estimate - second.interval.low);
  return { low: difference - below, high: difference + above };
}

/** Interval of first / second from two separate ones, zero counts included: Donner and Zou (2012), Statistical Methods in Medical Research 21. */
export function moverRatio(first: EstimatedShare, second: EstimatedShare): Interval {
  const product = first.estimate * second.estimate;
  const end = (x: number, y: number, sign: 1 | -1): number => {
    // x is the first's end, y the second's opposite end; the root in a form that does not divide by a vanishing y (2 second − y).
    const numerator = x * (2 * first.estimate - x);
    const denominator = y * (2 * second.estimate - y);
    const root = Math.sqrt(Math.max(0, product * product - numerator * denominator));
    if (sign === -1) return product + root > 0 ? numerator / (product + root) : 0;
    return denominator > 0 ? (product + root) / denominator : Number.POSITIVE_INFINITY;
  };
  const low = first.estimate === 0 ? 0 : end(first.interval.low, second.interval.high, -1);
  return {
    low: Math.max(0, low),
    high: second.interval.low <= 0 ? Number.POSITIVE_INFINITY : end(first.interval.high, second.interval.low, 1),
  };
}

const wilsonShare = (count: Count, level: number): EstimatedShare => ({
  estimate: count.successes / count.trials,
  interval: wilsonInterval(count, level),
});

/**
 * Difference of two independent shares, first − second, with Newcombe's hybrid score interval (1998, Statistics in Medicine 17:873,
 * method 10). The p value inverts the interval. Rows must be independent: for rows that hang together use the cluster functions.
 */
export function shareDifference(first: Count, second: Count): Inferred {
  if (first.trials <= 0 || second.trials <= 0) return undetermined('no-contrast');
  checkedCount(first);
  checkedCount(second);
  const p = first.successes / first.trials;
  const q = second.successes / second.trials;
  return fromInterval({
    estimate: p - q,
    scale: 'linear',
    standardError: Math.sqrt((p * (1 - p)) / first.trials + (q * (1 - q)) / second.trials),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: 'Newcombe hybrid score',
    interval: (level) => moverDifference(wilsonShare(first, level), wilsonShare(second, level)),
  });
}

/** Ratio of two independent shares, first / second, on the log scale: Katz et al. (1978), Biometrics 34. Needs both counts above zero. */
export function logShareRatio(first: Count, second: Count): Inferred {
  if (first.trials <= 0 || second.trials <= 0) return undetermined('no-contrast');
  checkedCount(first);
  checkedCount(second);
  if (second.successes === 0) return undetermined('zero-reference');
  const estimate = first.successes / first.trials / (second.successes / second.trials);
  const square = 1 / first.successes - 1 / first.trials + 1 / second.successes - 1 / second.trials;
  if (first.successes === 0 || square <= 0) return undetermined('no-variance', estimate);
  return wald({
    estimate,
    standardError: Math.sqrt(square),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: 'Katz log ratio',
    scale: 'log',
  });
}

/**
 * Ratio of two independent shares with Wilson's intervals joined by MOVER, for the four-fifths rule (compare with 0.8 and 1.25) and with
 * zero counts: none among the first gives a lower end of 0, none among the second an infinite estimate and upper end.
 */
export function shareRatio(first: Count, second: Count): Inferred {
  if (first.trials <= 0 || second.trials <= 0) return undetermined('no-contrast');
  checkedCount(first);
  checkedCount(second);
  if (first.successes === 0 && second.successes === 0) return undetermined('zero-reference');
  const square = 1 / first.successes - 1 / first.trials + 1 / second.successes - 1 / second.trials;
  return fromInterval({
    estimate: first.successes / first.trials / (second.successes / second.trials),
    scale: 'log',
    standardError: Math.sqrt(Math.max(0, square)),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: 'MOVER ratio of Wilson scores',
    interval: (level) => moverRatio(wilsonShare(first, level), wilsonShare(second, level)),
  });
}
