import { expect, test } from 'vitest';
import { pairsToCompare } from './pairs.ts';
import { referenceOf } from './reference.ts';

const noScore = (): number => 0;

test('the reference is the level that was named, the last to compare, or the first in order', () => {
  expect(referenceOf('b', ['a', 'c'])).toEqual({ kind: 'level', level: 'b' });
  expect(referenceOf(undefined, ['a', 'c'])).toEqual({ kind: 'level', level: 'c' });
  expect(referenceOf(undefined, undefined)).toEqual({ kind: 'first' });
  expect(referenceOf('rest', ['a', 'c'])).toEqual({ kind: 'rest' });
});

test('each level is set against the reference', () => {
  expect(pairsToCompare(['c', 'a', 'b'], { kind: 'first' }, noScore)).toEqual({
    pairs: [
      { first: 'b', second: 'a' },
      { first: 'c', second: 'a' },
    ],
    comparisons: 2,
  });
  expect(pairsToCompare(['a', 'b'], { kind: 'level', level: 'x' }, noScore).pairs).toEqual([]);
});

test('a reference chosen by looking costs all pairs', () => {
  const score = (level: string): number => ({ a: 3, b: 1, c: 2, d: 9 })[level] ?? 0;
  const { pairs, comparisons } = pairsToCompare(['a', 'b', 'c', 'd'], { kind: 'best' }, score);
  expect(pairs.map(({ second }) => second)).toEqual(['b', 'b', 'b']);
  expect(comparisons).toBe(6);
});

test('the rest of one of two levels is the other', () => {
  expect(pairsToCompare(['a', 'b'], { kind: 'rest' }, noScore)).toEqual({
    pairs: [{ first: 'b', second: 'a' }],
    comparisons: 1,
  });
  expect(pairsToCompare(['a', 'b', 'c'], { kind: 'rest' }, noScore).pairs).toEqual([
    { first: 'a', second: '' },
    { first: 'b', second: '' },
    { first: 'c', second: '' },
  ]);
});
