import { expect, test } from 'vitest';
import { clusterShare } from './cluster-share.ts';
import { clopperPearsonInterval } from './proportions.ts';
import { seededRandom } from './random.ts';
import { expectClose, known } from './testing/close.ts';

const shareOf = (scores: Parameters<typeof clusterShare>[0]) => known(clusterShare(scores));

test('clusters of one row give the exact interval of one row less', () => {
  const scores = Array.from({ length: 60 }, (_, index) => ({ numerator: index < 9 ? 1 : 0, denominator: 1 }));
  const result = shareOf(scores);
  // The sample variance of a share has n − 1 below it.
  const exact = clopperPearsonInterval({ successes: 0.15 * 59, trials: 59 }, 0.95);
  expectClose(result.interval(0.95).low, exact.low, 1e-8);
  expectClose(result.interval(0.95).high, exact.high, 1e-8);
});

test('rows that are copies of each other count once', () => {
  const scores = Array.from({ length: 60 }, (_, index) => ({ numerator: index < 9 ? 100 : 0, denominator: 100 }));
  const exact = clopperPearsonInterval({ successes: 0.15 * 59, trials: 59 }, 0.95);
  const { low, high } = shareOf(scores).interval(0.95);
  expect(Math.abs(low / exact.low - 1)).toBeLessThan(0.05);
  expect(Math.abs(high / exact.high - 1)).toBeLessThan(0.05);
});

test('none of many rows in few clusters says what few clusters say', () => {
  const result = shareOf(Array.from({ length: 5 }, () => ({ numerator: 0, denominator: 10_000 })));
  expect(result.estimate).toBe(0);
  expect(result.interval(0.95).low).toBe(0);
  expectClose(result.interval(0.95).high, 1 - 0.025 ** (1 / 5), 1e-9);
  expect(clusterShare([])).toMatchObject({ reason: 'no-data' });
  expect(clusterShare([{ numerator: 3, denominator: 10 }])).toMatchObject({ reason: 'one-cluster' });
  expect(() =>
    clusterShare([
      { numerator: 3, denominator: 2 },
      { numerator: 3, denominator: 2 },
    ]),
  ).toThrow(RangeError);
});

test('the interval covers a share whose clusters differ', () => {
  const random = seededRandom(6);
  let covered = 0;
  for (let draw = 0; draw < 600; draw++) {
    const scores = Array.from({ length: 15 }, () => {
      const denominator = 5 + random.below(60);
      const share = random.uniform() < 0.5 ? 0.02 : 0.18;
      let numerator = 0;
      for (let row = 0; row < denominator; row++) if (random.uniform() < share) numerator += 1;
      return { numerator, denominator };
    });
    const { low, high } = shareOf(scores).interval(0.95);
    if (low <= 0.1 && 0.1 <= high) covered += 1;
  }
  expect(covered / 600).toBeGreaterThan(0.92);
  expect(covered / 600).toBeLessThan(0.995);
});

test('an expected share is tested by the interval', () => {
  const random = seededRandom(2);
  const result = shareOf(Array.from({ length: 30 }, () => ({ numerator: 2 + random.below(3), denominator: 10 })));
  const { low, high } = result.interval(0.95);
  expectClose(result.pValue(low), 0.05, 1e-6);
  expectClose(result.pValue(high), 0.05, 1e-6);
  expect(result.pValue(0.9)).toBeLessThan(1e-10);
});
