import type { ReducedRow } from '../../../engine/method.ts';
import { countName } from '../reduction.ts';
import { countIn, textIn, wholeIn } from '../rows.ts';
import { type Moments, momentsOf, quotient } from '../sums.ts';

/** What is known of the used rows of one level; sums are whole numbers of 2^-bits. */
export interface Totals {
  readonly rows: number;
  readonly weight: bigint;
  readonly total: bigint;
  /** Sum of squares, of 2^-2·bits; undefined where the reduction did not keep it. */
  readonly squares: bigint | undefined;
  readonly smallest: bigint;
  readonly largest: bigint;
}

export const totalsIn = (row: ReducedRow): Totals => ({
  rows: countIn(row, countName),
  weight: wholeIn(row, 'weights'),
  total: wholeIn(row, 'total'),
  squares: row['squares'] === undefined ? undefined : wholeIn(row, 'squares'),
  smallest: wholeIn(row, 'smallest'),
  largest: wholeIn(row, 'largest'),
});

export const together = (left: Totals | undefined, right: Totals): Totals =>
  left === undefined
    ? right
    : {
        rows: left.rows + right.rows,
        weight: left.weight + right.weight,
        total: left.total + right.total,
        squares: left.squares === undefined || right.squares === undefined ? undefined : left.squares + right.squares,
        smallest: left.smallest < right.smallest ? left.smallest : right.smallest,
        largest: left.largest > right.largest ? left.largest : right.largest,
      };

export const meanOf = ({ total, weight }: Totals, bits: bigint): number =>
  weight === 0n ? Number.NaN : quotient(total, weight << bits);

/** Moments of values that each stand for themselves (weight 1). */
export const momentsIn = ({ weight, total, squares }: Totals, bits: bigint): Moments =>
  momentsOf(weight, total, squares ?? 0n, bits);

export const levelTotals = (rows: readonly ReducedRow[], levelColumn: string): ReadonlyMap<string, Totals> => {
  const levels = new Map<string, Totals>();
  for (const row of rows) {
    const level = textIn(row, levelColumn);
    levels.set(level, together(levels.get(level), totalsIn(row)));
  }
  return new Map([...levels].sort(([left], [right]) => (left < right ? -1 : 1)));
};
