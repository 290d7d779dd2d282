import type { LogStore } from '@suanjian/decision-log';
import { onEveryStore } from '@suanjian/decision-log/testing';
import { beforeAll, expect, test } from 'vitest';
import type { MethodExample } from '../engine/method.ts';
import { MethodFault } from './common/fault.ts';
import { methodOf } from './methods.ts';
import { type Asking, askMethod, requestOf } from './testing/ask-method.ts';
import { loadExample } from './testing/example-table.ts';

const table: MethodExample['table'] = {
  g: ['a', 'b', 'a', 'b', null, 'a', ''],
  x: [1, Number.NaN, 2, Number.POSITIVE_INFINITY, 4, 5.5, 3],
  low: [1, -2, 3, 4, 5, 6, 7],
  times: [0, 1, 2, 0, 1, 1, 1],
  once: [1, 1, 1, 1, 1, 1, 1],
  c: ['u', 'v', '', 'w', 'x', 'y', 'z'],
  same: [5, 5, 5, 5, 5, 5, 5],
};

/** Which part a fault names, for data that cannot be judged as they stand. */
const faulty: readonly (readonly [part: string, method: string, asking: Asking])[] = [
  ['value', 'value-gap', { parts: { group: 'g', value: 'x' } }],
  ['value', 'value-gap', { parts: { group: 'g', value: 'low' } }],
  ['value', 'value-gap', { parts: { group: 'g', value: 'x', match: 'c', cluster: 'low' } }],
  ['group', 'value-gap', { parts: { group: 'x', value: 'low' }, parameters: { measure: 'difference' } }],
  ['outcome', 'rate-gap', { parts: { group: 'g', outcome: 'times' } }],
  ['trials', 'rate-gap', { parts: { group: 'g', outcome: 'times', trials: 'once' } }],
  ['trials', 'rate-gap', { parts: { group: 'g', outcome: 'once', trials: 'x' } }],
  ['x', 'regression', { parts: { group: 'g', value: 'low' }, controls: ['x'] }],
  ['expected', 'goodness-of-fit', { parts: { level: 'g', expected: 'low' } }],
  ['figure', 'describe', { parts: { figure: 'x' } }],
  [
    'figure',
    'describe',
    { parts: { figure: 'x' }, parameters: { statistics: ['gini(figure)', 'quantile-shares(figure, figure)'] } },
  ],
];

/** What is too little to judge, and never a pass. */
const unjudged: readonly (readonly [method: string, asking: Asking])[] = [
  ['rate-gap', { parts: { group: "'one'", outcome: 'once' } }],
  ['rate-gap', { parts: { group: 'g', outcome: 'once', match: 'c' } }],
  ['rate-gap', { parts: { group: 'g', outcome: 'times > 0' }, compare: ['a', 'nobody'] }],
  ['rate-gap', { parts: { group: 'g', outcome: 'times > 0' }, parameters: { reference: 'nobody' } }],
  ['rate-gap', { parts: { group: 'g', outcome: 'times > 0', cluster: "'all'" } }],
  ['rate-gap', { parts: { group: 'g', outcome: 'times > 0' }, where: 'times > 99', by: ['c'] }],
  ['value-gap', { parts: { group: 'g', value: 'same' } }],
  ['value-gap', { parts: { group: 'g', value: 'same', cluster: 'c' } }],
  ['value-gap', { parts: { group: 'g', value: 'same' }, parameters: { measure: 'ratio of medians' } }],
  ['value-gap', { parts: { group: 'same', value: 'low' }, parameters: { measure: 'difference' } }],
  ['value-gap', { parts: { group: 'g', value: 'once - 1' } }],
  ['regression', { parts: { group: "'one'", value: 'low' } }],
  ['regression', { parts: { group: 'same', value: 'low' } }],
  ['regression', { parts: { group: 'g', value: 'low', cluster: "'all'" } }],
  ['independence', { parts: { asker: 'c', result: 'g' } }],
  ['independence', { parts: { asker: 'g', result: "'one'" } }],
  ['goodness-of-fit', { parts: { level: "'one'" } }],
];

onEveryStore(({ open }) => {
  let store: LogStore;
  let loaded: string;
  beforeAll(async () => {
    store = await open();
    loaded = await loadExample(store, 'bad', table);
  });

  test.each(faulty)('names the part %s of %s: %j', async (part, id, asking) => {
    const method = methodOf(id);
    if (method === undefined) throw new Error(`no method ${id}`);
    const asked = askMethod(store.auditor, method, loaded, asking);
    await expect(asked).rejects.toBeInstanceOf(MethodFault);
    await expect(asked).rejects.toMatchObject({ part, text: { zh: /\p{Script=Han}/u, en: /[a-z]/u } });
  });

  test.each(unjudged)('%s says why it cannot tell: %j', async (id, asking) => {
    const method = methodOf(id);
    if (method === undefined) throw new Error(`no method ${id}`);
    const units = await askMethod(store.auditor, method, loaded, asking);
    expect(units.map(({ verdict }) => verdict)).toEqual(units.map(() => 'not-enough-data'));
    expect(units.length).toBeGreaterThan(0);
    for (const { reason } of units) expect(reason?.zh).toMatch(/\p{Script=Han}/u);
  });

  test('levels and names are quoted, whatever they hold', async () => {
    const hostile = "a'); DROP TABLE log.bad; -- \\";
    const named = await loadExample(store, 'hostile', {
      g: [...Array.from({ length: 50 }, () => hostile), ...Array.from({ length: 50 }, () => 'b')],
      y: Array.from({ length: 100 }, (_, row) => row % 2),
      m: Array.from({ length: 100 }, (_, row) => `m${row % 7}`),
    });
    for (const id of ['rate-gap', 'regression']) {
      const method = methodOf(id);
      if (method === undefined) throw new Error(`no method ${id}`);
      const [unit] = await askMethod(store.auditor, method, named, {
        parts: { group: 'g', outcome: 'y', ...(id === 'rate-gap' ? { match: 'm' } : {}) },
        compare: ['b', hostile],
      });
      expect(unit?.estimation.values['reference']).toBe(hostile);
      if (method.worst === undefined) continue;
      const request = await requestOf(store.auditor, method, named, {
        parts: { group: 'g', outcome: 'y', match: 'm' },
        by: ['g'],
        compare: ['b', hostile],
      });
      const worst = await store.auditor.query(method.worst(request, { g: hostile }, 3));
      expect(worst).toHaveLength(3);
      expect(JSON.stringify(worst)).toContain('DROP TABLE');
    }
  });
});
