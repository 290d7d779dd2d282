import { fromDayNumber, toDayNumber, weekdayOfDayNumber, yearOfDayNumber, type CivilDate } from '../civil-date.ts';
import { text, type Text } from '../text.ts';
import type { HolidayCalendar } from './holiday-calendar.ts';

export interface DayStatus {
  readonly working: boolean;
  readonly reason: Text;
  /** Nothing has been announced for this day: weekdays less the holidays fixed by statute, no make-up days. */
  readonly provisional: boolean;
}

/** A day off that a period of working days passed over. */
export interface SkippedDay {
  readonly date: CivilDate;
  readonly reason: Text;
}

export interface WorkingDayResult {
  readonly due: CivilDate;
  /** In the order in which they were passed over. */
  readonly skipped: readonly SkippedDay[];
  /** A day that had to be judged, passed over or counted, lies outside the calendar's coverage. */
  readonly provisional: boolean;
}

const weekdays = [
  text('星期日', 'Sunday'),
  text('星期一', 'Monday'),
  text('星期二', 'Tuesday'),
  text('星期三', 'Wednesday'),
  text('星期四', 'Thursday'),
  text('星期五', 'Friday'),
  text('星期六', 'Saturday'),
] as const;

/** Holidays whose date in the solar calendar is fixed by statute; the others follow the moon or the sun and need an announcement. */
const fixedByStatute: ReadonlyMap<string, Text> = new Map([
  ['01-01', text('元旦', "New Year's Day")],
  ['05-01', text('劳动节', 'Labour Day')],
  ['05-02', text('劳动节', 'Labour Day')],
  ['10-01', text('国庆节', 'National Day')],
  ['10-02', text('国庆节', 'National Day')],
  ['10-03', text('国庆节', 'National Day')],
]);

export const fixedHolidays: readonly string[] = [...fixedByStatute.keys()];

const status = (calendar: HolidayCalendar, day: number): DayStatus => {
  const announced = calendar.days.get(day);
  if (announced !== undefined) {
    const { name, off } = announced;
    return off
      ? { working: false, reason: text(`${name.zh}放假`, `${name.en} holiday`), provisional: false }
      : { working: true, reason: text(`${name.zh}调休上班`, `worked to make up for ${name.en}`), provisional: false };
  }
  const provisional = !calendar.years.has(yearOfDayNumber(day));
  const fixed = provisional ? fixedByStatute.get(fromDayNumber(day).slice(5)) : undefined;
  if (fixed !== undefined) {
    return {
      working: false,
      reason: text(`${fixed.zh}（法定固定假日）`, `${fixed.en} (fixed by statute)`),
      provisional,
    };
  }
  const inWeek = weekdayOfDayNumber(day);
  return { working: inWeek !== 0 && inWeek !== 6, reason: weekdays[inWeek] ?? weekdays[0], provisional };
};

/** Whether offices and providers work on that day, why, and whether that is settled. */
export const isWorkingDay = (calendar: HolidayCalendar, date: CivilDate): DayStatus =>
  status(calendar, toDayNumber(date));

/**
 * The working day that is `count` working days from `date`; a negative count goes back. `date` itself is not counted,
 * whether it is worked or not. A count of 0 gives `date`.
 * @throws RangeError when `count` is no whole number, or so large that no such date can be written.
 */
export const addWorkingDays = (calendar: HolidayCalendar, date: CivilDate, count: number): WorkingDayResult => {
  if (!Number.isInteger(count) || Math.abs(count) > 100_000)
    throw new RangeError(`not a number of working days: ${count}`);
  const step = Math.sign(count);
  const skipped: SkippedDay[] = [];
  let day = toDayNumber(date);
  let provisional = false;
  for (let left = Math.abs(count); left > 0;) {
    day += step;
    const reached = status(calendar, day);
    provisional ||= reached.provisional;
    if (reached.working) left -= 1;
    else skipped.push({ date: fromDayNumber(day), reason: reached.reason });
  }
  return { due: fromDayNumber(day), skipped, provisional };
};

/**
 * The first working day on or after `date`, with the days off before it. `provisional` looks at every day from `date` on.
 */
export const workingDayFrom = (calendar: HolidayCalendar, date: CivilDate): WorkingDayResult => {
  const here = isWorkingDay(calendar, date);
  if (here.working) return { due: date, skipped: [], provisional: here.provisional };
  const { due, skipped, provisional } = addWorkingDays(calendar, date, 1);
  return { due, skipped: [{ date, reason: here.reason }, ...skipped], provisional: provisional || here.provisional };
};

/**
 * How many working days lie between two days: `from` is not counted, `to` is. Negative when `to` is earlier, so that
 * `addWorkingDays(from, n)` is always `n` working days away.
 */
export const workingDaysBetween = (calendar: HolidayCalendar, from: CivilDate, to: CivilDate): number => {
  const start = toDayNumber(from);
  const end = toDayNumber(to);
  const step = Math.sign(end - start);
  let count = 0;
  for (let day = start; day !== end;) {
    day += step;
    if (status(calendar, day).working) count += step;
  }
  return count;
};
