import { beta, normal } from '../../statistics/distributions.ts';
import { poisson } from '../../statistics/count-distributions.ts';

/** Counts that vary more than Poisson's: variance μ + φ μ², the negative binomial. */

/** P(X ≥ count) for a mean and a dispersion φ ≥ 0. */
export const atLeast = (count: number, mean: number, dispersion: number): number => {
  if (count <= 0) return 1;
  if (dispersion < 1e-9) return poisson(mean).atLeast(count);
  const share = (mean * dispersion) / (1 + mean * dispersion);
  return beta(count, 1 / dispersion).cumulative(share);
};

/** Interval of (mean behind the count) over the expectation, on the log scale; `error` is two-sided. */
export const ratioInterval = (
  count: number,
  expected: number,
  dispersion: number,
  error: number,
): readonly [number, number] => {
  const reach = normal.upperQuantile(error / 2) * Math.sqrt(1 / count + dispersion);
  return [(count / expected) * Math.exp(-reach), (count / expected) * Math.exp(reach)];
};

export interface Window {
  readonly count: number;
  /** Expectation with the window's own count in it. */
  readonly level: number;
}

/** Σ over all windows of (count − level)² − level, and of level². */
export interface DispersionSums {
  readonly excess: number;
  readonly levels: number;
}

/** What is under test must not excuse itself. */
export const withoutWindows = ({ excess, levels }: DispersionSums, windows: readonly Window[]): DispersionSums => ({
  excess: windows.reduce((rest, { count, level }) => rest - ((count - level) ** 2 - level), excess),
  levels: windows.reduce((rest, { level }) => rest - level ** 2, levels),
});

/** Moment estimate of φ. */
export const dispersionOf = ({ excess, levels }: DispersionSums): number =>
  levels > 0 ? Math.max(0, excess / levels) : 0;
