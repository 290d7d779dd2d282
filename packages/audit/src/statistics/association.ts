import { chiSquare, normal } from './distributions.ts';
import { errorOf, type Inferred, type Side, undetermined } from './inference.ts';
import type { ChiSquareTest } from './stratified.ts';
import { mean, sumOf } from './summation.ts';

/** Sums over pairs less their means: Σ(x − x̄)², Σ(y − ȳ)², Σ(x − x̄)(y − ȳ). */
export interface CentredSums {
  readonly pairs: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

export function centredSums(x: readonly number[], y: readonly number[]): CentredSums {
  if (x.length !== y.length) throw new RangeError('pairs need as many x as y');
  const centreX = mean(x);
  const centreY = mean(y);
  const pairs = x.map((value, index) => [value - centreX, (y[index] ?? Number.NaN) - centreY] as const);
  return {
    pairs: x.length,
    xx: sumOf(pairs, ([a]) => a * a),
    yy: sumOf(pairs, ([, b]) => b * b),
    xy: sumOf(pairs, ([a, b]) => a * b),
  };
}

/** A correlation with an interval on Fisher's scale, z = atanh r, whose variance is `spread` / (pairs − 3). */
function correlation(sums: CentredSums, spread: (r: number) => number, method: string): Inferred {
  const { pairs, xx, yy, xy } = sums;
  if (pairs === 0) return undetermined('no-data');
  if (!(xx > 0 && yy > 0)) return undetermined('no-contrast');
  const r = Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
  if (pairs < 4) return undetermined('too-few-units', r);
  if (Math.abs(r) > 1 - 1e-15) return undetermined('no-variance', r);
  const error = Math.sqrt(spread(r) / (pairs - 3));
  const centre = Math.atanh(r);
  return {
    known: true,
    estimate: r,
    scale: 'linear',
    standardError: (1 - r * r) * error,
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method,
    interval: (level) => {
      const reach = normal.upperQuantile(errorOf(level) / 2) * error;
      return { low: Math.tanh(centre - reach), high: Math.tanh(centre + reach) };
    },
    pValue: (nullValue, side: Side = 'two-sided') => {
      const z = (centre - Math.atanh(nullValue)) / error;
      if (side === 'two-sided') return Math.min(1, 2 * normal.upperTail(Math.abs(z)));
      return side === 'greater' ? normal.upperTail(z) : normal.cumulative(z);
    },
  };
}

/** Pearson's correlation with Fisher's z interval (Fisher 1921, Metron 1). Pairs must be independent. */
export const pearson = (sums: CentredSums): Inferred => correlation(sums, () => 1, 'Pearson, Fisher z');

/** Ranks from 1; equal values share the mean of their ranks. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((left, right) => left.value - right.value);
  const ranks = values.map(() => 0);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && order[end]?.value === order[start]?.value) end += 1;
    for (const { index } of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** Spearman's correlation: Pearson's of the mid-ranks, with the variance of Bonett and Wright (2000), Psychometrika 65. */
export const spearman = (x: readonly number[], y: readonly number[]): Inferred =>
  spearmanFromRanks(centredSums(midRanks(x), midRanks(y)));

/** The same from centred sums of mid-ranks, as SQL can make them. */
export const spearmanFromRanks = (sums: CentredSums): Inferred =>
  correlation(sums, (r) => 1 + (r * r) / 2, 'Spearman, Bonett-Wright');

/** Pearson's chi-square test that rows and columns of a table of independent counts have nothing to do with each other, and Cramér's V (1946). */
export function tableAssociation(
  table: readonly (readonly number[])[],
): (ChiSquareTest & { readonly cramersV: number; readonly smallestExpected: number }) | undefined {
  const rows = table.map((row) => sumOf(row, (count) => count));
  const columns = (table[0] ?? []).map((_, column) => sumOf(table, (row) => row[column] ?? 0));
  const total = sumOf(rows, (count) => count);
  const height = rows.filter((count) => count > 0).length;
  const width = columns.filter((count) => count > 0).length;
  if (height < 2 || width < 2) return undefined;
  let statistic = 0;
  let smallestExpected = Number.POSITIVE_INFINITY;
  for (const [row, counts] of table.entries()) {
    for (const [column, count] of counts.entries()) {
      const expected = ((rows[row] ?? 0) * (columns[column] ?? 0)) / total;
      if (expected === 0) continue;
      smallestExpected = Math.min(smallestExpected, expected);
      statistic += (count - expected) ** 2 / expected;
    }
  }
  const degreesOfFreedom = (height - 1) * (width - 1);
  return {
    statistic,
    degreesOfFreedom,
    p: chiSquare(degreesOfFreedom).upperTail(statistic),
    cramersV: Math.sqrt(statistic / total / (Math.min(height, width) - 1)),
    smallestExpected,
  };
}

/** Total variation distance of two distributions given as weights over the same levels: half the sum of differences of shares, 0 to 1. */
export function totalVariation(first: readonly number[], second: readonly number[]): number {
  if (first.length !== second.length) throw new RangeError('distributions over different levels');
  const left = sumOf(first, (weight) => weight);
  const right = sumOf(second, (weight) => weight);
  if (!(left > 0 && right > 0)) return Number.NaN;
  return sumOf(first.keys(), (level) => Math.abs((first[level] ?? 0) / left - (second[level] ?? 0) / right)) / 2;
}
