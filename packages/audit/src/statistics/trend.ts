import { normal } from './distributions.ts';
import { errorOf, fromInterval, type Inferred, undetermined } from './inference.ts';
import { sumOf } from './summation.ts';

/** A value at a time; order does not matter. */
export interface Point {
  readonly time: number;
  readonly value: number;
}

export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly score: number;
  readonly standardError: number;
  /** Kendall's tau-b. */
  readonly tau: number;
  /** Two-sided, with the continuity correction of one. */
  readonly p: number;
}

/** Sums over groups of equal values. */
function ties(values: readonly number[]) {
  const sizes = [...Map.groupBy(values, (value) => value).values()].map(({ length }) => length);
  const of = (f: (size: number) => number) => sumOf(sizes, f);
  return {
    two: of((t) => t * (t - 1)),
    three: of((t) => t * (t - 1) * (t - 2)),
    spread: of((t) => t * (t - 1) * (2 * t + 5)),
  };
}

/**
 * Is there a monotone trend? Mann (1945), Kendall (1975), with ties among values and times. Points must be independent: for users with several points
 * sum each one's score and use `signFlipTest` over the users. Takes time with the square of the points. `undefined` for fewer than 3.
 */
export function mannKendall(points: readonly Point[]): MannKendall | undefined {
  const n = points.length;
  if (n < 3) return undefined;
  const score = kendallScore(points);
  const x = ties(points.map(({ time }) => time));
  const y = ties(points.map(({ value }) => value));
  const pairs = n * (n - 1);
  const square =
    (pairs * (2 * n + 5) - x.spread - y.spread) / 18 +
    (x.three * y.three) / (9 * pairs * (n - 2)) +
    (x.two * y.two) / (2 * pairs);
  if (!(square > 0)) return undefined;
  const standardError = Math.sqrt(square);
  const distance = Math.max(0, Math.abs(score) - 1);
  return {
    score,
    standardError,
    tau: score / (Math.sqrt(pairs - x.two) * Math.sqrt(pairs - y.two) * 0.5),
    p: Math.min(1, 2 * normal.upperTail(distance / standardError)),
  };
}

/** Kendall's S of one series: pairs that rise less pairs that fall. */
export function kendallScore(points: readonly Point[]): number {
  let score = 0;
  for (const [index, point] of points.entries()) {
    for (let other = 0; other < index; other++) {
      const earlier = points[other];
      if (earlier !== undefined) score += Math.sign(point.value - earlier.value) * Math.sign(point.time - earlier.time);
    }
  }
  return score;
}

/** Median of the slopes between all pairs, with Sen's interval (1968), JASA 63, which counts slopes by Kendall's S. At least 4 points. */
export function theilSen(points: readonly Point[]): Inferred {
  const slopes: number[] = [];
  for (const [index, point] of points.entries()) {
    for (let other = 0; other < index; other++) {
      const earlier = points[other];
      if (earlier !== undefined && earlier.time !== point.time) {
        slopes.push((point.value - earlier.value) / (point.time - earlier.time));
      }
    }
  }
  if (slopes.length === 0) return undetermined('no-contrast');
  slopes.sort((left, right) => left - right);
  const at = (place: number) => slopes[Math.min(slopes.length - 1, Math.max(0, place))] ?? Number.NaN;
  const middle = (slopes.length - 1) / 2;
  const estimate = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
  const test = mannKendall(points);
  if (test === undefined) return undetermined('no-variance', estimate);
  if (points.length < 4) return undetermined('too-few-units', estimate);
  const interval = (level: number) => {
    const reach = normal.upperQuantile(errorOf(level) / 2) * test.standardError;
    const below = Math.round((slopes.length - reach) / 2) - 1;
    const above = Math.round((slopes.length + reach) / 2);
    return {
      low: below < 0 ? Number.NEGATIVE_INFINITY : at(below),
      high: above > slopes.length - 1 ? Number.POSITIVE_INFINITY : at(above),
    };
  };
  const usual = interval(0.95);
  return fromInterval({
    estimate,
    scale: 'linear',
    standardError: (usual.high - usual.low) / (2 * normal.upperQuantile(0.025)),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: 'Theil-Sen slope',
    interval,
  });
}

/**
 * Do subjects rank treatments in a foretold order? Page (1963), JASA 58, normal approximation (upper tail). Rows are subjects, each the ranks of the
 * treatments in the foretold order.
 */
export function pageTrend(
  ranks: readonly (readonly number[])[],
): { readonly statistic: number; readonly p: number } | undefined {
  const subjects = ranks.length;
  const treatments = ranks[0]?.length ?? 0;
  if (subjects < 2 || treatments < 3) return undefined;
  const statistic = sumOf(ranks, (row) => row.reduce((total, rank, index) => total + rank * (index + 1), 0));
  const centre = (subjects * treatments * (treatments + 1) ** 2) / 4;
  const square = (subjects * treatments ** 2 * (treatments + 1) * (treatments ** 2 - 1)) / 144;
  return { statistic, p: normal.upperTail((statistic - centre) / Math.sqrt(square)) };
}
