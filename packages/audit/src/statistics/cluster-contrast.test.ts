import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterContrast, clusterLogRatio, clusterRatio, clusterRelative, twoWayContrast } from './cluster-contrast.ts';
import { bellMcCaffreyDegrees } from './clusters.ts';
import type { Inferred } from './inference.ts';
import { meanDifference } from './means.ts';
import { seededRandom } from './random.ts';
import { mean, variance } from './summation.ts';
import { expectClose, known } from './testing/close.ts';

// Σ x̃ỹ and Σ x̃² by cluster of 60 rows in 6 clusters and 2 strata. The expected figures come from the rows by matrix algebra in numpy, with
// the 60 × 60 projection written out, its blocks' inverse roots and the whole matrix of Bell and McCaffrey.
const scores = [
  { a: -0.468986767486, b: 1.045368620038 },
  { a: 5.908170132325, b: 3.005671077505 },
  { a: 1.856990548204, b: 1.68809073724 },
  { a: 0.947941563185, b: 0.667640613587 },
  { a: 5.246368882396, b: 6.059167275383 },
  { a: -0.571256391527, b: 1.705624543462 },
];

test('estimate, errors and degrees of freedom as matrix algebra over the rows has them', () => {
  const result = known(clusterContrast(scores));
  expectClose(result.estimate, 0.9116304311774462, 1e-11);
  expectClose(result.standardError, 0.3189519724501322, 1e-10);
  expectClose(result.degreesOfFreedom, 3.008589097788668, 1e-10);
  expectClose(result.pValue(0), 0.06445356597612474, 1e-9);
  expectClose(result.interval(0.95).low, -0.10177970601784836, 1e-9);
  expectClose(result.interval(0.95).high, 1.925040568372741, 1e-9);
  expectClose(known(clusterContrast(scores, { method: 'CR1' })).standardError, 0.3175155821943971, 1e-10);
  expect(known(clusterContrast(scores, { method: 'CR1' })).degreesOfFreedom).toBe(5);
  expectClose(known(clusterContrast(scores, { method: 'CR3' })).standardError, 0.32116722083628574, 1e-10);
});

test('CR3 is the jackknife about the estimate', () => {
  const estimate = known(clusterContrast(scores)).estimate;
  const left = scores.map((_, out) => known(clusterContrast(scores.filter((__, index) => index !== out))).estimate);
  const jackknife = (5 / 6) * left.reduce((total, own) => total + (own - estimate) ** 2, 0);
  expectClose(known(clusterContrast(scores, { method: 'CR3' })).standardError, Math.sqrt(jackknife), 1e-12);
});

test('even clusters: CR2 is CR1 with one degree less than clusters', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 30 }), (sums) => {
      fc.pre(new Set(sums).size > 1);
      const even = sums.map((a) => ({ a, b: 4 }));
      const first = known(clusterContrast(even));
      const second = known(clusterContrast(even, { method: 'CR1' }));
      expectClose(first.standardError, second.standardError, 1e-12);
      expectClose(first.degreesOfFreedom, sums.length - 1, 1e-9);
      expectClose(first.effectiveClusters, sums.length, 1e-12);
      // A sum over even clusters is a plain sample of cluster means.
      expectClose(first.standardError, Math.sqrt(variance(sums) / sums.length) / 4, 1e-11);
    }),
  );
});

test('rows as clusters of their own: HC2 with the degrees of freedom of Welch', () => {
  const left = [3.1, 4.7, 5.2, 2.8, 6.6];
  const right = [1.2, 2.2, 2.9, 3.3, 1.7, 0.4, 2.5];
  const share = left.length / (left.length + right.length);
  const centre = mean([...left, ...right]);
  const rows = [
    ...left.map((y) => ({ a: (1 - share) * (y - centre), b: (1 - share) ** 2 })),
    ...right.map((y) => ({ a: -share * (y - centre), b: share ** 2 })),
  ];
  const result = known(clusterContrast(rows));
  const welch = known(
    meanDifference(
      { count: 5, mean: mean(left), variance: variance(left) },
      { count: 7, mean: mean(right), variance: variance(right) },
    ),
  );
  expectClose(result.estimate, welch.estimate, 1e-12);
  // The constant is not in this projection, which makes the two differ a little.
  expect(Math.abs(result.standardError / welch.standardError - 1)).toBeLessThan(0.06);
});

test('no variance seen is not certainty', () => {
  const reasonOf = (result: Inferred) => (result.known ? 'known' : result.reason);
  expect(clusterContrast([])).toEqual({ known: false, estimate: undefined, reason: 'no-data' });
  expect(reasonOf(clusterContrast([{ a: 0, b: 0 }]))).toBe('no-contrast');
  expect(clusterContrast([{ a: 2, b: 4 }])).toEqual({ known: false, estimate: 0.5, reason: 'one-cluster' });
  expect(
    reasonOf(
      clusterContrast([
        { a: 2, b: 4 },
        { a: 0, b: 1e-12 },
      ]),
    ),
  ).toBe('one-cluster');
  expect(clusterContrast(scores.map(({ b }) => ({ a: 0, b })))).toEqual({
    known: false,
    estimate: 0,
    reason: 'no-variance',
  });
  // The same effect in every cluster, but for rounding.
  expect(reasonOf(clusterContrast(scores.map(({ b }) => ({ a: b * 0.1, b }))))).toBe('no-variance');
  expect(
    reasonOf(
      clusterLogRatio([
        { numerator: 1, denominator: 0 },
        { numerator: 2, denominator: 0 },
      ]),
    ),
  ).toBe('zero-reference');
  expect(
    reasonOf(
      clusterLogRatio([
        { numerator: 0, denominator: 1 },
        { numerator: 0, denominator: 2 },
      ]),
    ),
  ).toBe('no-variance');
});

test('clusters that tell nothing do not count', () => {
  const padded = [...scores, ...Array.from({ length: 50 }, () => ({ a: 0, b: 0 }))];
  const result = known(clusterContrast(padded, { method: 'CR1' }));
  expect(result.clusters).toBe(6);
  expect(result.standardError).toBe(known(clusterContrast(scores, { method: 'CR1' })).standardError);
});

test('a score that is no number is refused, a weight just below zero is rounding', () => {
  expect(() => clusterContrast([{ a: Number.NaN, b: 1 }])).toThrow(RangeError);
  expect(() =>
    clusterContrast([
      { a: 1, b: -1 },
      { a: 1, b: 2 },
    ]),
  ).toThrow(RangeError);
  expect(known(clusterContrast([...scores, { a: 0, b: -1e-17 }])).clusters).toBe(6);
});

test('degrees of freedom of Bell and McCaffrey by their whole matrix', () => {
  const leverage = [0.4, 0.25, 0.2, 0.1, 0.05];
  const w = leverage.map((h) => h / Math.sqrt(1 - h));
  let squares = 0;
  for (const [row, left] of w.entries()) {
    for (const [column, right] of w.entries())
      squares += row === column ? (leverage[row] ?? 0) ** 2 : (left * right) ** 2;
  }
  expectClose(bellMcCaffreyDegrees(leverage), 1 / squares, 1e-13);
});

test('the wild bootstrap looks at every sign, as a plain loop over them does', () => {
  const ten = Array.from({ length: 10 }, (_, index) => ({ a: Math.sin(index * 7 + 1) + 0.3, b: 1 + (index % 3) }));
  const total = ten.reduce((left, { b }) => left + b, 0);
  const tOf = (signs: readonly number[]) => {
    const a = ten.map((score, index) => (signs[index] ?? 0) * score.a);
    const effect = a.reduce((left, right) => left + right, 0) / total;
    const square = ten.reduce((left, { b }, index) => left + ((a[index] ?? 0) - effect * b) ** 2, 0);
    return Math.abs(effect * total) / Math.sqrt(square);
  };
  const observed = tOf(ten.map(() => 1));
  let extreme = 0;
  for (let code = 0; code < 1024; code++) {
    if (tOf(ten.map((_, index) => ((code >> index) & 1 ? 1 : -1))) >= observed * (1 - 1e-12)) extreme += 1;
  }
  const result = known(clusterContrast(ten, { method: 'wild' }));
  expect(result.pValue(0)).toBe(extreme / 1024);
  const { low, high } = result.interval(0.9);
  expect(result.pValue(low - 0.01)).toBeLessThanOrEqual(0.1);
  expect(result.pValue(low + 0.01)).toBeGreaterThan(0.1);
  expect(result.pValue(high + 0.01)).toBeLessThanOrEqual(0.1);
  // Three clusters cannot show anything at 95 %.
  const three = known(clusterContrast(ten.slice(0, 3), { method: 'wild' }));
  expect(three.interval(0.999).high).toBe(Number.POSITIVE_INFINITY);
});

test('pairs: clustering by person alone sees half of the variance, clustering both ways sees it all', () => {
  const random = seededRandom(4);
  const pairs = Array.from({ length: 400 }, () => random.normal() * 2);
  // Each pair has one row of either group, by two different people; x̃ = ±½ and ỹ = ± half of the pair's difference.
  const byPair = pairs.map((difference) => ({ a: difference / 2, b: 0.5 }));
  const byPerson = pairs.flatMap((difference) => [
    { a: difference / 4, b: 0.25 },
    { a: difference / 4, b: 0.25 },
  ]);
  const right = known(clusterContrast(byPair));
  const wrong = known(clusterContrast(byPerson));
  expectClose((wrong.standardError / right.standardError) ** 2, 0.5, 0.01);
  const both = known(twoWayContrast({ first: byPerson, second: byPair, both: byPerson }));
  expectClose(both.standardError, right.standardError, 1e-12);
  expectClose(right.standardError, Math.sqrt(variance(pairs) / pairs.length), 1e-12);
});

test('a ratio of totals has the error of the textbook', () => {
  // Cochran, "Sampling Techniques" (6.13): v(R) = Σ (y − R x)² / (n − 1) / n / x̄².
  const rows = [
    [3, 10],
    [7, 25],
    [1, 9],
    [12, 31],
    [4, 18],
    [9, 22],
  ] as const;
  const result = known(
    clusterRatio(
      rows.map(([numerator, denominator]) => ({ numerator, denominator })),
      { method: 'CR1' },
    ),
  );
  const ratio = 36 / 115;
  const square = rows.reduce((total, [y, x]) => total + (y - ratio * x) ** 2, 0) / 5 / 6 / (115 / 6) ** 2;
  expectClose(result.estimate, ratio, 1e-14);
  expectClose(result.standardError, Math.sqrt(square), 1e-12);
});

test('a log ratio is symmetric and near the jackknife', () => {
  const random = seededRandom(12);
  const rows = Array.from({ length: 40 }, () => {
    const size = 0.5 + random.uniform();
    return { numerator: size * (1 + random.uniform()), denominator: size * (1 + random.uniform()) };
  });
  const result = known(clusterLogRatio(rows));
  const turned = known(
    clusterLogRatio(rows.map(({ numerator, denominator }) => ({ numerator: denominator, denominator: numerator }))),
  );
  expectClose(result.standardError, turned.standardError, 1e-12);
  expectClose(result.interval(0.95).low, 1 / turned.interval(0.95).high, 1e-12);
  const without = rows.map((_, out) =>
    Math.log(known(clusterLogRatio(rows.filter((__, index) => index !== out))).estimate),
  );
  const centre = Math.log(result.estimate);
  const jackknife = Math.sqrt((39 / 40) * without.reduce((total, own) => total + (own - centre) ** 2, 0));
  expect(Math.abs(result.standardError / jackknife - 1)).toBeLessThan(0.03);
});

test('a relative difference and a ratio are near the jackknife of the whole', () => {
  const random = seededRandom(33);
  const rows = Array.from({ length: 60 }, () => {
    const b = 0.5 + random.uniform();
    const weight = 0.5 + random.uniform();
    return { a: b * (8 + 3 * random.normal()), b, weight, reference: weight * (100 + 5 * random.normal()) };
  });
  for (const scale of ['relative', 'ratio'] as const) {
    const result = known(clusterRelative(rows, { scale }));
    expect(Math.abs(result.estimate - (scale === 'ratio' ? 1.08 : 0.08))).toBeLessThan(0.015);
    const on = (value: number) => (scale === 'ratio' ? Math.log(value) : value);
    const without = rows.map((_, out) =>
      on(
        known(
          clusterRelative(
            rows.filter((__, index) => index !== out),
            { scale },
          ),
        ).estimate,
      ),
    );
    const jackknife = Math.sqrt(
      (59 / 60) * without.reduce((total, own) => total + (own - on(result.estimate)) ** 2, 0),
    );
    expect(Math.abs(result.standardError / jackknife - 1)).toBeLessThan(0.02);
  }
  expect(clusterRelative(rows.map((row) => ({ ...row, reference: 0 })))).toMatchObject({ reason: 'zero-reference' });
});
