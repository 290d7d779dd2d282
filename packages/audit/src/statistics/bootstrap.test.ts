import { expect, test } from 'vitest';
import { medianContrast, type UnitValues } from './bootstrap.ts';
import { seededRandom } from './random.ts';
import { expectClose, known } from './testing/close.ts';

const units = (random: ReturnType<typeof seededRandom>, count: number, shift: number): UnitValues[] =>
  Array.from({ length: count }, () => {
    const level = 10 + random.normal();
    const values = (number: number, add: number) => Array.from({ length: number }, () => level + add + random.normal());
    return { first: values(2, shift), second: values(3, 0) };
  });

test('the estimate is the difference or ratio of plain medians', () => {
  const list: UnitValues[] = [7, 1, 4, 9, 2, 8].map((value) => ({ first: [value], second: [value * 2, value] }));
  const random = seededRandom(1);
  expectClose(known(medianContrast(list, 'difference', random, 99)).estimate, 5.5 - 7.5, 1e-14);
  expectClose(known(medianContrast(list, 'ratio', random, 99)).estimate, 5.5 / 7.5, 1e-14);
});

test('the same seed gives the same interval; the p value inverts it', () => {
  const list = units(seededRandom(2), 60, 0.4);
  const once = known(medianContrast(list, 'difference', seededRandom(7)));
  const again = known(medianContrast(list, 'difference', seededRandom(7)));
  expect(once.interval(0.95)).toEqual(again.interval(0.95));
  expect(once.interval(0.99).low).toBeLessThanOrEqual(once.interval(0.9).low);
  const { low } = once.interval(0.95);
  expect(once.pValue(low - 0.05)).toBeLessThan(0.05);
  expect(once.pValue(low + 0.05)).toBeGreaterThan(0.05);
  // Tails finer than the draws can show are widened, not cut.
  expect(once.interval(1 - 1e-7).high).toBeGreaterThan(once.interval(0.999).high);
});

test('whole units are drawn: the interval covers although rows of a unit hang together', () => {
  const random = seededRandom(11);
  let covered = 0;
  for (let draw = 0; draw < 300; draw++) {
    // Half of the units have only the first group, half only the second: rows of a unit share its level.
    const list = units(random, 60, 0).map((unit, index) =>
      index % 2 === 0 ? { ...unit, second: [] } : { ...unit, first: [] },
    );
    const { low, high } = known(medianContrast(list, 'difference', random, 199)).interval(0.95);
    if (low <= 0 && 0 <= high) covered += 1;
  }
  expect(covered / 300).toBeGreaterThan(0.9);
});

test('what cannot be known', () => {
  const random = seededRandom(1);
  expect(medianContrast([{ first: [1], second: [] }], 'difference', random)).toMatchObject({ reason: 'no-contrast' });
  expect(medianContrast([{ first: [1], second: [2] }], 'difference', random)).toMatchObject({
    estimate: -1,
    reason: 'too-few-units',
  });
  const same = Array.from({ length: 20 }, () => ({ first: [5], second: [5] }));
  expect(medianContrast(same, 'ratio', random)).toMatchObject({ estimate: 1, reason: 'no-variance' });
});
