import { expect, test } from 'vitest';
import { inferTwoWays, type LevelScore } from './inferring.ts';

const score = (a: number, b = 1): LevelScore => ({ a, b, reference: 100, weight: 1, carried: 100 * b });

test('matches that balance by chance are no certainty: the clusters’ errors count then', () => {
  const silent = {
    byMatch: Array.from({ length: 20 }, () => score(0)),
    byCluster: Array.from({ length: 40 }, (_, cluster) => score(cluster % 2 === 0 ? 0.5 : -0.5, 0.5)),
    byBoth: Array.from({ length: 80 }, (_, cell) => score(cell % 2 === 0 ? 0.25 : -0.25, 0.25)),
  };
  const inferred = inferTwoWays(silent, 'difference');
  expect(inferred).toMatchObject({ known: true, estimate: 0, method: 'CR3, by cluster' });
  // Σ of (0.5 / 20)² over 40 clusters with leverage 1/40.
  if (inferred.known) expect(inferred.standardError).toBeCloseTo((Math.sqrt(40) * 0.025) / (1 - 1 / 40), 12);
});

test('nothing that varies at all stays unknown', () => {
  const equal = {
    byMatch: Array.from({ length: 20 }, () => score(0)),
    byCluster: Array.from({ length: 40 }, () => score(0, 0.5)),
    byBoth: Array.from({ length: 80 }, () => score(0, 0.25)),
  };
  expect(inferTwoWays(equal, 'difference')).toMatchObject({ known: false, reason: 'no-variance', estimate: 0 });
});

test('one cluster that carries everything leaves nothing to compare it with', () => {
  const alone = {
    byMatch: [score(1), score(2), score(1.5)],
    byCluster: [score(4.5, 3)],
    byBoth: [score(1), score(2), score(1.5)],
  };
  expect(inferTwoWays(alone, 'relative')).toMatchObject({ known: false, reason: 'one-cluster' });
});
