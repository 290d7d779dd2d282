import type { ReportedValue } from '../../engine/method.ts';
import { momentsOf, numberFrom, quotient, scoreBits } from '../common/sums.ts';
import type { Statistic } from './statistic.ts';

/** One row of a statistic: a level of a table, or the only one. */
export interface FiguresRow {
  readonly level: string;
  readonly figures: readonly string[];
}

/** Fractional bits of a part's whole numbers. */
export type BitsOf = (part: string) => bigint;

const whole = (figures: readonly string[] | undefined, index: number): bigint => BigInt(figures?.[index] ?? '0');

const numberOrNothing = (figure: string | undefined): number | null =>
  figure === undefined || figure === '' ? null : Number(figure);

const over = (numerator: bigint, denominator: bigint): number | null => {
  if (denominator === 0n) return null;
  return denominator < 0n ? quotient(-numerator, -denominator) : quotient(numerator, denominator);
};

/** n·Σxy − ΣxΣy over the root of both spreads; `null` where one of them does not vary. */
const correlation = (figures: readonly string[] | undefined): number | null => {
  const [n, x, y, xx, xy, yy] = [0, 1, 2, 3, 4, 5].map((index) => whole(figures, index)) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const [across, left, right] = [n * xy - x * y, n * xx - x * x, n * yy - y * y];
  if (left <= 0n || right <= 0n) return null;
  // Squares of the ratios keep both factors in range.
  const square = quotient(across * across, left * right);
  return Math.sign(Number(across)) * Math.sqrt(square);
};

/** From sums over values in rising order, see `unevennessOf` in reduce.ts. */
const unevenness = (
  kind: 'gini' | 'hhi' | 'entropy' | 'top-share',
  figures: readonly string[] | undefined,
  bits: bigint,
): number | null => {
  const [n, least, sum, ranked, squares, logs, top] = [0, 1, 2, 3, 4, 5, 6].map((index) => whole(figures, index)) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  if (n === 0n || sum <= 0n || least < 0n) return null;
  switch (kind) {
    case 'gini':
      return over(2n * ranked - (n + 1n) * sum, n * sum);
    case 'hhi':
      return over(squares, sum * sum);
    case 'top-share':
      return over(top, sum);
    case 'entropy': {
      const total = numberFrom(sum, bits);
      return Math.log(total) - numberFrom(logs, scoreBits) / total;
    }
  }
};

const table = (rows: readonly FiguresRow[], shares: boolean): ReportedValue => {
  const total = rows.reduce((sum, { figures }) => sum + whole(figures, 0), 0n);
  const value = (figures: readonly string[]): number | null =>
    shares ? over(whole(figures, 0), total) : Number(whole(figures, 0));
  return Object.fromEntries(
    [...rows]
      .sort((left, right) => (left.level < right.level ? -1 : 1))
      .map(({ level, figures }) => [level, value(figures)]),
  );
};

/** Share of the weight in each bin, in order; a bin that ties left empty has 0. */
const binShares = (rows: readonly FiguresRow[], bins: number): ReportedValue => {
  const total = rows.reduce((sum, { figures }) => sum + whole(figures, 0), 0n);
  return Array.from({ length: bins }, (_, bin) =>
    over(whole(rows.find(({ level }) => level === String(bin))?.figures, 0), total),
  );
};

/** A statistic's value from its figures; `null` where it has none (no rows, no spread, a negative value among shares). */
export const valueOf = (
  { kind, of, number }: Statistic,
  rows: readonly FiguresRow[],
  bitsOf: BitsOf,
  numeric: (part: string) => boolean,
): ReportedValue => {
  const figures = rows[0]?.figures;
  const [x = '', y = ''] = of;
  switch (kind) {
    case 'count':
    case 'count of':
    case 'missing':
    case 'distinct':
      return Number(whole(figures, 0));
    case 'sum':
      return numberFrom(whole(figures, 1), bitsOf(x));
    case 'mean':
    case 'share':
      return over(whole(figures, 1), whole(figures, 0) << bitsOf(x));
    case 'variance':
    case 'sd': {
      const { variance } = momentsOf(whole(figures, 0), whole(figures, 1), whole(figures, 2), bitsOf(x));
      if (variance === undefined) return null;
      return kind === 'sd' ? Math.sqrt(variance) : variance;
    }
    case 'min':
    case 'max':
    case 'median':
    case 'quantile':
      return numberOrNothing(figures?.[0]);
    case 'ratio':
      return over(whole(figures, 0) << bitsOf(y), whole(figures, 1) << bitsOf(x));
    case 'weighted-mean':
      return over(whole(figures, 0), whole(figures, 1) << bitsOf(x));
    case 'pearson':
    case 'spearman':
      return correlation(figures);
    case 'quantile-shares':
      return binShares(rows, number ?? 5);
    case 'counts':
    case 'shares':
      return table(rows, kind === 'shares');
    case 'gini':
    case 'hhi':
    case 'entropy':
    case 'top-share':
      return unevenness(kind, figures, numeric(x) ? bitsOf(x) : 0n);
  }
};
