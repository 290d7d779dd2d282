import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, daysBetween, fromDayNumber, toDayNumber, type CivilDate } from '../civil-date.ts';
import { builtInCalendar } from './built-in-calendar.ts';
import { isCovered } from './holiday-calendar.ts';
import { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween } from './working-days.ts';

const dayBetween = (from: string, to: string): fc.Arbitrary<CivilDate> =>
  fc.integer({ min: toDayNumber(civilDate(from)), max: toDayNumber(civilDate(to)) }).map(fromDayNumber);

/** Both ends of the coverage (2004 to 2026) lie well inside. */
const anyDay = dayBetween('2001-01-01', '2030-12-31');
const workedDay = anyDay.filter((date) => isWorkingDay(builtInCalendar, date).working);
const anyCount = fc.integer({ min: -300, max: 300 });
const awayCount = anyCount.filter((count) => count !== 0);
const add = (date: CivilDate, count: number) => addWorkingDays(builtInCalendar, date, count);

const datesFrom = (from: CivilDate, to: CivilDate): CivilDate[] => {
  const days = daysBetween(from, to);
  return Array.from({ length: Math.abs(days) }, (_, index) => addDays(from, Math.sign(days) * (index + 1)));
};

describe('properties of working days', () => {
  test('never lands on a day off', () => {
    fc.assert(
      fc.property(anyDay, awayCount, (date, count) => {
        expect(isWorkingDay(builtInCalendar, add(date, count).due).working).toBe(true);
      }),
    );
  });

  test('monotone in the date and strictly monotone in the count', () => {
    fc.assert(
      fc.property(anyDay, anyDay, awayCount, (one, other, count) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        expect(add(earlier, count).due <= add(later, count).due).toBe(true);
        expect(add(one, count).due < add(one, count + 1).due).toBe(true);
      }),
    );
  });

  test('adding and then taking away the same number returns to a worked day', () => {
    fc.assert(
      fc.property(workedDay, anyCount, (date, count) => {
        expect(add(add(date, count).due, -count).due).toBe(date);
      }),
    );
  });

  test('the days between are the days added', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (date, count) => {
        expect(workingDaysBetween(builtInCalendar, date, add(date, count).due)).toBe(count);
      }),
    );
  });

  test('every day passed over is either counted or skipped with a reason', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (date, count) => {
        const { due, skipped } = add(date, count);
        expect(skipped.length + Math.abs(count)).toBe(Math.abs(daysBetween(date, due)));
        for (const { date: day, reason } of skipped) {
          expect(isWorkingDay(builtInCalendar, day)).toMatchObject({ working: false, reason });
        }
        expect(new Set(skipped.map(({ date: day }) => day)).size).toBe(skipped.length);
      }),
    );
  });

  test('provisional exactly when a day that was needed is not covered', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (date, count) => {
        const { due, provisional } = add(date, count);
        expect(provisional).toBe(datesFrom(date, due).some((day) => !isCovered(builtInCalendar, day)));
      }),
    );
  });

  test('the working day from a day is that day when it is worked, else the next one', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const { due, skipped } = workingDayFrom(builtInCalendar, date);
        expect(due).toBe(isWorkingDay(builtInCalendar, date).working ? date : add(date, 1).due);
        expect(skipped.length).toBe(daysBetween(date, due));
      }),
    );
  });
});

test('a count of 0 gives the day itself, even when it is off', () => {
  expect(add(civilDate('2026-02-16'), 0)).toEqual({ due: '2026-02-16', skipped: [], provisional: false });
});

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 1_000_000])(
  '%s is refused as a number of working days',
  (count) => {
    expect(() => add(civilDate('2026-02-16'), count)).toThrow(RangeError);
  },
);

test('a date that cannot be written is refused, never written wrongly', () => {
  expect(() => add(civilDate('9999-12-25'), 30)).toThrow(RangeError);
});
