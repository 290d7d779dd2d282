import { normal, studentT } from '../statistics/distributions.ts';
import { incompleteBeta } from '../statistics/special-functions.ts';
import { poisson } from '../statistics/count-distributions.ts';
import type { Expectation } from './baseline.ts';
import type { Figure } from './figures.ts';

/** How seldom a day on which nothing has changed brings something as high, or as low, as this. */
export interface Surprise {
  readonly up: number;
  readonly down: number;
}

/** Whether the spread was itself only estimated: the same surprise on Student's t instead of the normal distribution. */
const spreadEstimated = (tail: number, degreesOfFreedom: number): number => {
  if (tail >= 0.5) return tail;
  return studentT(degreesOfFreedom).upperTail(normal.upperQuantile(Math.max(tail, 1e-300)));
};

/** Negative binomial of a mean and a variance: Poisson where it is no wider. Tails by the incomplete beta function. */
const countTails = (count: number, mean: number, variance: number): Surprise => {
  const whole = Math.round(count);
  if (variance <= mean * (1 + 1e-9)) {
    const distribution = poisson(mean);
    return { up: distribution.atLeast(whole), down: distribution.cumulative(whole) };
  }
  const size = (mean * mean) / (variance - mean);
  const chance = size / (size + mean);
  return {
    up: whole <= 0 ? 1 : incompleteBeta(whole, size, 1 - chance, chance).lower,
    down: incompleteBeta(size, whole + 1, chance, 1 - chance).lower,
  };
};

/** Beta of a mean and a variance, with half an event of continuity. */
const shareTails = (hits: number, trials: number, mean: number, variance: number): Surprise => {
  const strength = (mean * (1 - mean)) / variance - 1;
  if (!(strength > 0)) return { up: 1, down: 1 };
  const [a, b] = [mean * strength, (1 - mean) * strength];
  const above = Math.max(0, (hits - 0.5) / trials);
  const below = Math.min(1, (hits + 0.5) / trials);
  return {
    up: above <= 0 ? 1 : incompleteBeta(a, b, above).upper,
    down: below >= 1 ? 1 : incompleteBeta(a, b, below).lower,
  };
};

/** Undefined where the figure is of another kind than its baseline. */
export const surpriseOf = (expected: Expectation, figure: Figure): Surprise | undefined => {
  const { mean, dispersion, uncertainty, degreesOfFreedom } = expected;
  switch (figure.kind) {
    case 'suppressed':
      return undefined;
    case 'measure': {
      if (expected.kind !== 'measure') return undefined;
      const spread = Math.sqrt(dispersion + uncertainty);
      // A baseline without any variation says nothing of how much there may be.
      if (!(spread > 0)) return undefined;
      const distribution = studentT(degreesOfFreedom);
      const t = (figure.value - mean) / spread;
      return { up: distribution.upperTail(t), down: distribution.cumulative(t) };
    }
    case 'count': {
      if (expected.kind !== 'count') return undefined;
      const tails = countTails(
        figure.count,
        mean,
        dispersion * mean + mean * mean * Math.expm1(Math.min(uncertainty, 20)),
      );
      return {
        up: spreadEstimated(tails.up, degreesOfFreedom),
        down: spreadEstimated(tails.down, degreesOfFreedom),
      };
    }
    case 'share': {
      if (expected.kind !== 'share') return undefined;
      const unit = mean * (1 - mean);
      const tails = shareTails(
        figure.hits,
        figure.trials,
        mean,
        (dispersion * unit) / figure.trials + unit * unit * uncertainty,
      );
      return {
        up: spreadEstimated(tails.up, degreesOfFreedom),
        down: spreadEstimated(tails.down, degreesOfFreedom),
      };
    }
  }
};

/** Roughly what 95 of 100 ordinary days bring, for charts; never what is judged by. */
export const usualRange = (
  { kind, mean, dispersion, uncertainty }: Expectation,
  trials = 1,
): readonly [number, number] => {
  const unit = kind === 'share' ? mean * (1 - mean) : 1;
  const variance =
    kind === 'count'
      ? dispersion * mean + mean * mean * uncertainty
      : kind === 'share'
        ? (dispersion * unit) / Math.max(1, trials) + unit * unit * uncertainty
        : dispersion + uncertainty;
  const reach = 1.96 * Math.sqrt(variance);
  const [low, high] = [mean - reach, mean + reach];
  if (kind === 'measure') return [low, high];
  return [Math.max(0, low), kind === 'share' ? Math.min(1, high) : high];
};
