import { expect, test } from 'vitest';
import { clusterComparison, type LabelledCluster } from './cluster-permutation.ts';
import { expectClose, known } from './testing/close.ts';

const clusters: readonly LabelledCluster[] = [
  { first: true, rows: 10, sum: 62 },
  { first: true, rows: 22, sum: 118 },
  { first: true, rows: 5, sum: 37 },
  { first: false, rows: 14, sum: 51 },
  { first: false, rows: 9, sum: 44 },
  { first: false, rows: 30, sum: 101 },
  { first: false, rows: 12, sum: 40 },
  { first: false, rows: 8, sum: 38 },
];

/** The t of two groups of clusters, each mean with the error of a ratio of totals. */
function studentised(labels: readonly boolean[]): number {
  const of = (wanted: boolean) => {
    const own = clusters.filter((_, index) => labels[index] === wanted);
    const rows = own.reduce((total, cluster) => total + cluster.rows, 0);
    const mean = own.reduce((total, cluster) => total + cluster.sum, 0) / rows;
    return { mean, square: own.reduce((total, { sum, rows: n }) => total + ((sum - mean * n) / rows) ** 2, 0) };
  };
  const first = of(true);
  const second = of(false);
  return (first.mean - second.mean) / Math.sqrt(first.square + second.square);
}

test('exact p is the share of all labellings that are as extreme', () => {
  const observed = Math.abs(studentised(clusters.map(({ first }) => first)));
  let extreme = 0;
  let all = 0;
  for (let code = 0; code < 256; code++) {
    const labels = clusters.map((_, index) => ((code >> index) & 1) === 1);
    if (labels.filter(Boolean).length !== 3) continue;
    all += 1;
    if (Math.abs(studentised(labels)) >= observed - 1e-9) extreme += 1;
  }
  expect(all).toBe(56);
  const result = known(clusterComparison(clusters));
  expect(result.exact).toBe(true);
  expect(result.arrangements).toBe(56);
  expectClose(result.estimate, 217 / 37 - 274 / 73, 1e-12);
  expectClose(result.pValue(0), extreme / all, 1e-12);
});

test('the interval holds the effects that are not rejected', () => {
  const result = known(clusterComparison(clusters));
  const { low, high } = result.interval(0.9);
  expect(low).toBeLessThan(result.estimate);
  expect(high).toBeGreaterThan(result.estimate);
  expect(result.pValue(low - 1e-3)).toBeLessThanOrEqual(0.1);
  expect(result.pValue(high + 1e-3)).toBeLessThanOrEqual(0.1);
  expect(result.pValue((low + high) / 2)).toBeGreaterThan(0.1);
});

test('labels are exchanged within strata only, and too few of them say nothing', () => {
  const inStrata = clusters.map((cluster, index) => ({ ...cluster, stratum: index % 2 === 0 ? 'east' : 'west' }));
  const result = known(clusterComparison(inStrata));
  // East: two of four; west: one of four.
  expect(result.arrangements).toBe(6 * 4);
  const few = known(clusterComparison(clusters.slice(2, 5)));
  expect(few.pValue(0)).toBeGreaterThanOrEqual(1 / 3);
  expect(few.interval(0.95)).toEqual({ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
  expect(clusterComparison(clusters.slice(0, 3))).toMatchObject({ reason: 'no-contrast' });
  expect(clusterComparison(clusters.slice(2, 4))).toMatchObject({ reason: 'too-few-units' });
  expect(clusterComparison(clusters.map((cluster) => ({ ...cluster, sum: cluster.rows })))).toMatchObject({
    reason: 'no-variance',
  });
});

test('many clusters are drawn, the same for the same seed', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    first: index % 3 === 0,
    rows: 5 + (index % 7),
    sum: Math.sin(index) * 20 + 40,
  }));
  const p = (seed: number) => {
    const result = clusterComparison(many, { seed, draws: 999 });
    return result.known ? result.pValue(0) : Number.NaN;
  };
  expect(p(1)).toBe(p(1));
  expect(Math.abs(p(1) - p(2))).toBeLessThan(0.08);
});
