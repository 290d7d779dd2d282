import { families, logDatabase, type FamilyName } from '@suanjian/decision-log';
import type { FamilyPlace, MetPlace } from './template.ts';

/** Which rows of the log a run looks at: civil days (Asia/Shanghai), both included. */
export interface Cut {
  readonly provider: string | undefined;
  /** Runs of days in order, none touching the next. One run for a whole period. */
  readonly days: readonly DayRange[];
}

export interface DayRange {
  readonly from: string;
  readonly to: string;
}

const quoted = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const dayLength = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayLength;
const dayOf = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);

/** The civil day so many days later (or earlier). */
export const dayAfter = (day: string, days: number): string => dayOf(dayNumber(day) + days);

/** Days in order as runs of neighbours. */
export const rangesOf = (days: readonly string[]): readonly DayRange[] => {
  const ranges: { from: string; to: string }[] = [];
  for (const day of days) {
    const last = ranges.at(-1);
    if (last !== undefined && dayAfter(last.to, 1) === day) last.to = day;
    else ranges.push({ from: day, to: day });
  }
  return ranges;
};

const within = ({ from, to }: DayRange): string =>
  from === to ? `day = toDate(${quoted(from)})` : `day BETWEEN toDate(${quoted(from)}) AND toDate(${quoted(to)})`;

const endOf = ({ days }: Cut): string => days.at(-1)?.to ?? '';
const startOf = ({ days }: Cut): string => days[0]?.from ?? '';

/** `history` of the check: how many days before the cut `{{family.history}}` begins. */
const conditions = (place: FamilyPlace, cut: Cut, history: 'all' | number): readonly string[] => {
  const provider = cut.provider === undefined ? [] : [`provider = ${quoted(cut.provider)}`];
  if (!place.history) return [...provider, `(${cut.days.map(within).join(' OR ')})`];
  const start = history === 'all' ? [] : [`day >= toDate(${quoted(dayAfter(startOf(cut), -history))})`];
  return [...provider, ...start, `day <= toDate(${quoted(endOf(cut))})`];
};

export const tableName = (family: FamilyName): string => `${logDatabase}.${family}`;

/** A family's rows of the cut, as a relation in parentheses. The columns are named: `day` is computed and no part of `*`. */
export const cutFamily = (place: FamilyPlace, cut: Cut, history: 'all' | number): string => {
  const columns = [...families[place.family].fields.map(({ name }) => name), 'day', 'batch_id', 'row_no'];
  return `(SELECT ${columns.map((name) => `\`${name}\``).join(', ')} FROM ${tableName(place.family)} WHERE ${conditions(place, cut, history).join(' AND ')})`;
};

/** Keeps the rows whose column names somebody or something that the family's rows of the cut name. */
export const metInSql = ({ family, column }: MetPlace, cut: Cut): string =>
  `${column} IN (SELECT ${column} FROM ${cutFamily({ family, history: false }, cut, 'all')} AS met_${family})`;
