import { asCivilDate, civilDateOf, text, toDayNumber, type CivilDate, type Text } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { Instant } from '../../engine/identity.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { wordsIn } from './part.ts';

/** A day, and the time of day where it is known, both in Beijing. */
export interface Moment {
  readonly day: CivilDate;
  /** `HH:MM`. */
  readonly time?: string;
}

const clockTime = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** `check` of a field that holds a time of day. */
export const timeOfDay = (value: string): Text | undefined =>
  clockTime.test(value)
    ? undefined
    : text(
        '应写成两位小时和两位分钟，例如 09:30（北京时间）。',
        'should be hours and minutes such as 09:30, Beijing time.',
      );

/** Of two fields of a form; undefined when there is no day. */
export const momentIn = (values: FormValues, day: string, time: string): Moment | undefined => {
  const date = asCivilDate(wordsIn(values, day));
  const at = wordsIn(values, time);
  if (date === undefined) return undefined;
  return clockTime.test(at) ? { day: date, time: at } : { day: date };
};

const minute = 60_000;
const dayLength = 1440 * minute;
/** Beijing is eight hours ahead the whole year round. */
const ahead = 480 * minute;

/** Milliseconds since 1970 of a day and a time of day in Beijing. */
export const millisecondsOf = (day: CivilDate, time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return toDayNumber(day) * dayLength + (hours * 60 + minutes) * minute - ahead;
};

export const instantOf = (day: CivilDate, time: string): Instant =>
  new Date(millisecondsOf(day, time)).toISOString() as Instant;

/** Whether one is certainly before the other: on an earlier day, or on the same with both times known. */
export const isBefore = (one: Moment, other: Moment): boolean =>
  one.day === other.day
    ? one.time !== undefined && other.time !== undefined && one.time < other.time
    : one.day < other.day;

/** The moment of an instant. */
export const momentOf = (instant: Instant): Required<Moment> => ({
  day: civilDateOf(instant),
  time: new Date(Date.parse(instant) + ahead).toISOString().slice(11, 16),
});

/** Something that is said to have happened has happened already, and not before what it follows from. */
export const happenedRefusals = (
  moment: Moment | undefined,
  now: Instant,
  pointer: string,
  after?: { readonly moment: Moment; readonly what: Text },
): readonly Refusal[] => {
  if (moment === undefined) return [];
  if (isBefore(momentOf(now), moment))
    return [
      {
        code: 'moment/in-future',
        pointer,
        text: text('这个时间还没有到。', 'This time is still to come.'),
      },
    ];
  return after !== undefined && isBefore(moment, after.moment)
    ? [
        {
          code: 'moment/too-early',
          pointer,
          text: text(
            `不能早于${after.what.zh}（${after.moment.day}${after.moment.time === undefined ? '' : ` ${after.moment.time}`}）。`,
            `It cannot be before ${after.what.en} (${after.moment.day}${after.moment.time === undefined ? '' : ` ${after.moment.time}`}).`,
          ),
        },
      ]
    : [];
};
