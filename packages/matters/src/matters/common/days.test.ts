import { builtInCalendar, civilDate } from '@suanjian/rulebook';
import { describe, expect, it } from 'vitest';
import { calendarWith } from '../../testing/day-off.ts';
import { lastDayOf, workingDaysAfter } from './days.ts';

/** The duty to cancel: after the end in one edition, before it in the other. */
const cancellationDuty = { final: { clause: 'final/24.3' }, draft: { clause: 'draft/20.3' } } as const;

const ended = civilDate('2026-03-30');

describe('the last day of a duty', () => {
  it('is counted with the calendar that was given', () => {
    expect(lastDayOf(cancellationDuty, ended, { calendar: builtInCalendar })?.due).toBe('2026-04-28');
    const calendar = calendarWith({ date: '2026-04-28', off: true });
    expect(lastDayOf(cancellationDuty, ended, { calendar })?.due).toBe('2026-04-29');
  });

  it('follows the edition that the installation chose, and otherwise the one in force at the event', () => {
    expect(lastDayOf(cancellationDuty, ended, { calendar: builtInCalendar, chosenEdition: 'draft' })).toEqual({
      due: '2026-02-10',
      clause: 'draft/20.3',
    });
    expect(lastDayOf(cancellationDuty, ended, { calendar: builtInCalendar })?.clause).toBe('final/24.3');
  });

  it('is not counted from a day on which no edition was in force yet', () => {
    const rules = { calendar: builtInCalendar };
    expect(lastDayOf(cancellationDuty, civilDate('2021-06-01'), rules)).toEqual(
      lastDayOf(cancellationDuty, civilDate('2022-03-01'), rules),
    );
  });

  it('is unknown where the edition sets none', () =>
    expect(lastDayOf({ draft: cancellationDuty.draft }, ended, { calendar: builtInCalendar })).toBeUndefined());
});

it('counts working days with the calendar that was given', () => {
  const calendar = calendarWith({ date: '2026-03-04', off: true });
  expect(workingDaysAfter(civilDate('2026-03-02'), 5, { calendar })).toBe('2026-03-10');
});
