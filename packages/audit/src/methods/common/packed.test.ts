import { embeddedForFile } from '@suanjian/decision-log/testing';
import { expect, test } from 'vitest';
import { firstOfPair, numberOfOrder, orderOf, packedPair, secondOfPair } from './packed.ts';

const withLogStore = embeddedForFile();

const numbers = [3, -2.5, 0, 1e15, -1e15, 0.1, -0.1, 5e-324, -5e-324, 12, -12, 2 ** 53, 1];

test('pairs packed into one number stand in the order of the pairs, and give both numbers back', async () => {
  const pairs = numbers.flatMap((first) => numbers.map((second) => [first, second] as const));
  const rows = await withLogStore((store) =>
    store.writer.query<{ first: number; second: number }>(
      `SELECT ${numberOfOrder(firstOfPair('packed'))} AS first, ${numberOfOrder(secondOfPair('packed'))} AS second
FROM (
  SELECT ${packedPair(orderOf('pair.1'), orderOf('pair.2'))} AS packed
  FROM (SELECT arrayJoin([${pairs.map(([first, second]) => `(toFloat64('${first}'), toFloat64('${second}'))`).join(', ')}]) AS pair)
)
ORDER BY packed`,
    ),
  );
  expect(rows.map(({ first, second }) => [first, second])).toEqual(
    pairs.toSorted(([first, second], [otherFirst, otherSecond]) => first - otherFirst || second - otherSecond),
  );
});

test('nothing and minus nothing are one number', async () => {
  const [row] = await withLogStore((store) =>
    store.writer.query<{ same: number }>(`SELECT ${orderOf('toFloat64(0)')} = ${orderOf('-toFloat64(0)')} AS same`),
  );
  expect(Number(row?.same)).toBe(1);
});
