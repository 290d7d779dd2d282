import type { ReducedRow, ReportedValue } from '../../engine/method.ts';
import { countIn } from '../common/rows.ts';

interface Band {
  /** The column of the reduction that counts its broken rows. */
  readonly column: string;
  /** How it is called in the report. */
  readonly name: string;
  /** Milliseconds, the end not included. */
  readonly from: number;
  readonly until: number | undefined;
}

const ends = [
  ['under 10 s', 10_000],
  ['under 1 min', 60_000],
  ['under 10 min', 600_000],
  ['under 1 h', 3_600_000],
  ['under 1 d', 86_400_000],
  ['1 d or more', undefined],
] as const;

/** How long the rule had held when it was broken: counts that can be added up over days, unlike quantiles. */
export const bands: readonly Band[] = ends.map(([name, until], index) => ({
  column: `broken_band_${index}`,
  name,
  from: ends[index - 1]?.[1] ?? 0,
  until,
}));

/** What is reported of the broken rows' times; nothing where none is broken or no time was given. */
export const elapsedValues = (rows: readonly ReducedRow[]): Readonly<Record<string, ReportedValue>> => {
  const counts = bands.map(
    ({ name, column }) => [name, rows.reduce((sum, row) => sum + countIn(row, column), 0)] as const,
  );
  if (counts.every(([, count]) => count === 0)) return {};
  return {
    longestElapsed: rows.reduce((longest, row) => Math.max(longest, countIn(row, 'longest')), 0),
    brokenByElapsed: Object.fromEntries(counts),
  };
};
