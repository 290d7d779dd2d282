import {
  builtInCalendar,
  computeDeadline,
  findClause,
  text,
  addWorkingDays,
  type CivilDate,
  type EditionId,
} from '@suanjian/rulebook';
import type { Refusal } from '../../engine/refusal.ts';

/** The last day in time of a duty, by the built-in calendar; undefined when the edition sets no such deadline. */
export const lastDayOf = (
  duty: Partial<Readonly<Record<EditionId, { readonly clause: string }>>>,
  edition: EditionId,
  event: CivilDate,
): CivilDate | undefined => {
  const clause = findClause(duty[edition]?.clause ?? '');
  return clause === undefined || clause.deadlines.length === 0
    ? undefined
    : computeDeadline({ clause, event, calendar: builtInCalendar }).due;
};

/** The working day that lies so many after another, by the built-in calendar. */
export const workingDaysAfter = (date: CivilDate, count: number): CivilDate =>
  addWorkingDays(builtInCalendar, date, count).due;

/** A day that has to have come already. */
export const notInFuture = (date: CivilDate, today: CivilDate, pointer: string): readonly Refusal[] =>
  date > today
    ? [
        {
          code: 'date/in-future',
          pointer,
          text: text(
            `${date} 还没有到，请填写已经发生的日期。`,
            `${date} is still to come. Enter a day that has passed, or today.`,
          ),
        },
      ]
    : [];
