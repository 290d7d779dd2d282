import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fractionBits, momentsOf, numberFrom, quotient } from './sums.ts';

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

test('a number written with fractional bits comes back unchanged', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
      const fixed = BigInt(Math.round(value * 2 ** 20));
      expect(numberFrom(fixed, 20n)).toBe(Number(fixed) / 2 ** 20);
    }),
  );
});

test('moments do not cancel where doubles would', () => {
  const values = [1e12 + 1, 1e12 + 2, 1e12 + 3].map(BigInt);
  const total = values.reduce((sum, value) => sum + value);
  const squares = values.reduce((sum, value) => sum + value * value, 0n);
  expect(momentsOf(3n, total, squares, 0n)).toEqual({ count: 3, mean: 1e12 + 2, squares: 2, variance: 1 });
});

test('equal values have no spread at all, whole or not', () => {
  const value = BigInt(0.1 * 2 ** 60);
  expect(momentsOf(1000n, value * 1000n, value * value * 1000n, fractionBits)).toMatchObject({ mean: 0.1, squares: 0 });
  expect(momentsOf(1n, value, value * value, fractionBits).variance).toBeUndefined();
});
