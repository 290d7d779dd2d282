import tables from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { civilDate } from '../civil-date.ts';
import { defineCalendar, type AnnouncedDay, type Announcement, type HolidayCalendar } from './holiday-calendar.ts';
import { holidayName } from './holiday-names.ts';

/** A test holds this to the version that is installed. */
const source = 'chinese-days-1.5.7';

/** The tables give a day as `English name,Chinese name,number of statutory days`. */
const announced = (table: Readonly<Record<string, string>>, off: boolean): AnnouncedDay[] =>
  Object.entries(table).map(([date, description]) => ({
    date: civilDate(date),
    name: holidayName(description.split(',')[1] ?? description),
    off,
  }));

/** The tables do not say which year's announcement named a day; a New Year's Day in December belongs to the year after. */
const announcementYear = ({ date, name }: AnnouncedDay): number =>
  Number(date.slice(0, 4)) + (date.slice(5, 7) === '12' && name.zh === '元旦' ? 1 : 0);

/** A year whose table lacks its New Year's Day or National Day has not been announced, whatever else the tables hold of it. */
const isComplete = ({ year, days }: Announcement): boolean =>
  ['01-01', '10-01'].every((day) => days.some(({ date, off }) => off && date === `${year}-${day}`));

const fromTables = (): HolidayCalendar => {
  const days = [...announced(tables.holidays, true), ...announced(tables.workdays, false)].sort((one, other) =>
    one.date < other.date ? -1 : 1,
  );
  const announcements = [...Map.groupBy(days, announcementYear)].map(([year, days]): Announcement => ({
    year,
    source,
    papers: [],
    days,
  }));
  return defineCalendar(announcements.filter(isComplete));
};

/**
 * The announcements that come with the software: the tables of the npm package `chinese-days`, 2004 to 2026. Only its tables are read; its
 * functions take the machine's time zone, and treat a year without a table as one without holidays.
 */
export const builtInCalendar: HolidayCalendar = fromTables();
