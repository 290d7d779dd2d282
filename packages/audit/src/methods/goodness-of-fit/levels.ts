import type { ReducedRow } from '../../engine/method.ts';
import { countName } from '../common/reduction.ts';
import { countIn, textIn, wholeIn } from '../common/rows.ts';
import { fractionBits, numberFrom, quotient } from '../common/sums.ts';
import { unseenName } from './texts.ts';

export interface Level {
  readonly name: string;
  readonly count: number;
  /** Weight; all of them together need not be 1. */
  readonly expected: number;
  /** By cluster bucket. */
  readonly buckets: ReadonlyMap<number, number>;
}

export interface Levels {
  readonly levels: readonly Level[];
  /** Levels whose rows do not agree on what is expected. */
  readonly differing: number;
  /** Share expected of levels that never occurred, where shares say so. */
  readonly unseen: number;
}

interface Found {
  readonly name: string;
  readonly count: number;
  readonly buckets: ReadonlyMap<number, number>;
  readonly meanExpected: number;
  readonly agrees: boolean;
}

const found = (rows: readonly ReducedRow[]): readonly Found[] =>
  [...Map.groupBy(rows, (row) => textIn(row, 'level')).entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, members]) => {
      const count = members.reduce((sum, row) => sum + wholeIn(row, countName), 0n);
      const expected = members.reduce((sum, row) => sum + wholeIn(row, 'expected_sum'), 0n);
      const ends = members.flatMap((row) => [wholeIn(row, 'expected_least'), wholeIn(row, 'expected_most')]);
      const [least, most] = [ends.reduce((a, b) => (a < b ? a : b)), ends.reduce((a, b) => (a > b ? a : b))];
      return {
        name,
        count: Number(count),
        buckets: new Map(members.map((row) => [countIn(row, 'bucket'), countIn(row, countName)])),
        meanExpected: quotient(expected, count << fractionBits),
        // One part in 10^9: shares are often printed with so many digits.
        agrees: numberFrom(most - least, fractionBits) <= 1e-9 * numberFrom(most, fractionBits),
      };
    });

/** How far short of 1 the shares of the levels that occurred may fall by rounding alone. */
const rounding = 1e-4;

/** Levels with what is expected of each: from `shares`, else from the rows, else all alike. */
export const levelsOf = (
  rows: readonly ReducedRow[],
  shares: Readonly<Record<string, number>> | undefined,
  given: boolean,
): Levels => {
  const seen = found(rows);
  if (shares !== undefined) {
    const missing = Object.keys(shares).filter((name) => !seen.some((level) => level.name === name));
    return {
      levels: [
        ...seen.map((level) => ({ ...level, expected: shares[level.name] ?? 0 })),
        ...missing.map((name) => ({ name, count: 0, expected: shares[name] ?? 0, buckets: new Map<number, number>() })),
      ],
      differing: 0,
      unseen: 0,
    };
  }
  const levels = seen.map((level) => ({ ...level, expected: given ? level.meanExpected : 1 }));
  const total = levels.reduce((sum, { expected }) => sum + expected, 0);
  const unseen = given && total < 1 - rounding ? 1 - total : 0;
  return {
    levels:
      unseen === 0
        ? levels
        : [...levels, { name: unseenName, count: 0, expected: unseen, buckets: new Map<number, number>() }],
    differing: given ? seen.filter(({ agrees }) => !agrees).length : 0,
    unseen,
  };
};
