import { checksOfRecords, editions } from '@suanjian/rulebook';
import { expect, test } from 'vitest';
import { checks } from './checks.ts';

test('the rulebook calls a check of a log working exactly when it is here', () => {
  const named = editions.flatMap(({ clauses }) => clauses).flatMap(({ answers }) => answers);
  const working = named
    .filter(({ kind, name, status }) => kind === 'check' && status === 'working' && !checksOfRecords.includes(name))
    .map(({ name }) => name);
  expect([...new Set(working)].toSorted()).toEqual(checks.map(({ id }) => id).toSorted());
});
