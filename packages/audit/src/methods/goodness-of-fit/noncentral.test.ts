import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normal } from '../../statistics/distributions.ts';
import { noncentralityWith, upperTail } from './noncentral.ts';

/** With one degree of freedom X is (Z + √λ)². */
const byNormal = (x: number, noncentrality: number): number => {
  const [root, shift] = [Math.sqrt(x), Math.sqrt(noncentrality)];
  return normal.upperTail(root - shift) + normal.cumulative(-root - shift);
};

test('one degree of freedom is a squared normal number', () => {
  for (const [x, noncentrality] of [
    [1, 1],
    [0.1, 3],
    [30, 10],
    [400, 350],
  ] as const)
    expect(upperTail(x, 1, noncentrality)).toBeCloseTo(byNormal(x, noncentrality), 10);
});

test('two degrees of freedom by integrating over the second number', () => {
  const [x, noncentrality] = [7, 4];
  let inside = 0;
  const step = 1e-3;
  for (let z = -Math.sqrt(x) + step / 2; z < Math.sqrt(x); z += step)
    inside += step * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * (1 - byNormal(x - z * z, noncentrality));
  expect(upperTail(x, 2, noncentrality)).toBeCloseTo(1 - inside, 4);
});

test('past where it is taken for normal it goes on smoothly', () => {
  const at = (noncentrality: number): number => upperTail(20_300, 10, noncentrality);
  expect(at(20_000)).toBeCloseTo(at(20_001), 2);
});

test('the non-centrality is found again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0.5, max: 900, noNaN: true }),
      (degrees, noncentrality) => {
        const x = degrees + noncentrality;
        expect(noncentralityWith(x, degrees, upperTail(x, degrees, noncentrality))).toBeCloseTo(noncentrality, 5);
      },
    ),
    { numRuns: 30 },
  );
  expect(noncentralityWith(1, 10, 0.05)).toBe(0);
});
