import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomial } from './count-distributions.ts';
import {
  clopperPearsonInterval,
  logShareRatio,
  moverRatio,
  noneSeenUpperLimit,
  shareDifference,
  shareRatio,
  wilsonInterval,
} from './proportions.ts';
import { expectClose, known } from './testing/close.ts';

const rounded = (value: number) => Number(value.toFixed(4));

// Newcombe (1998), Statistics in Medicine 17:857, table I.
test('single shares as published by Newcombe', () => {
  for (const [successes, trials, wilson, exact] of [
    [81, 263, [0.2553, 0.3662], [0.2527, 0.3676]],
    [15, 148, [0.0624, 0.1605], [0.0578, 0.1617]],
    [0, 20, [0, 0.1611], [0, 0.1684]],
    [1, 29, [0.0061, 0.1718], [0.0009, 0.1776]],
  ] as const) {
    const score = wilsonInterval({ successes, trials }, 0.95);
    expect([rounded(score.low), rounded(score.high)]).toEqual(wilson);
    const clopper = clopperPearsonInterval({ successes, trials }, 0.95);
    expect([rounded(clopper.low), rounded(clopper.high)]).toEqual(exact);
  }
  expect(wilsonInterval({ successes: 20, trials: 20 }, 0.95).high).toBe(1);
  expectClose(clopperPearsonInterval({ successes: 20, trials: 20 }, 0.95).low, 0.025 ** (1 / 20), 1e-12);
});

// Newcombe (1998), Statistics in Medicine 17:873, table II, method 10.
test('differences of shares as published by Newcombe', () => {
  for (const [a, m, b, n, low, high] of [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ] as const) {
    const result = known(shareDifference({ successes: a, trials: m }, { successes: b, trials: n }));
    const interval = result.interval(0.95);
    expect([rounded(interval.low), rounded(interval.high)]).toEqual([low, high]);
  }
});

test("the exact interval covers at least its level, Wilson's about its level", () => {
  const trials = 17;
  for (const share of [0.02, 0.1, 0.3, 0.5, 0.85]) {
    const outcomes = binomial(trials, share);
    let exact = 0;
    let score = 0;
    for (let successes = 0; successes <= trials; successes++) {
      const covers = ({ low, high }: { low: number; high: number }) => low <= share && share <= high;
      if (covers(clopperPearsonInterval({ successes, trials }, 0.9))) exact += outcomes.mass(successes);
      if (covers(wilsonInterval({ successes, trials }, 0.9))) score += outcomes.mass(successes);
    }
    expect(exact).toBeGreaterThanOrEqual(0.9);
    expect(score).toBeGreaterThan(0.8);
  }
});

test('none seen', () => {
  expectClose(noneSeenUpperLimit(100, 0.95), 1 - 0.05 ** 0.01, 1e-12);
  expectClose(noneSeenUpperLimit(1e9, 0.95), 2.995732273553991e-9, 1e-8);
});

test('the log ratio is that of Katz', () => {
  // By hand: 1/15 − 1/100 + 1/30 − 1/120 = 0.0816666…; 0.15 / 0.25 = 0.6.
  const result = known(logShareRatio({ successes: 15, trials: 100 }, { successes: 30, trials: 120 }));
  expectClose(result.estimate, 0.6, 1e-14);
  expectClose(result.standardError, Math.sqrt(0.08166666666666667), 1e-13);
  const { low, high } = result.interval(0.95);
  expectClose(low, 0.6 * Math.exp(-1.959963984540054 * Math.sqrt(0.08166666666666667)), 1e-12);
  expectClose(low * high, 0.36, 1e-12);
  expect(logShareRatio({ successes: 0, trials: 10 }, { successes: 3, trials: 10 })).toMatchObject({
    reason: 'no-variance',
  });
  expect(logShareRatio({ successes: 3, trials: 10 }, { successes: 0, trials: 10 })).toMatchObject({
    reason: 'zero-reference',
  });
});

test('the ratio by MOVER turns over with its groups and covers its level by enumeration', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 29 }), fc.integer({ min: 1, max: 39 }), (a, b) => {
      const first = { successes: a, trials: 30 };
      const second = { successes: b, trials: 40 };
      const ratio = shareRatio(first, second);
      const turned = shareRatio(second, first);
      if (!ratio.known || !turned.known) throw new Error('unknown');
      expectClose(ratio.interval(0.95).low, 1 / turned.interval(0.95).high, 1e-9);
      expectClose(ratio.interval(0.95).high, 1 / turned.interval(0.95).low, 1e-9);
    }),
  );
  const n = 40;
  for (const [p, q] of [
    [0.3, 0.3],
    [0.16, 0.2],
    [0.7, 0.35],
  ] as const) {
    const left = binomial(n, p);
    const right = binomial(n, q);
    let covered = 0;
    for (let a = 0; a <= n; a++) {
      for (let b = 0; b <= n; b++) {
        const mass = left.mass(a) * right.mass(b);
        if (mass < 1e-9) continue;
        const ratio = shareRatio({ successes: a, trials: n }, { successes: b, trials: n });
        if (!ratio.known) covered += mass;
        else {
          const { low, high } = ratio.interval(0.95);
          if (low <= p / q && p / q <= high) covered += mass;
        }
      }
    }
    expect(covered, `${p} over ${q}`).toBeGreaterThan(0.935);
    expect(covered).toBeLessThan(0.98);
  }
});

test('zero counts leave a ratio with one known end', () => {
  const none = known(shareRatio({ successes: 0, trials: 50 }, { successes: 20, trials: 50 }));
  expect(none.estimate).toBe(0);
  expect(none.interval(0.95).low).toBe(0);
  expect(none.interval(0.95).high).toBeGreaterThan(0.1);
  expect(none.interval(0.95).high).toBeLessThan(0.3);
  const reference = known(shareRatio({ successes: 20, trials: 50 }, { successes: 0, trials: 50 }));
  expectClose(reference.interval(0.95).low, 1 / none.interval(0.95).high, 1e-9);
  expect(reference.interval(0.95).high).toBe(Number.POSITIVE_INFINITY);
  expect(
    moverRatio({ estimate: 0, interval: { low: 0, high: 0.1 } }, { estimate: 0.5, interval: { low: 0.4, high: 0.6 } })
      .low,
  ).toBe(0);
});

test('p values agree with the intervals they invert', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom(0.8, 0.9, 0.95, 0.999),
      (a, b, level) => {
        const result = known(shareDifference({ successes: a, trials: 40 }, { successes: b, trials: 60 }));
        const { low, high } = result.interval(level);
        const p = result.pValue(0);
        fc.pre(Math.abs(p - (1 - level)) > 1e-9);
        expect(p < 1 - level).toBe(low > 0 || high < 0);
        expectClose(result.pValue(0, 'greater') + result.pValue(0, 'less'), 1, 1e-12);
      },
    ),
  );
});
