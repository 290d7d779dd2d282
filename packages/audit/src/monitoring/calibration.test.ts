import { describe, expect, it } from 'vitest';
import { binomial } from '../statistics/count-distributions.ts';
import { seededRandom } from '../statistics/random.ts';
import { defaultIndicators } from './default-pack.ts';
import type { Indicator } from './indicator.ts';
import { officeDay } from './office-day.ts';
import { judgeDay } from './series.ts';
import { inPeriods, nullSeries, type Null } from './testing/null-series.ts';

const [first] = defaultIndicators;
if (first === undefined) throw new Error('there are default indicators');
const watching = (direction: Indicator['direction']): Indicator => ({ ...first, direction, threshold: 1 });

/** Series on which nothing happens: seldom and often, with weekdays, growth and decline, and more spread than chance alone. */
const nulls: readonly Null[] = [
  { kind: 'count', mean: 0.3, weekend: 1.5, growth: 1, dispersion: 1 },
  { kind: 'count', mean: 2, weekend: 0.5, growth: 1.02, dispersion: 2 },
  { kind: 'count', mean: 20, weekend: 1.6, growth: 0.97, dispersion: 3 },
  { kind: 'count', mean: 300, weekend: 1.6, growth: 1.03, dispersion: 5 },
  { kind: 'share', mean: 0.002, trials: 2000, weekend: 1.5, growth: 1, dispersion: 1 },
  { kind: 'share', mean: 0.02, trials: 5000, weekend: 1.5, growth: 1.02, dispersion: 3 },
  { kind: 'share', mean: 0.3, trials: 500, weekend: 1.2, growth: 1, dispersion: 2 },
  { kind: 'measure', mean: 0.05, weekend: 1.5, growth: 1.01, dispersion: 0.01 },
];
const series = 1000;

const pValues = (like: Null, direction: Indicator['direction'], seed: number, factor = 1, many = series): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: many }, () => {
    const { series: days, day } = nullSeries(random, like, 56, factor);
    return judgeDay(days, day, watching(direction))?.p ?? 1;
  });
};
/** The most that a binomial number of false alarms is at a rate, 95 times of 100 over `looks` comparisons. */
const mostAt = (rate: number, many: number, looks = 1): number => binomial(many, rate).quantile(1 - 0.025 / looks);

const directions = ['up', 'down', 'either'] as const;
const rates = [0.05, 0.01, 0.001] as const;

describe('on series on which nothing changes', () => {
  const alarms = new Map<string, number>();
  const looks = nulls.length * directions.length * rates.length;

  it.each(nulls.map((like, index) => ({ like, index })))(
    'a $like.kind of $like.mean, spread $like.dispersion, is a false alarm no more often than stated',
    ({ like, index }) => {
      for (const direction of directions) {
        const p = pValues(like, direction, 100 + index);
        for (const rate of rates) {
          const found = p.filter((each) => each <= rate).length;
          alarms.set(`${like.kind} ${like.mean} ${direction} ${rate}`, found);
          expect(found, `${direction} at ${rate}`).toBeLessThanOrEqual(mostAt(rate, series, looks));
        }
      }
    },
    60_000,
  );

  it.each(directions.flatMap((direction) => rates.map((rate) => ({ direction, rate }))))(
    'all of them together, $direction at $rate, within the binomial interval or below',
    ({ direction, rate }) => {
      const found = nulls.map(({ kind, mean }) => alarms.get(`${kind} ${mean} ${direction} ${rate}`) ?? Number.NaN);
      const all = found.reduce((sum, each) => sum + each, 0);
      expect(all).toBeLessThanOrEqual(mostAt(rate, series * nulls.length));
    },
  );

  // What several days are told of together is judged as one figure, and weighs as one in the past of others.
  it.each([
    { of: 2, history: 56 },
    { of: 3, history: 84 },
    { of: 7, history: 168 },
  ])('of bundles over $of days each is a false alarm no more often than stated', ({ of, history }) => {
    const indicator: Indicator = { ...watching('up'), history: { days: history, atLeast: 42 } };
    const random = seededRandom(40 + of);
    const [many, rate] = [100, 0.05];
    const alarmsOf = (weekend: (like: Null) => number): number =>
      nulls.reduce((alarms, like) => {
        for (let time = 0; time < many; time++) {
          const { series: days, day } = nullSeries(
            random,
            { ...like, growth: 1, weekend: weekend(like) },
            history + of - 1,
          );
          const judged = judgeDay(inPeriods(days, of), day, indicator);
          if (judged === undefined) throw new Error('there are periods enough');
          if (judged.p <= rate) alarms += 1;
        }
        return alarms;
      }, 0);
    // Weekdays that nothing tells apart add to what is ordinary: fewer alarms, never more.
    expect(alarmsOf(({ weekend }) => weekend)).toBeLessThanOrEqual(mostAt(rate, many * nulls.length, 2));
    const even = alarmsOf(() => 1);
    expect(even).toBeLessThanOrEqual(mostAt(rate, many * nulls.length, 2));
    expect(even).toBeGreaterThan(many * nulls.length * rate * 0.5);
  });

  it('the rate is not kept by never saying anything', () => {
    const often: Null = { kind: 'count', mean: 300, weekend: 1.6, growth: 1.03, dispersion: 5 };
    const found = pValues(often, 'up', 5).filter((p) => p <= 0.05).length;
    expect(found).toBeGreaterThanOrEqual(binomial(series, 0.05).quantile(0.025));
  });

  it('a day of the office over many providers warns at all no more often than stated', () => {
    const random = seededRandom(11);
    const [providers, days] = [30, 150];
    const indicator: Indicator = { ...watching('up'), rates: { perSeries: 0.05, perDay: 0.05 } };
    let withWarning = 0;
    for (let day = 0; day < days; day++) {
      const judged = Array.from({ length: providers }, (_, key) => {
        const like: Null = { kind: 'count', mean: 5 + key, weekend: 1.4, growth: 1.01, dispersion: 2 };
        const made = nullSeries(random, like, 56);
        const found = judgeDay(made.series, made.day, indicator);
        if (found === undefined) throw new Error('there are days enough');
        return { key, judged: found };
      });
      if (officeDay(judged, indicator).warned.length > 0) withWarning += 1;
    }
    expect(withWarning).toBeLessThanOrEqual(mostAt(0.05, days));
  });
});

describe('on series on which something changes', () => {
  // Each at the rate of the pack, one false alarm in a thousand days.
  it.each([
    { like: { kind: 'count', mean: 20, weekend: 1.4, growth: 1, dispersion: 2 } as const, factor: 3.2 },
    { like: { kind: 'share', mean: 0.01, trials: 5000, weekend: 1.2, growth: 1, dispersion: 2 } as const, factor: 2.2 },
    { like: { kind: 'measure', mean: 0.02, weekend: 1, growth: 1, dispersion: 0.01 } as const, factor: 1.05 },
  ])('a $like.kind that rises by $factor is found four times of five', ({ like, factor }) => {
    const p = pValues(like, 'up', 21, factor, 400);
    expect(p.filter((each) => each <= 0.001).length / p.length).toBeGreaterThan(0.8);
  });
});
