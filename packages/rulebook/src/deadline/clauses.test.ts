import { describe, expect, test } from 'vitest';
import { builtInCalendar } from '../calendar/built-in-calendar.ts';
import { civilDate } from '../civil-date.ts';
import { clause, editions } from '../rulebook.ts';
import { gradingScheme } from '../grading/grading-scheme.ts';
import { computeDeadline } from './compute-deadline.ts';
import { recompute } from './recompute.ts';

const compute = (id: string, event: string) =>
  computeDeadline({ clause: clause(id), event: civilDate(event), calendar: builtInCalendar });

describe('the clocks of filing', () => {
  test.each([
    // The Spring Festival of 2026 runs from 15 to 23 February; the Saturdays 14 and 28 February are worked.
    ['final/24.2', '2026-02-10', '2026-03-02', 10, 'after'],
    ['draft/20.2', '2026-02-10', '2026-02-24', 5, 'after'],
    ['final/24.1', '2026-02-13', '2026-03-05', 10, 'after'],
    // 12 worked days are left in September (the 20th is worked, the 25th is off); then 8, 9, 10 (worked), 12 to 16,
    // 19 to 23 and 26 to 30 October.
    ['final/25', '2026-09-14', '2026-10-30', 30, 'after'],
    // 6 to 9 May (Saturday the 9th is worked), three full weeks, then 1 June.
    ['final/24.3', '2026-04-30', '2026-06-01', 20, 'after'],
    ['draft/20.3', '2026-03-30', '2026-02-10', 30, 'before'],
  ])('%s from %s: %s', (id, event, due, length, direction) => {
    expect(compute(id, event)).toMatchObject({
      clause: id,
      edition: id.split('/')[0],
      event,
      due,
      length,
      unit: 'working-day',
      direction,
      provisional: false,
    });
  });

  test('a clock that runs into an unannounced year is provisional', () => {
    expect(compute('final/25', '2026-12-01')).toMatchObject({ due: '2027-01-13', provisional: true });
  });
});

test('every deadline of every clause gives a receipt that computes to itself', () => {
  const holders = editions.flatMap(({ clauses }) => clauses).filter(({ deadlines }) => deadlines.length > 0);
  expect(holders.length).toBeGreaterThan(5);
  for (const holder of holders) {
    for (const { name, length, unit, direction } of holder.deadlines) {
      const event = civilDate('2026-02-10');
      const receipt = computeDeadline({ clause: holder, deadline: name, event, calendar: builtInCalendar });
      expect(receipt).toMatchObject({ clause: holder.id, edition: holder.edition, length, unit, direction });
      expect(direction === 'after' ? receipt.due >= event : receipt.due <= event).toBe(true);
      expect(recompute(receipt, builtInCalendar)).toEqual({
        before: receipt,
        after: receipt,
        changed: false,
        settled: false,
      });
    }
  }
});

test('the grading scheme names clauses that the rulebook holds', () => {
  expect(gradingScheme.clauses.map((id) => clause(id).id)).toEqual(['final/23', 'draft/19']);
});
