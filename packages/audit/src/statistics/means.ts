import { fisherF, studentT } from './distributions.ts';
import { errorOf, type Inferred, type Interval, undetermined, wald } from './inference.ts';

/** What is kept of a sample: how many, their mean, and their sample variance (with n − 1). */
export interface Summary {
  readonly count: number;
  readonly mean: number;
  readonly variance: number;
}

/** Difference of two independent means, first − second: Welch (1947), Biometrika 34, with Satterthwaite's degrees of freedom. */
export function meanDifference(first: Summary, second: Summary): Inferred {
  if (first.count === 0 || second.count === 0) return undetermined('no-contrast');
  const estimate = first.mean - second.mean;
  if (first.count < 2 || second.count < 2) return undetermined('too-few-units', estimate);
  const a = first.variance / first.count;
  const b = second.variance / second.count;
  if (!(a + b > 0)) return undetermined('no-variance', estimate);
  return wald({
    estimate,
    standardError: Math.sqrt(a + b),
    degreesOfFreedom: (a + b) ** 2 / (a ** 2 / (first.count - 1) + b ** 2 / (second.count - 1)),
    method: 'Welch t',
  });
}

/** Ratio of two independent means of positive values, first / second, by the delta method on the log scale with Welch's degrees of freedom. */
export function meanRatio(first: Summary, second: Summary): Inferred {
  if (first.count === 0 || second.count === 0) return undetermined('no-contrast');
  if (!(second.mean > 0 && first.mean > 0)) return undetermined('zero-reference');
  const estimate = first.mean / second.mean;
  if (first.count < 2 || second.count < 2) return undetermined('too-few-units', estimate);
  const a = first.variance / first.count / first.mean ** 2;
  const b = second.variance / second.count / second.mean ** 2;
  if (!(a + b > 0)) return undetermined('no-variance', estimate);
  return wald({
    estimate,
    standardError: Math.sqrt(a + b),
    degreesOfFreedom: (a + b) ** 2 / (a ** 2 / (first.count - 1) + b ** 2 / (second.count - 1)),
    method: 'delta log ratio of means',
    scale: 'log',
  });
}

/**
 * Interval of a ratio of means by Fieller's theorem (1954, JRSS B 16): all ratios r for which first − r·second does not differ from zero.
 * `undefined` where the second mean does not differ from zero at this level: the set is then no interval, and nothing can be said.
 */
export function fiellerInterval(
  numerator: { readonly estimate: number; readonly standardError: number },
  denominator: { readonly estimate: number; readonly standardError: number },
  covariance: number,
  degreesOfFreedom: number,
  level: number,
): Interval | undefined {
  const t = studentT(degreesOfFreedom).upperQuantile(errorOf(level) / 2);
  const square = t * t;
  const a = denominator.estimate ** 2 - square * denominator.standardError ** 2;
  const b = numerator.estimate * denominator.estimate - square * covariance;
  const c = numerator.estimate ** 2 - square * numerator.standardError ** 2;
  if (!(a > 0)) return undefined;
  const reach = Math.sqrt(Math.max(0, b * b - a * c));
  return { low: (b - reach) / a, high: (b + reach) / a };
}

/** Are several independent means equal? Welch's heteroscedastic F test (1951), Biometrika 38. */
export function equalMeans(groups: readonly Summary[]) {
  const usable = groups.filter((group) => group.count >= 2 && group.variance > 0);
  const k = usable.length;
  if (k < 2 || k < groups.length) return undefined;
  const weights = usable.map((group) => group.count / group.variance);
  const total = weights.reduce((left, right) => left + right, 0);
  const centre = usable.reduce((left, group, index) => left + (weights[index] ?? 0) * group.mean, 0) / total;
  let between = 0;
  let lambda = 0;
  for (const [index, group] of usable.entries()) {
    const weight = weights[index] ?? 0;
    between += weight * (group.mean - centre) ** 2;
    lambda += (1 - weight / total) ** 2 / (group.count - 1);
  }
  const statistic = between / (k - 1) / (1 + (2 * (k - 2) * lambda) / (k * k - 1));
  const denominatorDegrees = (k * k - 1) / (3 * lambda);
  return {
    statistic,
    numeratorDegrees: k - 1,
    denominatorDegrees,
    p: fisherF(k - 1, denominatorDegrees).upperTail(statistic),
  };
}
