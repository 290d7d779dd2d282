import { expect, test } from 'vitest';
import { counts, isGood, NOTHING, total, verdict } from './outcome.ts';

test('a static step counts as one test and shows its output only when it failed', () => {
  expect(verdict(true, 'noise')).toEqual({ ...NOTHING, passed: 1 });
  expect(verdict(false, 'what is wrong')).toEqual({ ...NOTHING, failed: 1, output: 'what is wrong' });
});

test('the last line adds up all steps', () => {
  const sum = total([
    verdict(true, ''),
    verdict(false, 'x'),
    { ...NOTHING, passed: 40, skipped: 2, skips: ['a', 'b'] },
  ]);
  expect(counts(sum)).toBe('41 passed, 1 failed, 2 skipped');
  expect(sum.skips).toEqual(['a', 'b']);
});

test('a run is good only when something passed and nothing failed', () => {
  expect(isGood(verdict(true, ''))).toBe(true);
  expect(isGood(total([verdict(true, ''), verdict(false, '')]))).toBe(false);
  expect(isGood(NOTHING)).toBe(false);
  expect(isGood({ ...NOTHING, skipped: 3 })).toBe(false);
});
