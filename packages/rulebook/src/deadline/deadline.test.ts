import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCalendar } from '../calendar/built-in-calendar.ts';
import { mergeCalendars } from '../calendar/holiday-calendar.ts';
import { parseStateCouncilCalendar } from '../calendar/state-council-calendar.ts';
import { addWorkingDays, isWorkingDay } from '../calendar/working-days.ts';
import { addDays, civilDate, daysBetween, fromDayNumber, toDayNumber } from '../civil-date.ts';
import type { Clause, Deadline } from '../clause.ts';
import { clauseIdOf } from '../edition.ts';
import { text } from '../text.ts';
import { computeDeadline, NoDeadlineError } from './compute-deadline.ts';
import { lateness } from './lateness.ts';
import { recompute } from './recompute.ts';

const deadline = (
  length: number,
  unit: Deadline['unit'],
  direction: Deadline['direction'] = 'after',
  name = 'first',
): Deadline => ({ name, length, unit, direction, event: text('事件', 'event'), bearer: 'provider' });

const clauseWith = (...deadlines: Deadline[]): Clause => ({
  id: clauseIdOf('final', '24.2'),
  edition: 'final',
  number: '24.2',
  heading: text('例', 'example'),
  text: text('例', 'example'),
  who: ['provider'],
  duty: 'obligation',
  deadlines,
  answers: [],
  crosswalk: [],
  advisory: false,
});

const compute = (event: string, ...deadlines: Deadline[]) =>
  computeDeadline({ clause: clauseWith(...deadlines), event: civilDate(event), calendar: builtInCalendar });

describe('worked out by hand', () => {
  test('10 working days after 10 February 2026 step over the Spring Festival and count its make-up days', () => {
    // 11, 12, 13, 14 (Saturday, worked), 24, 25, 26, 27, 28 (Saturday, worked) February, then Monday 2 March.
    const receipt = compute('2026-02-10', deadline(10, 'working-day'));
    expect(receipt).toMatchObject({ due: '2026-03-02', provisional: false, calendar: builtInCalendar.version });
    expect(receipt.skipped.map(({ date }) => date)).toEqual([
      '2026-02-15',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-21',
      '2026-02-22',
      '2026-02-23',
      '2026-03-01',
    ]);
    expect(receipt.skipped[0]?.reason).toEqual(text('春节放假', 'Spring Festival holiday'));
    expect(receipt.skipped.at(-1)?.reason).toEqual(text('星期日', 'Sunday'));
    expect(Object.keys(receipt)).toEqual([
      'clause',
      'edition',
      'event',
      'due',
      'direction',
      'length',
      'unit',
      'provisional',
      'calendar',
      'skipped',
    ]);
  });

  test('30 working days before the end of a service', () => {
    // Back from Monday 30 March 2026: 20 worked days in March before it (2-6, 9-13, 16-20, 23-27), then
    // 28 (Saturday, worked), 27, 26, 25, 24, 14 (Saturday, worked), 13, 12, 11, 10 February.
    expect(compute('2026-03-30', deadline(30, 'working-day', 'before'))).toMatchObject({
      due: '2026-02-10',
      direction: 'before',
      provisional: false,
    });
  });

  test.each([
    // The last day, Saturday 4 April 2026, opens the Tomb-Sweeping holiday of 4 to 6 April.
    ['2026-03-25', deadline(10, 'calendar-day'), '2026-04-07', 3],
    ['2026-03-26', deadline(5, 'calendar-day'), '2026-03-31', 0],
    // 31 January and a month: 28 February 2026, a Saturday that is worked.
    ['2026-01-31', deadline(1, 'calendar-month'), '2026-02-28', 0],
    ['2025-08-31', deadline(6, 'calendar-month'), '2026-02-28', 0],
    // 1 October 2025 opens a holiday that ends on the 8th.
    ['2025-07-01', deadline(3, 'calendar-month'), '2025-10-09', 8],
    // 29 February 2024 and a year: 28 February 2025, a Friday.
    ['2024-02-29', deadline(1, 'calendar-year'), '2025-02-28', 0],
    // Counted back, nothing is moved: 4 April 2026 stays although it is off.
    ['2026-04-14', deadline(10, 'calendar-day', 'before'), '2026-04-04', 0],
    ['2026-03-31', deadline(1, 'calendar-month', 'before'), '2026-02-28', 0],
  ])('from %s, %o: %s', (event, period, due, skipped) => {
    const receipt = compute(event, period);
    expect(receipt.due).toBe(due);
    expect(receipt.skipped).toHaveLength(skipped);
  });
});

describe('naming a deadline', () => {
  const clause = clauseWith(deadline(10, 'working-day'), deadline(1, 'calendar-month', 'after', 'second'));
  const event = civilDate('2026-03-02');

  test('the first without a name, else the named one', () => {
    expect(computeDeadline({ clause, event, calendar: builtInCalendar }).unit).toBe('working-day');
    expect(computeDeadline({ clause, deadline: 'second', event, calendar: builtInCalendar }).unit).toBe(
      'calendar-month',
    );
  });

  test('says what there is when the name is unknown, or that there is none', () => {
    const unknown = () => computeDeadline({ clause, deadline: 'third', event, calendar: builtInCalendar });
    expect(unknown).toThrow(NoDeadlineError);
    expect(unknown).toThrow('it has: first, second');
    expect(() => computeDeadline({ clause: clauseWith(), event, calendar: builtInCalendar })).toThrow(
      'sets no deadline',
    );
  });
});

describe('lateness', () => {
  const due = civilDate('2026-02-13');

  test.each([
    ['2026-02-10', { state: 'running', workingDaysLeft: 3, daysLeft: 3 }],
    ['2026-02-13', { state: 'due-today' }],
    ['2026-02-14', { state: 'late', workingDaysLate: 1, daysLate: 1 }],
    ['2026-02-15', { state: 'late', workingDaysLate: 1, daysLate: 2 }],
    ['2026-02-24', { state: 'late', workingDaysLate: 2, daysLate: 11 }],
  ])('on %s', (on, expected) => {
    expect(lateness(due, civilDate(on), builtInCalendar)).toEqual(expected);
  });

  test('the day after a due Friday is late though no working day has passed', () => {
    expect(lateness(civilDate('2026-03-13'), civilDate('2026-03-14'), builtInCalendar)).toEqual({
      state: 'late',
      workingDaysLate: 0,
      daysLate: 1,
    });
  });
});

describe('computing again when a calendar arrives', () => {
  const parsed = parseStateCouncilCalendar({
    2027: {
      papers: [],
      days: [
        { name: '元旦', date: '2027-01-01', isOffDay: true },
        { name: '元旦', date: '2027-01-04', isOffDay: true },
        { name: '元旦', date: '2027-01-09', isOffDay: false },
      ],
    },
  });
  const announced = parsed.ok ? mergeCalendars(builtInCalendar, parsed.calendar) : builtInCalendar;

  test('keeps both values and says that the date moved', () => {
    // Provisionally 29, 30, 31 December and Monday 4 January; announced, the 4th is off.
    const before = compute('2026-12-28', deadline(4, 'working-day'));
    expect(before).toMatchObject({ due: '2027-01-04', provisional: true });
    const again = recompute(before, announced);
    expect(again).toMatchObject({ before, changed: true, settled: true });
    expect(again.after).toMatchObject({ due: '2027-01-05', provisional: false, calendar: announced.version });
    expect(Object.keys(again.after)).toEqual(Object.keys(before));
  });

  test('settles a date that does not move', () => {
    const before = compute('2026-12-28', deadline(9, 'working-day'));
    expect(before).toMatchObject({ due: '2027-01-11', provisional: true });
    // The holiday of the 4th and the make-up Saturday of the 9th weigh each other out.
    expect(recompute(before, announced)).toMatchObject({ changed: false, settled: true, after: { due: '2027-01-11' } });
  });

  test('leaves a date alone that needs no day of the new year', () => {
    const before = compute('2026-03-02', deadline(10, 'working-day'));
    expect(recompute(before, announced)).toMatchObject({ changed: false, settled: false });
  });
});

describe('properties', () => {
  const anyDay = fc
    .integer({ min: toDayNumber(civilDate('2002-01-01')), max: toDayNumber(civilDate('2030-12-31')) })
    .map(fromDayNumber);
  const anyUnit = fc.constantFrom<Deadline['unit'][]>('working-day', 'calendar-day', 'calendar-month', 'calendar-year');
  const anyLength = fc.integer({ min: 1, max: 60 });

  test('a time to act after an event never ends on a day off, and only days off are skipped', () => {
    fc.assert(
      fc.property(anyDay, anyUnit, anyLength, (event, unit, length) => {
        const { due, skipped } = compute(event, deadline(length, unit));
        expect(isWorkingDay(builtInCalendar, due).working).toBe(true);
        expect(skipped.some(({ date }) => isWorkingDay(builtInCalendar, date).working)).toBe(false);
      }),
    );
  });

  test('a longer period never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, anyUnit, anyLength, (event, unit, length) => {
        expect(compute(event, deadline(length, unit)).due <= compute(event, deadline(length + 1, unit)).due).toBe(true);
        expect(
          compute(event, deadline(length, unit, 'before')).due >=
            compute(event, deadline(length + 1, unit, 'before')).due,
        ).toBe(true);
      }),
    );
  });

  test('what is left plus what has passed is the length, for clocks in working days', () => {
    fc.assert(
      fc.property(anyDay, anyLength, fc.nat(30), (event, length, passed) => {
        const { due } = compute(event, deadline(length, 'working-day'));
        const on = addWorkingDays(builtInCalendar, event, passed).due;
        const standing = lateness(due, on, builtInCalendar);
        const left = standing.state === 'running' ? standing.workingDaysLeft : 0;
        const late = standing.state === 'late' ? standing.workingDaysLate : 0;
        expect(left - late).toBe(length - passed);
        if (standing.state === 'running') expect(addDays(on, standing.daysLeft)).toBe(due);
        if (standing.state === 'late') expect(standing.daysLate).toBe(daysBetween(due, on));
      }),
    );
  });
});
