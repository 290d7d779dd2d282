import type { CalendarVersion, HolidayCalendar } from '../calendar/holiday-calendar.ts';
import { addWorkingDays, workingDayFrom, type SkippedDay, type WorkingDayResult } from '../calendar/working-days.ts';
import { addDays, addMonths, type CivilDate } from '../civil-date.ts';
import type { Clause, ClauseId, Deadline, DeadlineUnit, EditionId } from '../clause.ts';
import { text, type Text } from '../text.ts';

/**
 * A computed date with everything needed to compute it again: the clause and its edition, the calendar's version, and
 * each day off that was passed over. The keys are those that `suanjian deadline --json` prints.
 */
export interface DeadlineReceipt {
  readonly clause: ClauseId;
  readonly edition: EditionId;
  readonly event: CivilDate;
  /** The last day in time; it ends at 24:00 Asia/Shanghai. */
  readonly due: CivilDate;
  readonly direction: 'after' | 'before';
  readonly length: number;
  readonly unit: DeadlineUnit;
  /** A day that mattered has not been announced yet; to be computed again when its calendar is imported. */
  readonly provisional: boolean;
  readonly calendar: CalendarVersion;
  readonly skipped: readonly SkippedDay[];
}

/** The clause has no such deadline. `reason` may be shown to people. */
export class NoDeadlineError extends Error {
  override readonly name = 'NoDeadlineError';
  readonly clause: ClauseId;
  readonly reason: Text;

  constructor(clause: ClauseId, reason: Text) {
    super(reason.en);
    this.clause = clause;
    this.reason = reason;
  }
}

/**
 * The deadline of a clause: the named one, or without a name the first.
 * @throws NoDeadlineError when the clause sets none, or none of that name.
 */
export const deadlineOf = (clause: Clause, name?: string): Deadline => {
  const deadline = name === undefined ? clause.deadlines[0] : clause.deadlines.find((each) => each.name === name);
  if (deadline !== undefined) return deadline;
  const known = clause.deadlines.map((each) => each.name).join(', ');
  throw new NoDeadlineError(
    clause.id,
    name === undefined || known === ''
      ? text(`${clause.id} 未规定期限`, `${clause.id} sets no deadline`)
      : text(
          `${clause.id} 没有名为“${name}”的期限，已有：${known}`,
          `${clause.id} has no deadline named ${name}; it has: ${known}`,
        ),
  );
};

export type Period = Pick<Deadline, 'length' | 'unit' | 'direction'>;

const settled = (due: CivilDate): WorkingDayResult => ({ due, skipped: [], provisional: false });

const calendarPeriods = {
  'calendar-day': addDays,
  'calendar-month': addMonths,
  'calendar-year': (event: CivilDate, years: number) => addMonths(event, years * 12),
} as const satisfies Record<Exclude<DeadlineUnit, 'working-day'>, (event: CivilDate, length: number) => CivilDate>;

/**
 * The last day of a period, by the general rules of the Civil Code on periods (articles 201 to 203), which hold where a
 * regulation says nothing else:
 * - the day of the event is not counted;
 * - months and years end on the corresponding day, or on the month's last day where there is none;
 * - when the last day of a period in calendar units is a day off, the first working day after it is the last day. Days off are
 *   all days that are not worked, weekends too, as the courts read it. This lengthens a time to act, so it holds only after an
 *   event: counting back from an event it would move the day to the wrong side of the notice that is owed, and nothing is moved.
 *   A due date before an event may therefore be a day off.
 * Working days never end on a day off, in either direction.
 */
export const endOfPeriod = (
  { length, unit, direction }: Period,
  event: CivilDate,
  calendar: HolidayCalendar,
): WorkingDayResult => {
  const signed = direction === 'after' ? length : -length;
  if (unit === 'working-day') return addWorkingDays(calendar, event, signed);
  const last = calendarPeriods[unit](event, signed);
  return direction === 'after' ? workingDayFrom(calendar, last) : settled(last);
};

/**
 * @param options.deadline the name of the deadline, where the clause sets several.
 * @throws NoDeadlineError when the clause sets no such deadline.
 */
export const computeDeadline = (options: {
  readonly clause: Clause;
  readonly deadline?: string;
  readonly event: CivilDate;
  readonly calendar: HolidayCalendar;
}): DeadlineReceipt => {
  const { clause, event, calendar } = options;
  const { length, unit, direction } = deadlineOf(clause, options.deadline);
  const { due, provisional, skipped } = endOfPeriod({ length, unit, direction }, event, calendar);
  return {
    clause: clause.id,
    edition: clause.edition,
    event,
    due,
    direction,
    length,
    unit,
    provisional,
    calendar: calendar.version,
    skipped,
  };
};
