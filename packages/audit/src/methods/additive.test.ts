import { withLogStore } from '@suanjian/decision-log/testing';
import { expect, test } from 'vitest';
import { addedUp } from '../engine/exact-rows.ts';
import type { Method, MethodRequest, ReducedRow } from '../engine/method.ts';
import { methods } from './methods.ts';
import { reducedRows, requestOf } from './testing/ask-method.ts';
import { loadExample } from './testing/example-table.ts';

/** A day that splits a table and leaves whole what the method looks at as one: a request, or what happens between two midnights in Shanghai. */
const dayOf = ({ parts }: MethodRequest<unknown>): string => {
  const { request, time } = parts;
  if (request !== undefined) return `cityHash64(toString(${request.sql})) % 3`;
  return time === undefined ? 'row_no % 3' : `intDiv(toInt64(${time.sql}) + 28800000, 86400000)`;
};

const said = (method: Method, rows: readonly ReducedRow[], request: MethodRequest<unknown>): unknown =>
  method.estimate(rows, request, { seed: 1 }).map((estimation) => {
    const { interval, smallestDetectable, ...rest } = estimation;
    return { ...rest, interval: interval(0.95), smallestDetectable: smallestDetectable(0.95) };
  });

const own = ['invariant', 'coverage', 'recompute', 'inversions', 'rank-share', 'spread'];

test('days added up say what the whole table says', async () => {
  const additive = methods.filter(({ id, additive: adds }) => adds && own.includes(id));
  expect(additive.map(({ id }) => id).sort()).toEqual([...own].sort());
  await withLogStore(async (store) => {
    for (const method of additive)
      for (const [index, example] of method.examples.entries()) {
        const name = `${method.id.replaceAll('-', '_')}_${index}`;
        const table = await loadExample(store, name, example.table);
        const whole = await requestOf(store.auditor, method, table, example);
        const daily = { ...whole, day: { sql: dayOf(whole), label: 'day', type: '' } };
        const { sql, keys, measures } = method.reduce(daily);
        const rows = await store.auditor.query<ReducedRow>(sql);
        expect(rows.every((row) => typeof row['day'] === 'string')).toBe(true);
        expect([name, said(method, addedUp(rows, { keys, measures }), daily)]).toEqual([
          name,
          said(method, await reducedRows(store.auditor, method, whole), whole),
        ]);
      }
  });
});
