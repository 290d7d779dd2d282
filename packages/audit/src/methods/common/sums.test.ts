import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentsOf, numberFrom, productScale, quotient, valueScale } from './sums.ts';

test('a quotient of huge whole numbers is the nearest number', () => {
  expect(quotient(1n, 3n)).toBe(1 / 3);
  expect(quotient(-(10n ** 40n), 10n ** 39n * 4n)).toBe(-2.5);
  expect(quotient(0n, 7n)).toBe(0);
  expect(() => quotient(1n, 0n)).toThrow(RangeError);
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (numerator, denominator) => {
      expect(quotient(BigInt(numerator), BigInt(denominator))).toBe(numerator / denominator || 0);
    }),
  );
});

test('a double written with fractional bits comes back unchanged', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
      const fixed = BigInt(Math.round(value * 2 ** 20));
      expect(numberFrom(fixed, 20n)).toBe(Number(fixed) / 2 ** 20);
    }),
  );
});

test('moments do not cancel where doubles would', () => {
  const values = [1e12 + 1, 1e12 + 2, 1e12 + 3].map(BigInt);
  const moments = momentsOf(
    3n,
    values.reduce((sum, value) => sum + value),
    values.reduce((sum, value) => sum + value * value, 0n),
    { value: valueScale(true), product: productScale(true) },
  );
  expect(moments).toEqual({ count: 3, mean: 1e12 + 2, squares: 2, variance: 1 });
});

test('equal values have no spread at all, whole or not', () => {
  const value = 0.1;
  const bits = { value: valueScale(false), product: productScale(false) };
  const fixed = BigInt(value * 2 ** 60) << 40n;
  const square = BigInt(value * value * 2 ** 66) << 54n;
  expect(momentsOf(1000n, fixed * 1000n, square * 1000n, bits).squares).toBe(0);
  expect(momentsOf(1n, fixed, square, bits).variance).toBeUndefined();
});
