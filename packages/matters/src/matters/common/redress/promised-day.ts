import { endOfPeriod, type CivilDate } from '@suanjian/rulebook';
import type { PromisedLimit } from '../../../engine/definition.ts';
import { countedFrom, type ClockRules } from '../../../engine/rules.ts';

/** What a promised time is counted from and how long it is, as it stood when it began. */
export interface Promised {
  readonly limit?: PromisedLimit;
  /** The day on which the provider got it, or got it back. */
  readonly since?: CivilDate;
}

/** The last day in time of what the provider has promised, as its clock counts it; undefined where it has promised nothing. */
export const lastDayPromised = ({ limit, since }: Promised, rules: ClockRules): CivilDate | undefined =>
  limit === undefined || since === undefined
    ? undefined
    : endOfPeriod({ ...limit, direction: 'after' }, countedFrom(since, rules).event, rules.calendar).due;

/** Whether the promised time has passed. */
export const isOverdue = (promised: Promised, today: CivilDate, rules: ClockRules): boolean => {
  const last = lastDayPromised(promised, rules);
  return last !== undefined && today > last;
};
