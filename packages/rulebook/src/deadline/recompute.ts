import type { HolidayCalendar } from '../calendar/holiday-calendar.ts';
import { endOfPeriod, type DeadlineReceipt } from './compute-deadline.ts';

/** The same clock under two calendars; both values are kept. */
export interface Recomputed {
  readonly before: DeadlineReceipt;
  readonly after: DeadlineReceipt;
  /** The due date moved. */
  readonly changed: boolean;
  /** It was provisional and no longer is. */
  readonly settled: boolean;
}

/**
 * Computes a receipt's date again under another calendar. The length, unit and direction are the receipt's own: they are
 * those of the edition in force on the day of the event, and a newer text of the clause must not move a running clock.
 */
export const recompute = (before: DeadlineReceipt, calendar: HolidayCalendar): Recomputed => {
  const { due, provisional, skipped } = endOfPeriod(before, before.event, calendar);
  const after = { ...before, due, provisional, skipped, calendar: calendar.version };
  return { before, after, changed: due !== before.due, settled: before.provisional && !provisional };
};
