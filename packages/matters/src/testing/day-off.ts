import {
  builtInCalendar,
  civilDate,
  defineCalendar,
  mergeCalendars,
  text,
  type HolidayCalendar,
} from '@suanjian/rulebook';

/** The built-in calendar with these days made off or worked besides, as if an arrangement of the year had been imported. */
export const calendarWith = (...days: readonly { readonly date: string; readonly off: boolean }[]): HolidayCalendar => {
  const years = new Set(days.map(({ date }) => Number(date.slice(0, 4))));
  return mergeCalendars(
    builtInCalendar,
    defineCalendar(
      builtInCalendar.announcements
        .filter(({ year }) => years.has(year))
        .map((announcement) => ({
          ...announcement,
          source: 'imported',
          days: [
            ...announcement.days.filter(({ date }) => days.every((day) => day.date !== date)),
            ...days
              .filter(({ date }) => Number(date.slice(0, 4)) === announcement.year)
              .map(({ date, off }) => ({ date: civilDate(date), off, name: text('临时安排', 'Special arrangement') })),
          ],
        })),
    ),
  );
};
