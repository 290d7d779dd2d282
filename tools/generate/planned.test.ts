import { editions } from '@suanjian/rulebook';
import { expect, test } from 'vitest';
import { clausesPage } from './clauses.ts';

/** The next part of the product: it acts in the serving path, which nothing here touches. */
const waitingForTheGuard = [
  'guard barred-tags',
  'guard content-matching',
  'guard curated-slots',
  'guard dispersal',
  'guard disposals',
  'guard labelling',
  'guard minors-mode',
  'guard source-list',
  'guard user-controls',
  'matter feature-entry',
  'page user-controls',
  'register feature-library',
];

test('nothing is planned but what waits for the guard, and the page says so', () => {
  const planned = new Map(
    editions
      .flatMap(({ clauses }) => clauses)
      .flatMap(({ answers }) => answers)
      .filter(({ status }) => status === 'planned')
      .map((answer) => [`${answer.kind} ${answer.name}`, answer.waits?.en ?? 'says nothing']),
  );
  expect(Object.fromEntries(planned)).toEqual(
    Object.fromEntries(waitingForTheGuard.map((name) => [name, 'waits for the guard'])),
  );
  expect(clausesPage().content.match(/计划中 · planned: 等待护栏 · waits for the guard/gu)?.length).toBeGreaterThan(10);
});
