import { traitKeyMark, traitSubjectsWith, type LogStore, type PlantName } from '@suanjian/decision-log';
import { onEveryStore } from '@suanjian/decision-log/testing';
import type { LeafEntry } from '@suanjian/evidence';
import { civilDateOf } from '@suanjian/rulebook';
import { beforeAll, expect, test } from 'vitest';
import { proxyTags } from '../checks/proxy-tags/check.ts';
import { prepareLogTables } from '../checks/testing/example-log.ts';
import { loadGenerated } from '../checks/testing/generated-log.ts';
import { methodOf } from '../methods/methods.ts';
import { errorBudget } from '../receipt/receipt.ts';
import { reportSchema, type Report } from '../report/schema.ts';
import { auditLog } from './audit-log.ts';

const key = new Uint8Array(32).fill(1);
const otherKey = new Uint8Array(32).fill(2);

interface Loaded {
  readonly provider: string;
  readonly leaves: readonly LeafEntry[];
}

const load = async (
  store: LogStore,
  provider: string,
  plants: ReadonlyMap<PlantName, number> = new Map(),
): Promise<Loaded> => ({
  provider,
  leaves: await loadGenerated(store, {
    rows: 20_000,
    days: 7,
    seed: 5,
    from: civilDateOf('2026-03-02T00:00:00Z'),
    provider,
    plants,
    traitSubject: traitSubjectsWith(key),
  }),
});

/** `lent` is undefined where the audit is not given a key. */
const audited = async (
  store: LogStore,
  { provider, leaves }: Loaded,
  lent: Uint8Array | undefined,
): Promise<Report> => {
  const { report, notRun } = await auditLog({
    session: store.auditor,
    clickhouse: store.version,
    leaves,
    checks: [proxyTags],
    methodOf,
    edition: 'draft',
    provider,
    ...(lent === undefined ? {} : { traitKey: { key: lent, store } }),
    parameters: { 'proxy-tags': { carriers: 5 } },
    seed: 1,
    error: errorBudget(1),
    host: 'test',
    clock: () => 0,
  });
  expect(notRun).toEqual([]);
  return reportSchema.parse(report);
};

const leftRooms = async (store: LogStore): Promise<readonly unknown[]> =>
  (
    await Promise.all(
      store.nodes.map((node) => node.query("SELECT name FROM system.databases WHERE startsWith(name, 'private_')")),
    )
  ).flat();

onEveryStore(({ open }) => {
  let store: LogStore;
  let platform: Loaded;
  beforeAll(async () => {
    store = await open();
    await prepareLogTables(store);
    platform = await load(store, 'clean');
  });

  test('traits are laid beside people for the holder of their key, and nothing of it stays', async () => {
    const clean = await audited(store, platform, key);
    // Two hundred people are too few to acquit small bands.
    const units = clean.results.flatMap((result) => result.units);
    expect(units.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(new Set(units.map(({ by }) => by['trait']))).toEqual(new Set(['age', 'gender']));
    expect(clean.results.map(({ n }) => n > 0)).toEqual([true]);
    expect(clean.receipt.data).toMatchObject({ kind: 'log', traitKey: traitKeyMark(key) });
    expect(JSON.stringify(clean)).not.toContain(Buffer.from(key).toString('base64').slice(0, 20));
    expect(await leftRooms(store)).toEqual([]);
  });

  test('a tag that only women carry is found', async () => {
    const planted = await load(store, 'planted', new Map([['proxy-tag', 0.5]]));
    const { results } = await audited(store, planted, key);
    expect(results.map(({ verdict }) => verdict)).toEqual(['fail']);
    const failing = results.flatMap(({ units }) => units.filter(({ verdict }) => verdict === 'fail'));
    expect(new Set(failing.map(({ by }) => by['trait']))).toEqual(new Set(['gender']));
  });

  test('without the key the check says what is missing, and with another that it is another', async () => {
    const without = await audited(store, platform, undefined);
    expect(without.results).toMatchObject([{ verdict: 'not-applicable' }]);
    expect(without.results[0]?.reason?.en).toContain('--trait-key');
    expect(without.receipt.data).not.toHaveProperty('traitKey');
    const wrong = await audited(store, platform, otherKey);
    expect(wrong.results).toMatchObject([{ verdict: 'not-applicable' }]);
    expect(wrong.results[0]?.reason?.en).toContain('another key');
    expect(await leftRooms(store)).toEqual([]);
  });
});
