import { beta, gammaOfShape } from '../../statistics/distributions.ts';

/** Counts that vary more than Poisson's: variance μ + φ μ², the negative binomial. */

/** P(X ≥ count) for a mean and a dispersion φ ≥ 0; between whole counts it is continuous. */
export const atLeast = (count: number, mean: number, dispersion: number): number => {
  if (count <= 0) return 1;
  if (dispersion < 1e-9) return gammaOfShape(count).cumulative(mean);
  const share = (mean * dispersion) / (1 + mean * dispersion);
  return beta(count, 1 / dispersion).cumulative(share);
};

/** The mean at which so many or more are as likely as `probability`: `atLeast` turned round. */
const meanFor = (count: number, dispersion: number, probability: number): number => {
  if (dispersion < 1e-9) return gammaOfShape(count).quantile(probability);
  const share = beta(count, 1 / dispersion).quantile(probability);
  return share < 1 ? share / (dispersion * (1 - share)) : Number.POSITIVE_INFINITY;
};

/** Exact interval of (mean behind the count) over the expectation: the means that this count lies in neither tail of; `error` is two-sided. */
export const ratioInterval = (
  count: number,
  expected: number,
  dispersion: number,
  error: number,
): readonly [number, number] => [
  count === 0 ? 0 : meanFor(count, dispersion, error / 2) / expected,
  meanFor(count + 1, dispersion, 1 - error / 2) / expected,
];

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

/** The count that chance reaches with this probability; between whole numbers where the tail is continuous. */
const reached = (level: number, dispersion: number, probability: number): number => {
  let high = Math.max(1, level);
  while (atLeast(high, level, dispersion) > probability) high *= 2;
  let low = 0;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (atLeast(middle, level, dispersion) > probability) low = middle;
    else high = middle;
  }
  return high;
};

const rounds = 30;

/**
 * φ where the most extreme windows, in order, are replaced by what chance would make of them: the i-th most extreme of so many windows is
 * about as unlikely as i in that many. Bursts then neither hide themselves nor each other, and data without bursts keep their dispersion, which
 * simply leaving out the extremes would shrink.
 */
export const dispersionReplacing = (sums: DispersionSums, extremes: readonly Window[], windows: number): number => {
  const rest = withoutWindows(sums, extremes);
  const levels = extremes.reduce((sum, { level }) => sum + level ** 2, rest.levels);
  let dispersion = dispersionOf(rest);
  for (let round = 0; round < rounds; round++) {
    const excess = extremes.reduce(
      (sum, { level }, index) =>
        sum + (reached(level, dispersion, Math.min(0.5, (index + 1) / (windows + 1))) - level) ** 2 - level,
      rest.excess,
    );
    const next = dispersionOf({ excess, levels });
    if (Math.abs(next - dispersion) <= 1e-6 * (1 + dispersion)) return next;
    dispersion = next;
  }
  return dispersion;
};
