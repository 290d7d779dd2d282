import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normal } from './distributions.ts';
import { wald } from './inference.ts';
import { benjaminiHochberg, correctRun, errorPerRun, holm, simes } from './multiplicity.ts';
import { smallestDetectable, smallestDetectableOf, timesTheData } from './power.ts';
import { seededRandom } from './random.ts';
import { reported } from './rounding.ts';
import { expectClose } from './testing/close.ts';
import { band, judge, judgeRange, type Rule } from './verdict.ts';

// Benjamini and Hochberg (1995), section 4: fifteen p values, of which their procedure rejects four at 5 %, Bonferroni and Holm three.
const thrombolysis = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

test('the example of Benjamini and Hochberg', () => {
  expect(benjaminiHochberg(thrombolysis).filter((q) => (q ?? 1) <= 0.05)).toHaveLength(4);
  expect(holm(thrombolysis).filter((p) => (p ?? 1) <= 0.05)).toHaveLength(3);
  expectClose(simes(thrombolysis), 0.0015, 1e-14);
  expect(simes([])).toBeUndefined();
  expect(holm([0.04, undefined, 0.01])).toEqual([0.04, undefined, 0.02]);
  expect(() => holm([1.5])).toThrow(RangeError);
});

const pValues = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }), { maxLength: 12 });

test('adjusted p values by their definitions', () => {
  fc.assert(
    fc.property(pValues, (list) => {
      const made = list.filter((p) => p !== undefined);
      const q = benjaminiHochberg(list);
      const adjusted = holm(list);
      for (const [index, p] of list.entries()) {
        if (p === undefined) {
          expect(q[index]).toBeUndefined();
          expect(adjusted[index]).toBeUndefined();
          continue;
        }
        // q: the least over all p' at or above p of p' · m / (how many are at or below p').
        const candidates = made
          .filter((other) => other >= p)
          .map((other) => (other * made.length) / made.filter((third) => third <= other).length);
        expectClose(q[index], Math.min(1, ...candidates), 1e-12);
        // Holm: the most over all p' at or below p of p' · (how many are at or above p').
        const steps = made
          .filter((other) => other <= p)
          .map((other) => other * made.filter((third) => third >= other).length);
        expectClose(adjusted[index], Math.min(1, Math.max(...steps)), 1e-12);
      }
    }),
  );
});

test('corrected intervals, q values and Holm never contradict each other', () => {
  const z = fc.double({ min: -6, max: 6, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.array(z, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 }), (checks) => {
      const made = checks.map((units) =>
        units.map((estimate) =>
          wald({ estimate, standardError: 1, degreesOfFreedom: Number.POSITIVE_INFINITY, method: 'z' }),
        ),
      );
      const corrected = correctRun(made.map((units) => units.map((unit) => unit.pValue(0))));
      for (const [index, { q, level, error, adjustedP }] of corrected.entries()) {
        let excluded = 0;
        for (const [place, unit] of (made[index] ?? []).entries()) {
          const { low, high } = unit.interval(level);
          // Within rounding of the limit either may be.
          fc.pre(Math.abs((q[place] ?? 1) - error) > 1e-9);
          const outside = low > 0 || high < 0;
          if (outside) excluded += 1;
          expect(outside).toBe((q[place] ?? 1) <= error);
        }
        fc.pre(Math.abs((adjustedP ?? 1) - 0.05) > 1e-9);
        expect(excluded > 0).toBe((adjustedP ?? 1) <= 0.05);
      }
    }),
    { numRuns: 300 },
  );
});

test('a run of clean checks fails as often as stated, not more', () => {
  const random = seededRandom(31);
  let failed = 0;
  for (let run = 0; run < 4000; run++) {
    const checks = Array.from({ length: 10 }, () => Array.from({ length: 5 }, () => random.uniform()));
    if (correctRun(checks).some(({ adjustedP }) => (adjustedP ?? 1) <= 0.05)) failed += 1;
  }
  expect(failed / 4000).toBeLessThan(0.062);
  expect(failed / 4000).toBeGreaterThan(0.038);
});

test('a year’s budget is shared out', () => {
  expectClose(errorPerRun(0.05, 52), 0.05 / 52, 1e-15);
  expect(() => errorPerRun(0, 10)).toThrow(RangeError);
});

const difference: Rule = { scale: 'difference', materiality: 0.1 };
const finding = (low: number, estimate: number, high: number) => ({ estimate, interval: { low, high } });

test.for([
  // low, estimate, high, verdict, reason
  [0.02, 0.15, 0.28, 'fail', 'beyond-materiality'],
  [-0.28, -0.15, -0.02, 'fail', 'beyond-materiality'],
  [-0.02, 0.15, 0.28, 'not-enough-data', 'interval-too-wide'],
  [0.02, 0.05, 0.08, 'pass', 'within-materiality'],
  [-0.1, 0, 0.1, 'pass', 'within-materiality'],
  [0.02, 0.09, 0.16, 'not-enough-data', 'effect-but-small'],
  [-0.16, 0, 0.16, 'not-enough-data', 'interval-too-wide'],
  [0, 0.15, 0.3, 'not-enough-data', 'interval-too-wide'],
] as const)('difference %d %d %d: %s', ([low, estimate, high, verdict, reason]) => {
  expect(judge(finding(low, estimate, high), difference)).toMatchObject({ verdict, reason });
});

test('a ratio has its band about 1, four fifths from 0.8 to 1.25', () => {
  const fourFifths: Rule = { scale: 'ratio', materiality: 0.25 };
  expect(band(fourFifths)).toEqual({ low: 0.8, high: 1.25 });
  expect(judge(finding(0.7, 0.75, 0.82), fourFifths)).toEqual({
    verdict: 'fail',
    reason: 'beyond-materiality',
    side: 'below',
  });
  expect(judge(finding(0.82, 0.9, 0.97), fourFifths).verdict).toBe('pass');
  expect(judge(finding(0.79, 0.9, 0.97), fourFifths).verdict).toBe('not-enough-data');
  expect(judge(finding(1.1, 1.4, Number.POSITIVE_INFINITY), fourFifths)).toMatchObject({
    verdict: 'fail',
    side: 'above',
  });
});

test('with a direction only that side is a fault', () => {
  const above: Rule = { ...difference, direction: 'above' };
  expect(judge(finding(-0.5, -0.4, -0.3), above).verdict).toBe('pass');
  expect(judge(finding(-0.5, -0.2, 0.05), above).verdict).toBe('pass');
  expect(judge(finding(0.1, 0.4, 0.5), above)).toMatchObject({ verdict: 'fail', side: 'above' });
  const below: Rule = { ...difference, direction: 'below' };
  expect(judge(finding(-0.5, -0.4, -0.3), below)).toMatchObject({ verdict: 'fail', side: 'below' });
  expect(judge(finding(0.3, 0.4, 0.5), below).verdict).toBe('pass');
});

test('nothing known is never a pass', () => {
  expect(judge({ estimate: 0, interval: undefined }, difference)).toEqual({
    verdict: 'not-enough-data',
    reason: 'no-interval',
  });
  expect(judge({ estimate: undefined, interval: undefined }, difference).reason).toBe('no-estimate');
  expect(judge(finding(Number.NaN, 0, 1), difference).reason).toBe('no-interval');
  expect(() => judge(finding(0, 0, 0), { ...difference, materiality: -1 })).toThrow(RangeError);
  expect(() => judge(finding(0, 0, 0), { ...difference, materiality: Number.NaN })).toThrow(RangeError);
});

test('a verdict is one of a few, and fail and pass exclude each other', () => {
  const number = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(
      number,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (estimate, half, materiality) => {
        const { verdict } = judge(finding(estimate - half, estimate, estimate + half), {
          scale: 'difference',
          materiality,
        });
        if (verdict === 'fail') expect(Math.abs(estimate)).toBeGreaterThan(Math.max(half, materiality));
        if (verdict === 'pass')
          expect(Math.abs(estimate) + half).toBeLessThanOrEqual(materiality * (1 + 1e-12) + 1e-12);
      },
    ),
  );
});

test('a suppressed count must not matter', () => {
  const failed = finding(0.02, 0.15, 0.28);
  expect(judgeRange({ low: failed, high: finding(0.1, 0.2, 0.3) }, difference).verdict).toBe('fail');
  expect(judgeRange({ low: failed, high: finding(-0.05, 0.02, 0.09) }, difference)).toEqual({
    verdict: 'not-enough-data',
    reason: 'range-disagrees',
  });
  expect(judgeRange({ low: failed, high: finding(-0.28, -0.15, -0.02) }, difference).reason).toBe('range-disagrees');
  const passed = finding(-0.05, 0, 0.05);
  expect(judgeRange({ low: passed, high: passed, between: failed }, difference).reason).toBe('range-disagrees');
  expect(judgeRange({ low: passed, high: passed, between: passed }, difference).verdict).toBe('pass');
});

test('the smallest detectable size is found with the stated power', () => {
  const precision = { standardError: 0.5, degreesOfFreedom: Number.POSITIVE_INFINITY, scale: 'linear' } as const;
  const size = smallestDetectable(precision, 0.95);
  // (1.959964 + 0.841621) · 0.5
  expectClose(size, 1.40079261, 1e-8);
  const missedBelow = normal.cumulative(1.959963984540054 - size / 0.5);
  expectClose(1 - missedBelow, 0.8, 1e-12);
  expectClose(smallestDetectable({ ...precision, scale: 'log' }, 0.95), Math.expm1(size), 1e-14);
  expectClose(
    smallestDetectableOf(3, { low: 3 - 0.98, high: 3 + 0.98 }, 'linear', 0.95),
    (0.98 * (1.959963984540054 + 0.8416212335729143)) / 1.959963984540054,
    1e-10,
  );
  expect(smallestDetectableOf(3, { low: 0, high: Number.POSITIVE_INFINITY }, 'linear', 0.95)).toBeUndefined();
  expectClose(timesTheData(precision, size / 2, 0.95), 4, 1e-12);
});

test('reported numbers', () => {
  expect(reported(0.1 + 0.2)).toBe(0.3);
  expect(Object.is(reported(-0), 0)).toBe(true);
  expect(Object.is(reported(-Number.MIN_VALUE / 2), 0)).toBe(true);
  expect(reported(123456789012345)).toBe(123456789012000);
  expect(reported(2 / 3)).toBe(0.666666666667);
  expect(reported(Number.NaN)).toBeNull();
  expect(reported(Number.POSITIVE_INFINITY)).toBeNull();
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const once = reported(value) ?? 0;
      expect(reported(once)).toBe(once);
      expect(Math.abs(once - value)).toBeLessThanOrEqual(Math.abs(value) * 5e-12 + 1e-320);
    }),
  );
});
