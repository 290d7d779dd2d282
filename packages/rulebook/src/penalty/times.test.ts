import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../calendar/built-in-calendar.ts';
import { civilDate } from '../civil-date.ts';
import { circumstanceFacts, circumstances, leniencyOf } from './discretion.ts';
import { lateAddition } from './late-payment.ts';
import { limitationOf } from './limitation.ts';

const day = civilDate;

describe('limitation', () => {
  const ended = day('2024-04-10');
  it.each([
    ['2026-04-10', false, false],
    ['2026-04-13', false, true],
    ['2026-04-13', true, false],
    ['2029-04-10', true, false],
    ['2029-04-11', true, true],
  ] as const)('discovered on %s, with grave harm %s: passed %s', (discovered, graveHarm, passed) => {
    expect(limitationOf({ ended, graveHarm }, day(discovered), builtInCalendar)).toMatchObject({
      passed,
      receipt: { clause: 'penalty-law/36', unit: 'calendar-year', length: graveHarm ? 5 : 2 },
    });
  });
});

describe('late payment', () => {
  const due = day('2026-04-01');
  it.each([
    ['on the day', '2026-04-01', 0, 0],
    ['a day late', '2026-04-02', 1, 600],
    ['ten days late', '2026-04-11', 10, 6_000],
    ['33 days late', '2026-05-04', 33, 19_800],
    ['34 days late: no more than the fine', '2026-05-05', 34, 20_000],
    ['a year late', '2027-04-01', 365, 20_000],
  ] as const)('%s', (_name, until, days, amount) => {
    expect(lateAddition(20_000, due, day(until))).toEqual({ days, amount });
  });

  it('leaves out the days of a review or a suit, each once', () => {
    const until = day('2026-04-21');
    const pauses = [
      { from: day('2026-03-20'), to: day('2026-04-03') },
      { from: day('2026-04-05'), to: day('2026-04-10') },
      { from: day('2026-04-08'), to: day('2026-04-12') },
    ];
    expect(lateAddition(10_000, due, until, pauses)).toEqual({ days: 20 - 2 - 7, amount: 3_300 });
    expect(lateAddition(10_000, due, until, [{ from: due }])).toEqual({ days: 0, amount: 0 });
    expect(lateAddition(10_000, due, until, [{ from: due }, { from: due, to: until }])).toEqual({ days: 0, amount: 0 });
  });

  it('rounds to the cent', () => {
    expect(lateAddition(10_000.5, due, day('2026-04-02')).amount).toBe(300.02);
  });
});

describe('circumstances', () => {
  it('each rest on a clause and ask for something', () => {
    for (const each of circumstances) {
      const { leniency, clauses } = leniencyOf([each]);
      expect([leniency === 'none', clauses]).toEqual([false, [circumstanceFacts[each].clause]]);
    }
  });

  it('give the most lenient of several', () => {
    expect(leniencyOf([])).toEqual({ leniency: 'none', clauses: [] });
    expect(leniencyOf(['assisted', 'first-and-slight']).leniency).toBe('may-spare');
    expect(leniencyOf(['first-and-slight', 'no-fault', 'confessed'])).toEqual({
      leniency: 'spare',
      clauses: ['penalty-law/33'],
    });
  });
});
