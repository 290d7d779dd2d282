import type { Branded } from '../brand.ts';
import { toDayNumber, type CivilDate } from '../civil-date.ts';
import type { Text } from '../text.ts';

/** Names the announcements a date was computed with, for example `chinese-days-1.5.7`. Receipts keep it. */
export type CalendarVersion = Branded<string, 'CalendarVersion'>;

/** One day on which an announcement departs from the plain week: a day off, or a weekend day that is worked. */
export interface AnnouncedDay {
  readonly date: CivilDate;
  readonly name: Text;
  readonly off: boolean;
}

/**
 * The State Council's holiday arrangement of one year. Its New Year holiday may reach into December of the year before
 * (30 and 31 December 2018 were off and the 29th was worked by the arrangement for 2019).
 */
export interface Announcement {
  readonly year: number;
  /** The version name of the table or file it was read from. */
  readonly source: string;
  /** Addresses of the published notices, as far as the source gives them. */
  readonly papers: readonly string[];
  readonly days: readonly AnnouncedDay[];
}

interface CalendarContent {
  readonly version: CalendarVersion;
  /** Ascending. */
  readonly coveredYears: readonly number[];
  /** Ascending by year, one for each covered year. */
  readonly announcements: readonly Announcement[];
  /** Announced days by day number (`toDayNumber`), so that walking a clock costs one look-up a day. */
  readonly days: ReadonlyMap<number, AnnouncedDay>;
  readonly years: ReadonlySet<number>;
}

/**
 * Which days are worked in mainland China, as far as it has been announced. A day is covered when its year has an
 * announcement, or when the announcement of the year after names it. Made only by `defineCalendar` and what builds on it.
 */
export type HolidayCalendar = Branded<CalendarContent, 'HolidayCalendar'>;

/**
 * @param announcements one for each year; of two for the same year the later one counts, as a whole.
 * @returns a calendar whose version names only the sources that still contribute a year.
 */
export const defineCalendar = (announcements: readonly Announcement[]): HolidayCalendar => {
  const byYear = new Map(announcements.map((announcement) => [announcement.year, announcement]));
  const kept = [...byYear.values()].sort((one, other) => one.year - other.year);
  const contributing = new Set(kept.map(({ source }) => source));
  const sources = [...new Set(announcements.map(({ source }) => source).reverse())]
    .reverse()
    .filter((source) => contributing.has(source));
  const content: CalendarContent = {
    version: (sources.length === 0 ? 'statutory-holidays-only' : sources.join('+')) as CalendarVersion,
    coveredYears: kept.map(({ year }) => year),
    announcements: kept,
    days: new Map(kept.flatMap(({ days }) => days.map((day) => [toDayNumber(day.date), day] as const))),
    years: new Set(byYear.keys()),
  };
  return content as HolidayCalendar;
};

/** The years of `newer` replace those of `older` as a whole: what an administrator imports goes before what was built in. */
export const mergeCalendars = (older: HolidayCalendar, newer: HolidayCalendar): HolidayCalendar =>
  defineCalendar([...older.announcements, ...newer.announcements]);

/** Whether the day is settled by an announcement, so that nothing about it is provisional. */
export const isCovered = (calendar: HolidayCalendar, date: CivilDate): boolean =>
  calendar.years.has(Number(date.slice(0, 4))) || calendar.days.has(toDayNumber(date));
