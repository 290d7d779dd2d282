import type { Branded } from './brand.ts';

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. It ends at 24:00; it is never a moment. */
export type CivilDate = Branded<string, 'CivilDate'>;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000;

/** @throws RangeError when the text is no day of the calendar, for example `2026-02-30`. */
export const civilDate = (value: string): CivilDate => {
  const date = asCivilDate(value);
  if (date === undefined) throw new RangeError(`not a calendar day (YYYY-MM-DD): ${value}`);
  return date;
};

export const asCivilDate = (value: string): CivilDate | undefined => {
  const match = pattern.exec(value);
  if (match === null) return undefined;
  const [, year, month, day] = match.map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return fromDayNumber(dayNumber(year, month, day)) === value ? (value as CivilDate) : undefined;
};

/** Days since 1970-01-01, for arithmetic on civil dates. */
export const toDayNumber = (date: CivilDate): number =>
  dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));

/** @throws RangeError outside the years 0000 to 9999, which `YYYY-MM-DD` cannot write. */
export const fromDayNumber = (days: number): CivilDate => {
  const written = new Date(days * 86_400_000).toISOString();
  if (written.length !== 24) throw new RangeError(`no civil date lies ${days} days from 1970-01-01`);
  return written.slice(0, 10) as CivilDate;
};

/** The year a day number falls in, without writing the date: clocks walk many days. */
export const yearOfDayNumber = (days: number): number => new Date(days * 86_400_000).getUTCFullYear();

/** 0 is Sunday. */
export const weekdayOfDayNumber = (days: number): number => (((days + 4) % 7) + 7) % 7;

export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(toDayNumber(date) + days);

export const daysBetween = (from: CivilDate, to: CivilDate): number => toDayNumber(to) - toDayNumber(from);

/** 0 is Sunday. */
export const weekday = (date: CivilDate): number => weekdayOfDayNumber(toDayNumber(date));

/** Calendar months, clamped to the month's end: 31 January plus one month is the last day of February. */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const zeroBased = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(zeroBased / 12);
  const month = zeroBased - year * 12 + 1;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return fromDayNumber(dayNumber(year, month, Math.min(Number(date.slice(8, 10)), lastDay)));
};

/** Shanghai has kept UTC+8 without daylight saving since 1991, so the civil date of an instant is plain arithmetic. */
export const civilDateOf = (instant: string): CivilDate => {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant (ISO 8601 with zone): ${instant}`);
  return fromDayNumber(Math.floor((milliseconds + 8 * 3_600_000) / 86_400_000));
};
