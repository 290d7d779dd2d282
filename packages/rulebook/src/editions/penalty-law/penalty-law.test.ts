import { expect, test } from 'vitest';
import { penaltyLaw } from './index.ts';

test('the articles a case uses, in order', () => {
  const articles =
    '27 28 29 32 33 34 36 37 40 42 43 44 45 46 47 48 50 54 55 56 57 58 59 60 61 62 63 64 65 66 67 72 73 85';
  expect(penaltyLaw.clauses.map(({ number }) => number).join(' ')).toBe(articles);
});

test('in force since 2021-07-15', () => {
  expect(penaltyLaw).toMatchObject({ status: 'in-force', inForceFrom: '2021-07-15' });
});

const periods = penaltyLaw.clauses.flatMap(({ number, deadlines }) =>
  deadlines.map(
    ({ name, length, unit, direction, bearer }) => [number, name, length, unit, direction, bearer] as const,
  ),
);

test('every period, with its days, its direction and who is late', () => {
  expect(periods).toEqual([
    ['36', 'toProsecute', 2, 'calendar-year', 'after', 'office'],
    ['36', 'toProsecuteGraveHarm', 5, 'calendar-year', 'after', 'office'],
    ['48', 'toWithdraw', 3, 'working-day', 'after', 'office'],
    ['56', 'toDisposeOfEvidence', 7, 'working-day', 'after', 'office'],
    ['60', 'toDecide', 90, 'calendar-day', 'after', 'office'],
    ['61', 'toServe', 7, 'working-day', 'after', 'office'],
    ['64', 'toRequestHearing', 5, 'working-day', 'after', 'provider'],
    ['64', 'toAnnounceHearing', 7, 'working-day', 'before', 'office'],
    ['67', 'toPay', 15, 'calendar-day', 'after', 'provider'],
  ]);
});

test('periods of days are working days exactly where article 85 says so', () => {
  for (const [number, name, length, unit] of periods) {
    if (unit === 'calendar-year') continue;
    expect(unit, `${number} ${name}`).toBe([2, 3, 5, 7].includes(length) ? 'working-day' : 'calendar-day');
  }
});
