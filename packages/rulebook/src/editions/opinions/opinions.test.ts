import { expect, test } from 'vitest';
import { opinions } from './index.ts';

const numbers = opinions.clauses.map(({ number }) => number);

test('guide, goals and all fifteen items, in the order of the document', () => {
  expect(numbers).toEqual([
    'guide.1',
    'guide.2',
    'goal.1',
    'goal.2',
    'goal.3',
    ...Array.from({ length: 15 }, (_, index) => String(index + 1)),
  ]);
});

test('a policy of 2021-09-17 that sets no deadline and no sanction', () => {
  expect(opinions).toMatchObject({ status: 'policy', published: '2021-09-17' });
  expect(opinions.clauses.filter(({ deadlines, sanction }) => deadlines.length > 0 || sanction !== undefined)).toEqual(
    [],
  );
});

test('filing is answered by what exists, and leads to the regulation', () => {
  const filing = opinions.clauses.find(({ number }) => number === '9');
  expect(filing?.answers.map(({ name, status }) => [name, status])).toContainEqual(['filing', 'working']);
  expect(filing?.crosswalk.map(({ clause }) => clause)).toEqual(['final/24.1', 'final/25', 'draft/20.1']);
});

test('only the items that encourage are advisory', () => {
  expect(opinions.clauses.filter(({ advisory }) => advisory).map(({ number }) => number)).toEqual(['5', '14']);
});
