import { embeddedForFile } from '@suanjian/decision-log/testing';
import { describe, expect, test } from 'vitest';
import { clopperPearsonInterval } from '../statistics/proportions.ts';
import { methodOf } from './methods.ts';
import { type Asking, reducedRows, requestOf } from './testing/ask-method.ts';
import { loadExample } from './testing/example-table.ts';
import { nullDesigns, nullTables } from './testing/null-tables.ts';
import type { LogStore } from '@suanjian/decision-log';

const withLogStore = embeddedForFile();

/** Tables of each design: enough to show gross errors. The full study is a benchmark of its own. */
const tables = 200;
const error = 0.05;

/** In how many of a design's tables something is found though nothing is there; any size counts. */
const found = async (store: LogStore, id: string, table: string, asking: Asking): Promise<number> => {
  const method = methodOf(id);
  if (method === undefined) throw new Error(`no method ${id}`);
  const request = await requestOf(store.auditor, method, table, { ...asking, by: ['unit'] });
  const estimations = method.estimate(await reducedRows(store.auditor, method, request), request, { seed: 1 });
  expect(estimations).toHaveLength(tables);
  return estimations.filter(({ interval, scale }) => {
    const [low, high] = interval(1 - error) ?? [0, 0];
    const nothing = scale === 'ratio' ? 1 : 0;
    return (low > nothing || high < nothing) && !(low === 0 && high === 0);
  }).length;
};

const errsTooOften = (count: number): boolean =>
  clopperPearsonInterval({ successes: count, trials: tables }, 0.95).low > error;

// On one store: examples.test.ts shows that a cluster answers the same.
describe('tables in which nothing is wrong', () => {
  test.each(nullDesigns.map((design, index) => [design.title, design, index] as const))('%s', (_, design, index) =>
    withLogStore(async (store) => {
      const table = await loadExample(store, 'null_tables', nullTables(design, tables, 1 + index));
      const count = await found(store, design.method, table, design.asking);
      expect([count, errsTooOften(count)]).toEqual([count, false]);
      if (design.naive !== undefined)
        expect(errsTooOften(await found(store, design.method, table, design.naive))).toBe(true);
    }),
  );
});
