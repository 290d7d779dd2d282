import { addWorkingDays, computeDeadline, findClause, text, type CivilDate, type EditionId } from '@suanjian/rulebook';
import type { Refusal } from '../../engine/refusal.ts';
import { countedFrom, type ClockRules } from '../../engine/rules.ts';

/**
 * The last day in time of a duty, by the edition in force on the day of the event (or the chosen one), as its clock counts it;
 * undefined when that edition sets no such deadline.
 */
export const lastDayOf = (
  duty: Partial<Readonly<Record<EditionId, { readonly clause: string }>>>,
  happened: CivilDate,
  rules: ClockRules,
): { readonly due: CivilDate; readonly clause: string } | undefined => {
  const { event, edition } = countedFrom(happened, rules);
  const clause = findClause(duty[edition]?.clause ?? '');
  return clause === undefined || clause.deadlines.length === 0
    ? undefined
    : { due: computeDeadline({ clause, event, calendar: rules.calendar }).due, clause: clause.id };
};

/** The working day that lies so many after another. */
export const workingDaysAfter = (
  date: CivilDate,
  count: number,
  { calendar }: Pick<ClockRules, 'calendar'>,
): CivilDate => addWorkingDays(calendar, date, count).due;

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
