import { expect, test } from 'vitest';
import { campaign } from './index.ts';

test('goal, five tasks, requirements with their four parts', () => {
  expect(campaign.clauses.map(({ number }) => number)).toEqual([
    '1',
    '2.1',
    '2.2',
    '2.3',
    '2.4',
    '2.5',
    '3',
    '3.1',
    '3.2',
    '3.3',
    '3.4',
  ]);
});

test('runs from the notice to the beginning of December 2022, and says how that end is read', () => {
  expect(campaign).toMatchObject({ published: '2022-04-08', inForceFrom: '2022-04-08', inForceUntil: '2022-12-10' });
  expect(campaign.note?.zh).toContain('12月初');
  expect(campaign.note?.en).toContain('early December');
});

test.each([
  ['2.1', 'self-inspection'],
  ['2.2', 'inspection'],
  ['2.3', 'guide'],
  ['2.4', 'management-systems'],
  ['2.5', 'rectification'],
  ['3.4', 'recusal'],
])('campaign/%s is answered by %s', (number, name) => {
  const found = campaign.clauses.find((clause) => clause.number === number);
  expect(found?.answers.map((answer) => answer.name)).toContain(name);
});
