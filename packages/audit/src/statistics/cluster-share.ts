import type { ClusterInference, ClusterOptions } from './clusters.ts';
import { clusterRatio, type RatioScore } from './cluster-contrast.ts';
import { studentT } from './distributions.ts';
import { errorOf, fromInterval, type Inferred, undetermined } from './inference.ts';
import { clopperPearsonInterval } from './proportions.ts';
import { sumOf } from './summation.ts';

/**
 * A share Σ numerator / Σ denominator between 0 and 1 of rows that hang together in clusters, with the interval of Korn and Graubard (1998),
 * Survey Methodology 24: Clopper and Pearson's with the number of independent rows that would give the seen variance, adjusted for the
 * degrees of freedom, and never more rows than there are. Where no variance is seen (none or all of them) the effective number of clusters stands
 * for the sample: nothing seen in few clusters says little. The p value for an expected share inverts the interval.
 */
export function clusterShare(scores: readonly RatioScore[], options: ClusterOptions = {}): Inferred<ClusterInference> {
  const telling = scores.filter(({ denominator }) => denominator > 0);
  const rows = sumOf(telling, ({ denominator }) => denominator);
  if (!(rows > 0)) return undetermined('no-data');
  const estimate = sumOf(telling, ({ numerator }) => numerator) / rows;
  if (!(estimate >= 0 && estimate <= 1)) throw new RangeError(`a share lies between 0 and 1, not at ${estimate}`);
  const effectiveClusters = rows ** 2 / sumOf(telling, ({ denominator }) => denominator ** 2);
  const largestLeverage = telling.reduce((most, { denominator }) => Math.max(most, denominator / rows), 0);
  const seen = clusterRatio(telling, {
    ...options,
    method: options.method === 'wild' ? 'CR2' : (options.method ?? 'CR2'),
  });
  if (!seen.known && seen.reason !== 'no-variance') return seen;
  const spread = estimate * (1 - estimate);
  const standardError = seen.known ? seen.standardError : 0;
  const trialsAt = (level: number): number => {
    if (!seen.known) return effectiveClusters;
    const tail = errorOf(level) / 2;
    const narrowing =
      studentT(Math.max(1, rows - 1)).upperQuantile(tail) / studentT(seen.degreesOfFreedom).upperQuantile(tail);
    return Math.min(rows, (spread / standardError ** 2) * narrowing ** 2);
  };
  const inference = fromInterval({
    estimate,
    scale: 'linear',
    standardError,
    degreesOfFreedom: seen.known ? seen.degreesOfFreedom : Math.max(1, effectiveClusters - 1),
    method: seen.known ? `Korn-Graubard, ${seen.method}` : 'Clopper-Pearson over clusters, no variance seen',
    interval: (level) => {
      const trials = trialsAt(level);
      return clopperPearsonInterval({ successes: estimate * trials, trials }, level);
    },
  });
  return { ...inference, clusters: telling.length, effectiveClusters, largestLeverage };
}
