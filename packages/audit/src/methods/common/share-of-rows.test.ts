import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../statistics/random.ts';
import { inferUnseenRates } from '../rate-gap/rates.ts';
import { unitsFromUnevenness } from './share-of-rows.ts';

/** Weights of units put into buckets at random. */
const bucketed = (weights: readonly number[], buckets: number, seed: number): readonly number[] => {
  const random = seededRandom(seed);
  const filled = new Map<number, number>();
  for (const weight of weights) {
    const bucket = Math.floor(random.uniform() * buckets);
    filled.set(bucket, (filled.get(bucket) ?? 0) + weight);
  }
  return [...filled.values()];
};

const evenUnits = (weights: readonly number[]): number => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0);
};

describe('units behind buckets', () => {
  test.each([
    ['many that weigh the same', Array.from({ length: 20_000 }, () => 3), 200],
    [
      'many of which one in ten weighs ten times as much',
      Array.from({ length: 20_000 }, (_, i) => (i % 10 === 0 ? 10 : 1)),
      400,
    ],
    ['fewer than buckets', Array.from({ length: 40 }, () => 50), 1000],
    ['one that outweighs ten thousand', [20_000, ...Array.from({ length: 10_000 }, () => 1)], 1000],
  ])('%s', (_, weights, buckets) => {
    const real = evenUnits(weights);
    const found = Array.from({ length: 20 }, (__, seed) =>
      unitsFromUnevenness(bucketed(weights, buckets, seed), buckets),
    );
    const mean = found.reduce((sum, each) => sum + each, 0) / found.length;
    expect(mean / real).toBeGreaterThan(0.6);
    expect(mean / real).toBeLessThan(1.02);
    expect(found.filter((each) => each > real * 1.15)).toEqual([]);
  });

  test('nothing at all is no unit, and rows are the most there can be', () => {
    expect(unitsFromUnevenness([], 200)).toBe(0);
    expect(
      unitsFromUnevenness(
        Array.from({ length: 200 }, () => 1),
        200,
      ),
    ).toBeLessThanOrEqual(200);
  });
});

test('an outcome that none of twenty thousand people meets is bounded by people, not by buckets', () => {
  const side = (seed: number) =>
    bucketed(
      Array.from({ length: 10_000 }, () => 4),
      200,
      seed,
    ).map((denominator) => ({ numerator: 0, denominator }));
  const inferred = inferUnseenRates({ first: side(1), second: side(2) }, 200);
  expect(inferred?.known).toBe(true);
  if (inferred?.known !== true) return;
  const { low, high } = inferred.interval(0.999);
  // 200 buckets would leave 3 % open.
  expect(high).toBeLessThan(0.002);
  expect(high).toBeGreaterThan(0.0007);
  expect(low).toBeCloseTo(-high, 3);
});
