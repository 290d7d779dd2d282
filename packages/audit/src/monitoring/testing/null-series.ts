import { fromDayNumber, type CivilDate } from '@suanjian/rulebook';
import type { Random } from '../../statistics/random.ts';
import type { Figure } from '../figures.ts';

/** A series on which nothing happens but weekdays, a trend and chance. */
export interface Null {
  readonly kind: 'count' | 'share' | 'measure';
  /** Mean count, share, or value of an ordinary day. */
  readonly mean: number;
  /** Trials of a share. */
  readonly trials?: number;
  /** The weekend's level by the week's. */
  readonly weekend: number;
  /** Growth by the week: 1.02 is two per cent. */
  readonly growth: number;
  /** Variance by the family's own: 1 for none beside it. */
  readonly dispersion: number;
}

/** Gamma variate of a shape, scale 1: Marsaglia and Tsang (2000). */
export const gammaVariate = (random: Random, shape: number): number => {
  if (shape < 1) return gammaVariate(random, shape + 1) * (random.uniform() + 2 ** -54) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(random.uniform() + 2 ** -54) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
};

export const poissonVariate = (random: Random, mean: number): number => {
  if (mean > 30) {
    // Halves by a gamma time of arrival (Ahrens and Dieter, 1974): exact, and short.
    const half = Math.floor((mean * 7) / 8);
    const arrival = gammaVariate(random, half);
    return arrival > mean
      ? binomialVariate(random, half - 1, mean / arrival)
      : half + poissonVariate(random, mean - arrival);
  }
  const limit = Math.exp(-mean);
  let [count, product] = [0, random.uniform()];
  while (product > limit) [count, product] = [count + 1, product * random.uniform()];
  return count;
};

export const binomialVariate = (random: Random, trials: number, chance: number): number => {
  if (chance <= 0 || trials <= 0) return 0;
  if (chance >= 1) return trials;
  if (trials < 40) {
    let hits = 0;
    for (let trial = 0; trial < trials; trial++) if (random.uniform() < chance) hits += 1;
    return hits;
  }
  // By the median of as many uniform numbers, itself a beta number.
  const middle = Math.floor(trials / 2) + 1;
  const one = gammaVariate(random, middle);
  const at = one / (one + gammaVariate(random, trials + 1 - middle));
  return at <= chance
    ? middle + binomialVariate(random, trials - middle, (chance - at) / (1 - at))
    : binomialVariate(random, middle - 1, chance / at);
};

const isWeekend = (day: number): boolean => day % 7 === 2 || day % 7 === 3;

/** One day of it; `factor` is what has changed on that day, 1 for nothing. */
export const nullFigure = (random: Random, like: Null, day: number, factor = 1): Figure => {
  const level = like.mean * (isWeekend(day) ? like.weekend : 1) * like.growth ** (day / 7);
  switch (like.kind) {
    case 'measure':
      return { kind: 'measure', value: level + (factor - 1) + like.dispersion * random.normal() };
    case 'count': {
      const mean = level * factor;
      // Negative binomial with the variance `dispersion` times the mean.
      const rate =
        like.dispersion <= 1 ? mean : gammaVariate(random, mean / (like.dispersion - 1)) * (like.dispersion - 1);
      return { kind: 'count', count: poissonVariate(random, rate) };
    }
    case 'share': {
      const trials = like.trials ?? 1000;
      const share = Math.min(0.999, level * factor);
      const spread = (like.dispersion - 1) / Math.max(1, trials - 1);
      const strength = spread <= 0 ? undefined : 1 / spread - 1;
      const one = strength === undefined ? 0 : gammaVariate(random, share * strength);
      const chance = strength === undefined ? share : one / (one + gammaVariate(random, (1 - share) * strength));
      return { kind: 'share', hits: binomialVariate(random, trials, chance), trials };
    }
  }
};

const origin = 20_500;

/** Days of history and one more, the judged one. */
export const nullSeries = (
  random: Random,
  like: Null,
  days: number,
  lastFactor = 1,
): { readonly series: ReadonlyMap<CivilDate, Figure>; readonly day: CivilDate } => {
  const series = new Map<CivilDate, Figure>();
  for (let day = 0; day <= days; day++)
    series.set(fromDayNumber(origin + day), nullFigure(random, like, day, day === days ? lastFactor : 1));
  return { series, day: fromDayNumber(origin + days) };
};

/** The same as bundles over several days tell it: stretches of this many days up to the last one, each with even parts of its sum or its mean. */
export const inPeriods = (series: ReadonlyMap<CivilDate, Figure>, of: number): ReadonlyMap<CivilDate, Figure> => {
  const days = [...series.keys()].toSorted();
  const told = new Map<CivilDate, Figure>();
  for (let end = days.length; end >= of; end -= of) {
    const period = days.slice(end - of, end);
    const figures = period.flatMap((day) => series.get(day) ?? []);
    const sum = (valueOf: (figure: Figure) => number): number =>
      figures.reduce((all, figure) => all + valueOf(figure), 0) / of;
    const kind = figures[0]?.kind ?? 'suppressed';
    for (const [index, day] of period.entries()) {
      const part = { at: index + 1, of };
      if (kind === 'count')
        told.set(day, { kind, count: sum((each) => (each.kind === 'count' ? each.count : 0)), part });
      else if (kind === 'share')
        told.set(day, {
          kind,
          hits: sum((each) => (each.kind === 'share' ? each.hits : 0)),
          trials: sum((each) => (each.kind === 'share' ? each.trials : 0)),
          part,
        });
      else if (kind === 'measure')
        told.set(day, { kind, value: sum((each) => (each.kind === 'measure' ? each.value : 0)), part });
    }
  }
  return told;
};
