import { addDays, type CivilDate } from '@suanjian/rulebook';
import type { FamilyName } from '../families/families.ts';
import type { JournalIndex } from '../journal/journal-index.ts';
import { logDatabase, type StoreReader } from '../store/store.ts';
import { civilDayOf } from '../retention/civil-day.ts';
import { firstDayToKeep } from '../retention/term.ts';

export interface CoverageOptions {
  readonly index: JournalIndex;
  /** The log's own reader; without it days are counted and gaps within them are not looked for. */
  readonly store?: StoreReader;
  readonly families: readonly FamilyName[];
  /** Families that should never pause; of the others gaps are not looked for, for they state facts when there are some. */
  readonly steady: readonly FamilyName[];
  /** Longer stretches without a record are gaps, in milliseconds. */
  readonly every: number;
  readonly now: number;
  /** How many gaps are named; all are counted. */
  readonly mostGaps?: number;
}

export interface CoveredDay {
  readonly day: string;
  readonly rows: number;
  /** The rows of the day were deleted by retention, or some of them. */
  readonly deleted: boolean;
}

/** A stretch without a record of a provider. Instants in milliseconds. */
export interface Gap {
  readonly stream: string;
  readonly from: number;
  readonly to: number;
}

export interface CoverageRow {
  readonly family: FamilyName;
  readonly rows: number;
  readonly days: readonly CoveredDay[];
  /** Whether gaps were looked for. */
  readonly steady: boolean;
  /** Civil days between the first and the last that have no record and were not deleted. */
  readonly missing: readonly CivilDate[];
  /** Who wrote: the providers, with their rows. */
  readonly streams: readonly { readonly stream: string; readonly rows: number }[];
  readonly gaps: readonly Gap[];
  readonly gapCount: number;
  /** The share of the time from the first to the last record that lies in no gap, from 0 to 1. */
  readonly covered: number | undefined;
}

export interface Coverage {
  readonly families: readonly CoverageRow[];
  /** The first civil day that must still be there by the six months. */
  readonly mustReachBack: CivilDate;
  /** The first civil day of any record that is there. */
  readonly reachesBack: string | undefined;
  /** Days since `mustReachBack` whose rows were deleted all the same: none unless somebody did it by hand. */
  readonly deletedTooEarly: readonly string[];
  readonly every: number;
}

const MOST_GAPS = 20;

/** What the log holds of each family, day by day, and where it holds nothing. That it holds all that happened no log can say of itself. */
export async function coverageOf(options: CoverageOptions): Promise<Coverage> {
  const { index, now, every } = options;
  const mustReachBack = firstDayToKeep(civilDayOf(now));
  const rows: CoverageRow[] = [];
  for (const family of options.families) rows.push(await rowOf(family, options));
  const kept = rows.flatMap(({ days }) => days).filter((day) => day.rows > 0);
  return {
    families: rows,
    mustReachBack,
    reachesBack: kept.map(({ day }) => day).sort()[0],
    deletedTooEarly: deletedTooEarly(index, mustReachBack),
    every,
  };
}

async function rowOf(
  family: FamilyName,
  { index, store, steady, every, mostGaps = MOST_GAPS }: CoverageOptions,
): Promise<CoverageRow> {
  const days = index
    .segments()
    .filter((segment) => segment.family === family && segment.end > 0)
    .map(({ day, rows, deletedBelow }): CoveredDay => ({ day, rows, deleted: deletedBelow > 0 }));
  const rows = days.reduce((sum, day) => sum + day.rows, 0);
  const isSteady = steady.includes(family);
  const found = store === undefined || rows === 0 ? nothingFound : await gapsIn(store, family, every, mostGaps);
  const gaps = isSteady ? found : { ...nothingFound, streams: found.streams };
  return { family, rows, days, steady: isSteady, missing: isSteady ? missingDays(days) : [], ...gaps };
}

function missingDays(days: readonly CoveredDay[]): readonly CivilDate[] {
  const known = new Set(days.map(({ day }) => day));
  const [first, last] = [days.at(0)?.day, days.at(-1)?.day];
  const missing: CivilDate[] = [];
  if (first === undefined || last === undefined) return missing;
  // Days of segments are civil days: they were computed from the rows' instants.
  for (let day = addDays(first as CivilDate, 1); day < last; day = addDays(day, 1))
    if (!known.has(day)) missing.push(day);
  return missing;
}

interface FoundGaps extends Pick<CoverageRow, 'streams' | 'gaps' | 'gapCount' | 'covered'> {}

const nothingFound: FoundGaps = { streams: [], gaps: [], gapCount: 0, covered: undefined };

interface StreamRow {
  readonly stream: string;
  readonly found: string;
  readonly span: string;
  readonly empty: string;
  readonly gapCount: string;
  readonly gaps: readonly (readonly [string, string])[];
}

/** Only distinct instants are sorted, so that memory grows with time and not with rows. */
const gapsSql = (family: FamilyName, most: number): string => `
SELECT stream, any(rows_of_stream) AS found, max(at) - min(at) AS span,
  sumIf(at - before, before > 0 AND at - before > {every:Int64}) AS empty,
  countIf(before > 0 AND at - before > {every:Int64}) AS gapCount,
  arrayMap(gap -> (gap.2, gap.3), groupArraySortedIf(${most})((before - at, before, at), before > 0 AND at - before > {every:Int64})) AS gaps
FROM (
  SELECT stream, at, lagInFrame(at, 1, 0) OVER (PARTITION BY stream ORDER BY at ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS before,
    sum(here) OVER (PARTITION BY stream) AS rows_of_stream
  FROM (SELECT toString(provider) AS stream, intDiv(toUnixTimestamp64Milli(time), 1000) * 1000 AS at, count() AS here FROM ${logDatabase}.${family} GROUP BY stream, at)
)
GROUP BY stream ORDER BY stream`;

async function gapsIn(store: StoreReader, family: FamilyName, every: number, most: number): Promise<FoundGaps> {
  const rows = await store.query<StreamRow>(gapsSql(family, most), { parameters: { every } });
  const gaps = rows
    .flatMap(({ stream, gaps: found }) => found.map(([from, to]) => ({ stream, from: Number(from), to: Number(to) })))
    .toSorted((left, right) => right.to - right.from - (left.to - left.from) || left.from - right.from)
    .slice(0, most);
  const span = rows.reduce((sum, row) => sum + Number(row.span), 0);
  const empty = rows.reduce((sum, row) => sum + Number(row.empty), 0);
  return {
    streams: rows.map(({ stream, found }) => ({ stream, rows: Number(found) })),
    gaps,
    gapCount: rows.reduce((sum, row) => sum + Number(row.gapCount), 0),
    covered: span === 0 ? undefined : 1 - empty / span,
  };
}

function deletedTooEarly(index: JournalIndex, mustReachBack: CivilDate): readonly string[] {
  const days = new Set<string>();
  for (const { leaf } of index.entries()) {
    if (leaf.kind !== 'retention') continue;
    if (leaf.day >= firstDayToKeep(civilDayOf(leaf.time)) && leaf.day >= mustReachBack) days.add(leaf.day);
  }
  return [...days].sort();
}
