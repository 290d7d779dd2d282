import { daysBetween, isWorkingDay, text, type CivilDate } from '@suanjian/rulebook';
import type { PromisedLimit } from '../../engine/definition.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { ClockRules } from '../../engine/rules.ts';

/** The length that a clock needs to run out on a day that people have set themselves. */
export const untilDate = (set: CivilDate, due: CivilDate): PromisedLimit => ({
  length: daysBetween(set, due),
  unit: 'calendar-day',
});

/**
 * A day that somebody sets for something still to be done. It is a working day, because a period that ends on a day off ends on the next working
 * day, and the clock would not say what was set.
 */
export const ownDateRefusals = (
  date: CivilDate,
  today: CivilDate,
  { calendar }: Pick<ClockRules, 'calendar'>,
  pointer: string,
): readonly Refusal[] => {
  if (date <= today)
    return [
      {
        code: 'date/not-ahead',
        pointer,
        text: text(`${date} 不在今天之后，请填写以后的日期。`, `${date} is not after today. Set a later day.`),
      },
    ];
  return isWorkingDay(calendar, date).working
    ? []
    : [
        {
          code: 'date/day-off',
          pointer,
          text: text(`${date} 不是工作日，请改为工作日。`, `${date} is a day off. Set a working day.`),
        },
      ];
};
