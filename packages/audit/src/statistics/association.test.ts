import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centredSums, midRanks, pearson, spearman, tableAssociation, totalVariation } from './association.ts';
import { entropy, gini, giniOfGroups, herfindahl, topShare } from './concentration.ts';
import { normal } from './distributions.ts';
import { dispersion, equalRates, poissonInterval, rateRatio } from './event-rates.ts';
import { goodnessOfFit } from './goodness-of-fit.ts';
import { binOf, inverseQuantile, quantile, quantileEdges, weightedQuantile } from './quantiles.ts';
import { seededRandom } from './random.ts';
import { expectClose, known } from './testing/close.ts';
import { kendallScore, mannKendall, pageTrend, theilSen } from './trend.ts';

test("Anscombe's first set (1973): correlation and Fisher's interval as scipy has them", () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
  const result = known(pearson(centredSums(x, y)));
  expectClose(result.estimate, 0.8164205163448395, 1e-13);
  expectClose(result.interval(0.95).low, 0.4243912133932152, 1e-11);
  expectClose(result.interval(0.95).high, 0.9506932537865604, 1e-11);
  expectClose(result.pValue(result.interval(0.95).low), 0.05, 1e-9);
  expect(pearson(centredSums([1, 1, 1, 1], [1, 2, 3, 4]))).toMatchObject({ reason: 'no-contrast' });
  expect(pearson(centredSums([1, 2, 3, 4], [2, 4, 6, 8]))).toMatchObject({ estimate: 1, reason: 'no-variance' });
});

test('ranks with ties', () => {
  expect(midRanks([3, 1, 3, 2, 3])).toEqual([4, 1, 4, 2, 4]);
  const result = known(spearman([1, 2, 2, 3, 5, 5, 5, 8, 9, 10], [2, 1, 4, 4, 3, 8, 7, 7, 10, 7]));
  expectClose(result.estimate, 0.7656249999999999, 1e-13);
});

test('a table of counts as scipy.stats.chi2_contingency has it', () => {
  const result = tableAssociation([
    [10, 20, 30],
    [6, 9, 25],
    [14, 11, 4],
  ]);
  expectClose(result?.statistic, 20.751452975842586, 1e-12);
  expectClose(result?.p, 0.0003546977079824741, 1e-10);
  expect(result?.degreesOfFreedom).toBe(4);
  expectClose(result?.cramersV, 0.28360533894561935, 1e-12);
  expect(tableAssociation([[3, 4]])).toBeUndefined();
});

test('total variation', () => {
  expectClose(totalVariation([1, 1, 2], [1, 3, 0]), 0.5, 1e-15);
  expect(totalVariation([5, 0], [0, 2])).toBe(1);
});

test('concentration', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];
  expectClose(gini(values), 0.36693548387096775, 1e-13);
  expectClose(entropy(values), 1.859791196576482, 1e-13);
  expectClose(herfindahl(values), 173 / 31 ** 2, 1e-14);
  expectClose(topShare(values, 2), 15 / 31, 1e-15);
  expect(gini([4, 4, 4])).toBe(0);
  expect(gini([0, 0, 0, 8])).toBe(0.75);
  expect(Number.isNaN(gini([0, 0]))).toBe(true);
  expect(() => gini([1, -1])).toThrow(RangeError);
  // The mean absolute difference over twice the mean is another definition.
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 20 }), (list) => {
      const total = list.reduce((left, right) => left + right, 0);
      fc.pre(total > 0);
      let differences = 0;
      for (const left of list) for (const right of list) differences += Math.abs(left - right);
      expect(Math.abs(gini(list) - differences / (2 * list.length * total))).toBeLessThan(1e-12);
      const groups = [...Map.groupBy(list, (value) => value)].map(([value, same]) => ({ value, count: same.length }));
      expect(Math.abs(giniOfGroups(groups) - gini(list))).toBeLessThan(1e-12);
    }),
  );
});

test('quantiles as numpy and pandas have them', () => {
  const rising = [1, 1, 2, 3, 4, 5, 6, 9];
  expectClose(quantile(rising, 0.1), 1, 1e-15);
  expectClose(quantile(rising, 0.5), 3.5, 1e-15);
  expectClose(quantile(rising, 0.9), 6.9, 1e-15);
  expect(inverseQuantile(rising, 0.3)).toBe(2);
  expect(inverseQuantile(rising, 0)).toBe(1);
  expect(quantile(rising, 1)).toBe(9);
  expect(Number.isNaN(quantile([], 0.5))).toBe(true);
  expect(
    weightedQuantile(
      [
        { value: 1, weight: 3 },
        { value: 5, weight: 1 },
        { value: 7, weight: 4 },
      ],
      0.5,
    ),
  ).toBe(5);
  // pandas.qcut(range(10), 5): edges at 1.8, 3.6, 5.4, 7.2.
  const edges = quantileEdges([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5);
  for (const [index, edge] of [1.8, 3.6, 5.4, 7.2].entries()) expectClose(edges[index], edge, 1e-14);
  expect([0, 1, 2, 9].map((value) => binOf(value, edges))).toEqual([0, 0, 1, 4]);
  expect(binOf(2, [2, 4])).toBe(0);
});

test('goodness of fit: chi-square, exact, drawn and clustered', () => {
  const even = goodnessOfFit([16, 18, 16, 14, 12, 12], [1, 1, 1, 1, 1, 1]);
  expect(even).toMatchObject({ method: 'chi-square', degreesOfFreedom: 5 });
  expectClose(even?.statistic, 2, 1e-13);
  expectClose(even?.p, 0.8491450360846096, 1e-11);
  // In fractions over all outcomes: 0.1050367.
  const exact = goodnessOfFit([2, 3, 4], [5, 3, 2]);
  expect(exact?.method).toBe('exact');
  expectClose(exact?.p, 0.1050367, 1e-11);
  const counts = [9, 2, 1, 4, 3, 3, 0, 5, 1, 2, 4, 2];
  const drawn = goodnessOfFit(
    counts,
    counts.map(() => 1),
    { random: seededRandom(4), draws: 4000 },
  );
  expect(drawn?.method).toBe('Monte Carlo');
  expect(
    Math.abs(
      (drawn?.p ?? 0) -
        (goodnessOfFit(
          counts,
          counts.map(() => 1),
        )?.p ?? 1),
    ),
  ).toBeLessThan(0.03);
  expect(goodnessOfFit([5, 5, 1], [1, 1, 0])?.p).toBe(0);
  expect(goodnessOfFit([5], [1])).toBeUndefined();
  // Every row four times over: shares vary four times as much, and the statistic counts a quarter.
  const copied = goodnessOfFit([64, 72, 64, 56, 48, 48], [1, 1, 1, 1, 1, 1], {
    shareVariances: Array.from({ length: 6 }, () => (4 * (1 / 6) * (5 / 6)) / 352),
  });
  expect(copied?.method).toBe('Rao-Scott');
  expectClose(copied?.designEffect, 4, 1e-12);
  expectClose(copied?.p, 0.8491450360846096, 1e-10);
});

test("rates of events as R's poisson.test has them", () => {
  // Boice and Monson (1977), as in R's example.
  const first = { events: 11, exposure: 800 };
  const second = { events: 21, exposure: 3011 };
  const ratio = known(rateRatio(first, second));
  expectClose(ratio.estimate, 1.9714880952380953, 1e-13);
  expectClose(ratio.interval(0.95).low, 0.858426403391619, 1e-10);
  expectClose(ratio.interval(0.95).high, 4.277265943654079, 1e-10);
  expectClose(equalRates(first, second)?.twoSided, 0.0796686330333295, 1e-10);
  const garwood = poissonInterval(7, 0.95);
  expectClose(garwood.low, 2.8143630515198654, 1e-11);
  expectClose(garwood.high, 14.422675361702376, 1e-11);
  expect(poissonInterval(0, 0.95).low).toBe(0);
  expect(rateRatio({ events: 0, exposure: 1 }, { events: 0, exposure: 1 })).toMatchObject({ reason: 'no-data' });
  expect(known(rateRatio({ events: 4, exposure: 1 }, { events: 0, exposure: 1 })).interval(0.95).high).toBe(
    Number.POSITIVE_INFINITY,
  );
});

test('dispersion', () => {
  const result = dispersion([0, 3, 1, 7, 2, 0, 9, 4]);
  expectClose(result?.index, 3.318681318681319, 1e-13);
  expectClose(result?.p, 0.0015537908010522107, 1e-11);
  expect(result?.size).toBeGreaterThan(0);
  expect(dispersion([2, 2, 2, 2])?.size).toBe(Number.POSITIVE_INFINITY);
  expect(dispersion([0, 0])).toBeUndefined();
});

test('trends as scipy has them', () => {
  const points = [1, 3, 2, 4, 4, 6, 5, 5, 9, 8, 8, 12].map((value, time) => ({ time, value }));
  const kendall = mannKendall(points);
  expectClose(kendall?.tau, 0.8219277191853159, 1e-13);
  // scipy's kendalltau has no continuity correction.
  const z = (kendall?.score ?? 0) / (kendall?.standardError ?? 1);
  expectClose(2 * normal.upperTail(z), 0.0002519657668206024, 1e-9);
  expect(kendall?.p).toBeGreaterThan(0.0002519657668206024);
  const slope = known(theilSen(points));
  expectClose(slope.estimate, 0.7638888888888888, 1e-13);
  expect(slope.interval(0.95)).toEqual({ low: 0.5, high: 1 });
  expect(slope.interval(0.8)).toEqual({ low: 0.625, high: 1 });
  expect(kendallScore([...points].reverse())).toBe(kendall?.score);
  const page = pageTrend([
    [3, 4, 1, 2],
    [2, 3, 4, 1],
    [1, 2, 3, 4],
    [1, 3, 2, 4],
    [2, 1, 3, 4],
  ]);
  expect(page?.statistic).toBe(134);
  expectClose(page?.p, 0.08161743887828893, 1e-10);
});
