import type { HolidayCalendar } from '../calendar/holiday-calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { daysBetween, type CivilDate } from '../civil-date.ts';

/** Where a clock stands on a day. Late by 0 working days is possible: a due Friday, seen on the Saturday after it. */
export type Lateness =
  | { readonly state: 'running'; readonly workingDaysLeft: number; readonly daysLeft: number }
  | { readonly state: 'due-today' }
  | { readonly state: 'late'; readonly workingDaysLate: number; readonly daysLate: number };

/**
 * A day ends at 24:00 Asia/Shanghai, so what is done on the due date is in time.
 * @param due the due date of a receipt.
 * @param on the civil date that is asked about: today, or the day on which the clock was stopped.
 */
export const lateness = (due: CivilDate, on: CivilDate, calendar: HolidayCalendar): Lateness => {
  const days = daysBetween(on, due);
  if (days === 0) return { state: 'due-today' };
  return days > 0
    ? { state: 'running', workingDaysLeft: workingDaysBetween(calendar, on, due), daysLeft: days }
    : { state: 'late', workingDaysLate: workingDaysBetween(calendar, due, on), daysLate: -days };
};
