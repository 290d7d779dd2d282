import { binomial } from './count-distributions.ts';
import { chiSquare, gammaOfShape } from './distributions.ts';
import { type ExactTest, exactTest } from './exact-tables.ts';
import { errorOf, fromInterval, type Inferred, type Interval, undetermined } from './inference.ts';
import { clopperPearsonInterval } from './proportions.ts';
import { mean, sumOf, variance } from './summation.ts';

/** Events and how much time, exposure or audience they had. */
export interface EventCount {
  readonly events: number;
  readonly exposure: number;
}

/** Exact interval of a Poisson mean count: Garwood (1936), Biometrika 28. Divide by the exposure for a rate. */
export function poissonInterval(events: number, level: number): Interval {
  const tail = errorOf(level) / 2;
  return {
    low: events === 0 ? 0 : gammaOfShape(events).quantile(tail),
    high: gammaOfShape(events + 1).upperQuantile(tail),
  };
}

/**
 * Ratio of two Poisson rates, first / second: given the total, the first's events are binomial (Przyborowski and Wileński 1940, Biometrika 31), with
 * the interval of Clopper and Pearson. Events must be independent: where they come in runs of one account, use `clusterLogRatio`.
 */
export function rateRatio(first: EventCount, second: EventCount): Inferred {
  if (!(first.exposure > 0 && second.exposure > 0)) return undetermined('no-contrast');
  const total = first.events + second.events;
  if (total === 0) return undetermined('no-data');
  const factor = second.exposure / first.exposure;
  return fromInterval({
    estimate: (first.events / second.events) * factor,
    scale: 'log',
    standardError: Math.sqrt(1 / first.events + 1 / second.events),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: 'exact ratio of Poisson rates',
    interval: (level) => {
      const { low, high } = clopperPearsonInterval({ successes: first.events, trials: total }, level);
      return {
        low: (low / (1 - low)) * factor,
        high: high === 1 ? Number.POSITIVE_INFINITY : (high / (1 - high)) * factor,
      };
    },
  });
}

/** Exact test that two Poisson rates are equal, two-sided by probability. `undefined` without events. */
export function equalRates(first: EventCount, second: EventCount): ExactTest | undefined {
  const total = first.events + second.events;
  if (total === 0) return undefined;
  return exactTest(first.events, binomial(total, first.exposure / (first.exposure + second.exposure)));
}

export interface Dispersion {
  /** Variance over mean: 1 for independent events, more when they come together. */
  readonly index: number;
  /** Fisher's test (1950, Biometrics 6) that it is 1, upper tail: small when events come together. */
  readonly p: number;
  /** Size parameter k of a negative binomial by moments, variance = mean + mean² / k; Infinity without overdispersion. */
  readonly size: number;
}

/** Do counts of equal exposure vary more than independent events would? */
export function dispersion(counts: readonly number[]): Dispersion | undefined {
  const centre = mean(counts);
  if (counts.length < 2 || !(centre > 0)) return undefined;
  const spread = variance(counts);
  const statistic = sumOf(counts, (count) => (count - centre) ** 2) / centre;
  return {
    index: spread / centre,
    p: chiSquare(counts.length - 1).upperTail(statistic),
    size: spread > centre ? centre ** 2 / (spread - centre) : Number.POSITIVE_INFINITY,
  };
}
