import fc from 'fast-check';
import { expect, test } from 'vitest';
import { risingRoot } from './roots.ts';
import { expectClose } from './testing/close.ts';

test('roots of smooth, stepped and endless functions', () => {
  expectClose(
    risingRoot((x) => x ** 3 - 2, 0, 10),
    Math.cbrt(2),
    1e-15,
  );
  expectClose(
    risingRoot((x) => Math.log(x) - 1, 0, 1e6),
    Math.E,
    1e-15,
  );
  expectClose(
    risingRoot((x) => (x < Math.PI ? -1 : 1), -1e3, 1e3),
    Math.PI,
    1e-14,
  );
  expectClose(
    risingRoot((x) => (x < 3 ? Number.NEGATIVE_INFINITY : x - 4), 0, 100),
    4,
    1e-15,
  );
  expect(risingRoot((x) => x + 5, 0, 1)).toBe(0);
  expect(risingRoot((x) => x - 5, 0, 1)).toBe(1);
  expect(risingRoot((x) => x, -1, 1)).toBe(0);
});

test('a smooth function is looked at few times, any function a bounded number', () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), fc.integer({ min: 1, max: 9 }), (root, power) => {
      let calls = 0;
      const found = risingRoot(
        (x) => {
          calls += 1;
          return Math.sign(x - root) * Math.abs(x - root) ** power;
        },
        -50,
        60,
      );
      expect(Math.abs(found - root)).toBeLessThan(1e-10);
      expect(calls).toBeLessThan(200);
    }),
  );
  let calls = 0;
  const counted = (x: number) => {
    calls += 1;
    return Math.exp(x) - 7;
  };
  expectClose(risingRoot(counted, -50, 50), Math.log(7), 1e-15);
  expect(calls).toBeLessThan(25);
});
