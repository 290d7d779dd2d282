import type { LogStore } from '@suanjian/decision-log';
import { onEveryStore } from '@suanjian/decision-log/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { addedUp } from '../engine/exact-rows.ts';
import type { ReducedRow } from '../engine/method.ts';
import { seededRandom } from '../statistics/random.ts';
import { methodOf } from './methods.ts';
import { type Asking, reducedRows, requestOf } from './testing/ask-method.ts';
import { loadExample } from './testing/example-table.ts';

/** Three days of users who come back, matches that stay within a day, prices that are no whole numbers. */
const table = (() => {
  const random = seededRandom(11);
  const rows = Array.from({ length: 3000 }, (_, row) => {
    const day = row % 3;
    return {
      day: `2026-01-0${day + 1}`,
      user: `u${random.below(90)}`,
      city: `c${random.below(3)}`,
      moment: `${day} ${random.below(200)}`,
      group: random.uniform() < 0.4 ? 'a' : 'b',
      age: random.below(60),
      hit: random.uniform() < 0.2,
      price: Math.exp(4 + random.normal()),
      list: `l${random.below(4)}`,
      shop: `s${random.below(2)}`,
    };
  });
  const [first] = rows;
  return Object.fromEntries(
    Object.keys(first ?? {}).map((name) => [name, rows.map((row) => row[name as keyof typeof row])]),
  );
})();

const asked: readonly (readonly [method: string, asking: Asking])[] = [
  ['rate-gap', { parts: { group: 'group', outcome: 'hit' }, by: ['shop'], strata: ['city'] }],
  ['rate-gap', { parts: { group: 'group', outcome: 'hit', cluster: 'user' }, strata: ['city'] }],
  ['rate-gap', { parts: { group: 'group', outcome: 'hit', cluster: 'user', match: 'moment' }, by: ['shop'] }],
  ['rate-gap', { parts: { group: 'city', outcome: 'hit', match: 'moment' }, parameters: { measure: 'four-fifths' } }],
  ['value-gap', { parts: { group: 'group', value: 'price' }, strata: ['city'], parameters: { medians: false } }],
  [
    'value-gap',
    { parts: { group: 'group', value: 'price', match: 'moment', cluster: 'user' }, parameters: { medians: false } },
  ],
  ['value-gap', { parts: { group: 'age', value: 'price', cluster: 'user' }, strata: ['city'] }],
  ['value-gap', { parts: { group: 'age', value: 'price', cluster: 'user', match: 'moment' } }],
  [
    'regression',
    { parts: { group: 'group', value: 'price', cluster: 'user' }, controls: ['age', 'city'], by: ['shop'] },
  ],
  ['regression', { parts: { group: 'age', outcome: 'hit' }, strata: ['city'] }],
  ['goodness-of-fit', { parts: { level: 'list', cluster: 'user' } }],
  ['independence', { parts: { asker: 'group', result: 'list', match: 'moment' }, by: ['shop'] }],
];

onEveryStore(({ open }) => {
  describe('kept per day and added up', () => {
    let store: LogStore;
    let relation: string;
    beforeAll(async () => {
      store = await open();
      relation = await loadExample(store, 'days', table);
    });

    test.each(asked.map(([id, asking]) => [`${id} ${JSON.stringify(asking.parts)}`, id, asking] as const))(
      '%s',
      async (_, id, asking) => {
        const method = methodOf(id);
        if (method === undefined) throw new Error(`no method ${id}`);
        const request = await requestOf(store.auditor, method, relation, asking);
        const perDay = { ...request, day: { sql: 'day', label: 'day', type: 'String' } };
        const { sql, keys, measures } = method.reduce(perDay);
        const rows = await store.auditor.query<ReducedRow>(sql);
        expect(new Set(rows.map(({ day }) => day)).size).toBe(3);
        const added = method.estimate(addedUp(rows, { keys, measures }), perDay, { seed: 1 });
        const atOnce = await reducedRows(store.auditor, method, request);
        // What is only kept for all days together (values of small tables, one by one) is left aside.
        const whole = method.estimate(
          atOnce.filter((row) => id !== 'independence' || Number(row['kind']) !== 2),
          request,
          { seed: 1 },
        );
        const said = (estimations: typeof whole): unknown =>
          estimations.map((one) => ({
            ...one,
            interval: one.interval(0.95),
            smallestDetectable: one.smallestDetectable(0.95),
          }));
        expect(said(added)).toEqual(said(whole));
        expect(added.every(({ n }) => n > 0)).toBe(true);
      },
    );
  });
});
