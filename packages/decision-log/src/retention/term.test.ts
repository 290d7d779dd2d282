import { addDays, civilDate, fromDayNumber } from '@suanjian/rulebook';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deletableFrom, firstDayToKeep, keptThrough, LEAST_MONTHS, termClauses } from './term.ts';

describe('the term of retention', () => {
  test('is the six calendar months of the clauses', () => {
    expect(LEAST_MONTHS).toBe(6);
    expect(termClauses.map(({ id }) => id)).toEqual(['final/28.2', 'draft/23.2']);
  });

  test.each([
    ['2026-01-15', '2026-07-15'],
    ['2026-03-31', '2026-09-30'],
    ['2026-08-29', '2027-02-28'],
    ['2026-08-31', '2027-02-28'],
    ['2027-08-30', '2028-02-29'],
    // A Saturday stays what it is: only a time to act is moved to a working day.
    ['2026-05-22', '2026-11-22'],
  ])('records of %s are kept through %s', (day, last) => {
    expect(keptThrough(civilDate(day))).toBe(last);
    expect(deletableFrom(civilDate(day))).toBe(addDays(civilDate(last), 1));
  });

  test('reaches back to the first day that may not go', () => {
    const anyDay = fc.integer({ min: 18_000, max: 30_000 }).map(fromDayNumber);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 6, max: 40 }), (today, months) => {
        const first = firstDayToKeep(today, months);
        expect(keptThrough(first, months) >= today).toBe(true);
        expect(keptThrough(addDays(first, -1), months) < today).toBe(true);
      }),
    );
  });
});
