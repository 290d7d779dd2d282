import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addedUp } from './exact-rows.ts';

const shape = { keys: ['group'], measures: { total: 'sum', first: 'least', last: 'most' } } as const;

test('sums beyond the reach of a double are exact', () => {
  expect(
    addedUp(
      [
        { group: 'b', total: '9007199254740993', first: '10', last: '9' },
        { group: 'a', total: '0.1', first: null, last: '2026-01-02' },
        { group: 'b', total: 2, first: '9', last: '10' },
        { group: 'a', total: '-0.30', first: 3, last: '2026-01-01' },
      ],
      shape,
    ),
  ).toEqual([
    { group: 'a', total: '-0.2', first: 3, last: '2026-01-02' },
    { group: 'b', total: '9007199254740995', first: '9', last: '10' },
  ]);
});

test('how rows are split among days and in what order they come leaves no trace', () => {
  const row = fc.record({
    group: fc.constantFrom('x', 'y', ''),
    total: fc
      .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat(99))
      .map(([whole, part]) => `${whole}.${part}`),
    first: fc.integer(),
    last: fc.integer(),
  });
  fc.assert(
    fc.property(fc.array(row), fc.array(fc.nat(5)), (rows, places) => {
      const days: (typeof rows)[] = [[], [], [], [], [], []];
      for (const [index, entry] of rows.entries()) days[places[index] ?? 0]?.push(entry);
      const partial = days.reverse().flatMap((day) => addedUp(day, shape));
      expect(addedUp(partial, shape)).toEqual(addedUp(rows, shape));
    }),
  );
});

test('a sum that is not exact is refused', () => {
  expect(() => addedUp([{ group: 'a', total: 0.5, first: 1, last: 1 }], shape)).toThrow(/added exactly/);
});
