import { asCivilDate, endOfPeriod, type CivilDate } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { countedFrom, type ClockRules } from '../../engine/rules.ts';
import { notInFuture } from '../common/days.ts';
import { wordsIn } from '../common/part.ts';
import { cadenceOf, systemField, systemIds, type ReviewSchedule, type SystemId } from './systems.ts';
import type { Reviews } from './state.ts';

const approvedOn = (form: FormValues, system: SystemId): CivilDate | undefined =>
  asCivilDate(wordsIn(form, systemField(system, 'Approved')));

/** The same day as the clock's, which counts nothing from before the rule that creates the duty. */
export const scheduleFrom = (last: CivilDate, every: number, rules: ClockRules): ReviewSchedule => {
  const { event } = countedFrom(last, rules);
  const period = { length: every, unit: 'calendar-month', direction: 'after' } as const;
  return { last, every, next: endOfPeriod(period, event, rules.calendar).due };
};

/**
 * What a newly adopted form does to the reviews: a system with a day of approval and a cadence begins to be due; one without them any more
 * is not. A running one keeps its day, whatever cadence the form sets now.
 */
export const rescheduled = (
  form: FormValues,
  reviews: Reviews,
  rules: ClockRules,
): { readonly scheduled: Reviews; readonly dropped: readonly SystemId[] } => {
  const scheduled: Partial<Record<SystemId, ReviewSchedule>> = {};
  const dropped: SystemId[] = [];
  for (const system of systemIds) {
    const approved = approvedOn(form, system);
    const every = cadenceOf(form, system);
    const runs = reviews[system] !== undefined;
    if (approved === undefined || every === undefined) {
      if (runs) dropped.push(system);
    } else if (!runs) scheduled[system] = scheduleFrom(approved, every, rules);
  }
  return { scheduled, dropped };
};

/** Nothing is approved on a day that is still to come. */
export const approvalRefusals = (form: FormValues, today: CivilDate): readonly Refusal[] =>
  systemIds.flatMap((system) => {
    const approved = approvedOn(form, system);
    return approved === undefined ? [] : notInFuture(approved, today, `/form/${systemField(system, 'Approved')}`);
  });
