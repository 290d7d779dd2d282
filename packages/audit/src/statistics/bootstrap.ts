import { normal } from './distributions.ts';
import { errorOf, fromInterval, type Inferred, undetermined } from './inference.ts';
import type { Random } from './random.ts';
import { variance } from './summation.ts';

/** Values of one independent unit (a user, a request) in each of two groups; either may be empty. */
export interface UnitValues {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

interface Ranked {
  readonly values: Float64Array;
  readonly units: Uint32Array;
}

function ranked(units: readonly UnitValues[], group: 'first' | 'second'): Ranked {
  const pairs = units.flatMap((unit, index) => unit[group].map((value) => ({ value, index })));
  pairs.sort((left, right) => left.value - right.value);
  return {
    values: Float64Array.from(pairs, ({ value }) => value),
    units: Uint32Array.from(pairs, ({ index }) => index),
  };
}

/** Median of a sample in which each unit stands as often as its weight; the mean of the two middle values where their number is even. */
function weightedMedian({ values, units }: Ranked, weights: Uint32Array): number {
  let total = 0;
  for (const unit of units) total += weights[unit] ?? 0;
  if (total === 0) return Number.NaN;
  const lower = Math.floor((total - 1) / 2);
  const upper = Math.floor(total / 2);
  let seen = 0;
  let atLower = Number.NaN;
  for (let i = 0; i < values.length; i++) {
    seen += weights[units[i] ?? 0] ?? 0;
    if (Number.isNaN(atLower) && seen > lower) atLower = values[i] ?? Number.NaN;
    if (seen > upper) return (atLower + (values[i] ?? Number.NaN)) / 2;
  }
  return Number.NaN;
}

/**
 * Difference (first − second) or ratio (first / second) of medians with a percentile interval from a bootstrap of whole units: Efron (1979),
 * Annals of Statistics 7; Davison and Hinkley (1997), chapter 3.8 for clusters. Where the level asks for tails finer than the draws can
 * show, the interval is widened to the normal one with the bootstrap's standard error. Fewer than six units a group: undetermined.
 */
export function medianContrast(
  units: readonly UnitValues[],
  measure: 'difference' | 'ratio',
  random: Random,
  draws = 1_999,
): Inferred {
  const first = ranked(units, 'first');
  const second = ranked(units, 'second');
  if (first.values.length === 0 || second.values.length === 0) return undetermined('no-contrast');
  const contrast = (weights: Uint32Array) => {
    const left = weightedMedian(first, weights);
    const right = weightedMedian(second, weights);
    return measure === 'difference' ? left - right : left / right;
  };
  const estimate = contrast(new Uint32Array(units.length).fill(1));
  if (measure === 'ratio' && !(estimate > 0 && Number.isFinite(estimate))) return undetermined('zero-reference');
  if (new Set(first.units).size < 6 || new Set(second.units).size < 6) return undetermined('too-few-units', estimate);
  const results: number[] = [];
  while (results.length < draws) {
    const weights = new Uint32Array(units.length);
    for (let i = 0; i < units.length; i++) {
      const unit = random.below(units.length);
      weights[unit] = (weights[unit] ?? 0) + 1;
    }
    const value = contrast(weights);
    // A draw that leaves one group out compares nothing.
    if (!Number.isNaN(value)) results.push(value);
  }
  results.sort((left, right) => left - right);
  const onScale = measure === 'ratio' ? results.map(Math.log) : results;
  const standardError = Math.sqrt(variance(onScale));
  if (!(standardError > 0)) return undetermined('no-variance', estimate);
  const centre = measure === 'ratio' ? Math.log(estimate) : estimate;
  const back = measure === 'ratio' ? Math.exp : (value: number) => value;
  return fromInterval({
    estimate,
    scale: measure === 'ratio' ? 'log' : 'linear',
    standardError,
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: `percentile bootstrap of medians, ${draws} draws`,
    interval: (level) => {
      const tail = errorOf(level) / 2;
      const place = tail * (draws + 1);
      const low = onScale[Math.max(0, Math.floor(place) - 1)] ?? centre;
      const high = onScale[Math.min(draws - 1, draws - Math.floor(place))] ?? centre;
      if (place >= 5) return { low: back(low), high: back(high) };
      const reach = normal.upperQuantile(tail) * standardError;
      return { low: back(Math.min(low, centre - reach)), high: back(Math.max(high, centre + reach)) };
    },
  });
}
