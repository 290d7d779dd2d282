import { expect, test } from 'vitest';
import { safety2018 } from './index.ts';

const numbers = safety2018.clauses.map(({ number }) => number);
const clause = (number: string) => safety2018.clauses.find((candidate) => candidate.number === number);

test('five triggers and eight points stand under their articles', () => {
  expect(numbers.filter((number) => number.startsWith('3.'))).toEqual(['3.1', '3.2', '3.3', '3.4', '3.5']);
  expect(numbers.filter((number) => number.startsWith('5.'))).toEqual(
    Array.from({ length: 8 }, (_, index) => `5.${index + 1}`),
  );
  expect(numbers).toEqual(numbers.toSorted((one, other) => Number(one) - Number(other)));
});

test('in force since 2018-11-30', () => {
  expect(safety2018).toMatchObject({ status: 'in-force', inForceFrom: '2018-11-30' });
});

test('the report is due 30 working days after the event, or before the launch', () => {
  expect(
    clause('7')?.deadlines.map(({ name, length, unit, direction, bearer }) => [name, length, unit, direction, bearer]),
  ).toEqual([
    ['toReport', 30, 'working-day', 'after', 'provider'],
    ['beforeLaunch', 1, 'calendar-day', 'before', 'provider'],
  ]);
});

test('each trigger says in both languages when its report is due', () => {
  for (const number of ['3.1', '3.2']) {
    expect(clause(number)?.text.zh).toContain('之前');
    expect(clause(number)?.text.en).toContain('before');
  }
  for (const number of ['3.3', '3.4', '3.5']) {
    expect(clause(number)?.text.zh).toContain('三十个工作日');
    expect(clause(number)?.text.en).toContain('30 working days');
  }
});

test('refusal leads to other laws, and no amount is set', () => {
  expect(clause('13')?.sanction?.steps).toEqual([{ measure: 'other-law', trigger: 'refusal' }]);
});
