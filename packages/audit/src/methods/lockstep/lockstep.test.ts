import { embeddedForFile } from '@suanjian/decision-log/testing';
import { expect, test } from 'vitest';
import { seededRandom } from '../../statistics/random.ts';
import { anyMethod } from '../methods.ts';
import { askMethod } from '../testing/ask-method.ts';
import { loadExample } from '../testing/example-table.ts';
import { absent, loadParquet, sharedFile } from '../testing/shared-table.ts';
import { groupsOf, nearProbability } from './chance.ts';
import { lockstep } from './method.ts';

const withLogStore = embeddedForFile();

const method = anyMethod(lockstep);
const columns = { object_id: 'String', account_id: 'String', timestamp_share: 'String' };

test("real retweets: CooRTweet's own pairs, objects, accounts, edges and heaviest edge", async (context) => {
  const file = sharedFile('coordinated-sharing/retweets_ru2021.parquet');
  if (file === undefined) return context.skip(absent);
  await withLogStore(async (store) => {
    const table = await loadParquet(store.writer, 'retweets', columns, file);
    const ask = async (minParticipation: number, window: string) => {
      const [unit] = await askMethod(store.auditor, method, table, {
        parts: { account: 'account_id', object: 'object_id', time: 'toInt64(timestamp_share) * 1000' },
        parameters: { minParticipation, window, deduplicate: false },
      });
      return unit?.estimation.values;
    };
    expect(await ask(2, '60s')).toMatchObject({ pairs: 3791, objects: 502, accounts: 2110, edges: 3721, maxWeight: 4 });
    expect(await ask(5, '10s')).toMatchObject({ pairs: 22, objects: 21, accounts: 23 });
    expect(await ask(2, '10s')).toMatchObject({ pairs: 447, accounts: 525 });
  });
});

interface Act {
  readonly account: number;
  readonly object: number;
  readonly time: number;
}

const tableOf = (acts: readonly (Act & { readonly unit: string })[]) => ({
  unit: acts.map(({ unit }) => unit),
  account: acts.map(({ account }) => `a${account}`),
  object: acts.map(({ object }) => `o${object}`),
  time: acts.map(({ time }) => time),
});

test('pairs and meetings are those of a naive count', async () => {
  const random = seededRandom(5);
  const [window, block] = [2000, 10_000];
  const acts: readonly Act[] = Array.from({ length: 600 }, () => ({
    account: random.below(25),
    object: random.below(6),
    time: 1_767_196_800_000 + random.below(200_000),
  }));
  const first = new Map<string, Act>();
  for (const act of acts) {
    const key = `${act.account} ${act.object}`;
    const before = first.get(key);
    if (before === undefined || act.time < before.time) first.set(key, act);
  }
  const once = [...first.values()];
  let [pairs, tested] = [0, 0];
  const met = new Map<string, number>();
  for (const one of once)
    for (const other of once) {
      if (one.object !== other.object || one.account >= other.account) continue;
      if (Math.abs(one.time - other.time) <= window) pairs += 1;
      if (Math.floor(one.time / block) === Math.floor(other.time / block)) {
        const key = `${one.account} ${other.account}`;
        met.set(key, (met.get(key) ?? 0) + 1);
      }
    }
  tested = [...met.values()].filter((times) => times >= 2).length;
  await withLogStore(async (store) => {
    const table = await loadExample(store, 'acts', tableOf(acts.map((act) => ({ ...act, unit: 'u' }))));
    const [unit] = await askMethod(store.auditor, method, table, {
      parts: { account: 'account', object: 'object', time: 'time' },
      parameters: { window, block, together: 2, minParticipation: 1 },
    });
    expect(pairs).toBeGreaterThan(20);
    expect(tested).toBeGreaterThan(2);
    expect(unit?.estimation.values).toMatchObject({ pairs, pairsTested: tested });
  });
});

test('acts at moments of their own are not taken for lockstep, however many are popular at once', async () => {
  const random = seededRandom(11);
  const tables = 60;
  const acts = Array.from({ length: tables }, (_, table) =>
    Array.from({ length: 3000 }, () => {
      const object = random.below(8);
      // Each object has its rush of twenty minutes; within a block every moment is as likely.
      return {
        unit: `t${table}`,
        account: random.below(50),
        object,
        time: object * 7_200_000 + random.below(1_200_000),
      };
    }),
  ).flat();
  await withLogStore(async (store) => {
    const table = await loadExample(store, 'acts', tableOf(acts));
    const units = await askMethod(store.auditor, method, table, {
      parts: { account: 'account', object: 'object', time: 'time' },
      by: ['unit'],
    });
    expect(units.length).toBe(tables);
    const wrong = units.filter(({ estimation }) => (estimation.p ?? 1) <= 0.05).length;
    // At most 8 of 60 where one in twenty is allowed (binomial, 99 %).
    expect(wrong).toBeLessThanOrEqual(8);
    expect(units.every(({ verdict }) => verdict === 'pass')).toBe(true);
    expect(units.every(({ estimation }) => Number(estimation.values['pairsTested']) > 100)).toBe(true);
  });
});

test('the chance of a close meeting is that of two random moments in a block', () => {
  const random = seededRandom(3);
  let near = 0;
  for (let draw = 0; draw < 200_000; draw++) if (Math.abs(random.uniform() - random.uniform()) <= 0.1) near += 1;
  expect(near / 200_000).toBeCloseTo(nearProbability({ window: 60_000, block: 600_000 }), 2);
});

test('accounts joined through others make one group', () => {
  const link = (low: string, high: string) => ({ low, high });
  expect(groupsOf([link('a', 'b'), link('c', 'd'), link('b', 'c'), link('x', 'y'), link('x', 'y')])).toEqual([
    { accounts: 4, links: 3 },
    { accounts: 2, links: 2 },
  ]);
  expect(groupsOf([])).toEqual([]);
});
