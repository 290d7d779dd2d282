import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startInsertingChild } from '../testing/killed-child.ts';
import { seedFolder } from '../testing/seeded-folder.ts';
import { migratedSnapshot } from '../testing/snapshot.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openStore, type EmbeddedStore } from './open-store.ts';

const openFolder = async (directory: string): Promise<EmbeddedStore> => {
  const store = await openStore({ kind: 'embedded', directory, snapshot: await migratedSnapshot() });
  onTestFinished(() => store.close());
  return store;
};

const storedNumbers = async (store: EmbeddedStore): Promise<number[]> => {
  const { rows } = await sql<{ number: number }>`SELECT number FROM acknowledged ORDER BY number`.execute(
    store.database,
  );
  return rows.map(({ number }) => number);
};

describe('the embedded store on disk', () => {
  it('syncs once or more for every commit, and not for reading', async () => {
    const store = await openFolder(temporaryFolder());
    await sql`CREATE TABLE note (number int)`.execute(store.database);
    const before = await store.engine.countSyncs();
    const commits = 20;
    for (let number = 0; number < commits; number++)
      await sql`INSERT INTO note VALUES (${number})`.execute(store.database);
    const after = await store.engine.countSyncs();
    expect(after - before).toBeGreaterThanOrEqual(commits);
    for (let number = 0; number < commits; number++) await sql`SELECT count(*) FROM note`.execute(store.database);
    expect((await store.engine.countSyncs()) - after).toBeLessThan(commits);
  });

  it('has every acknowledged row after kill -9 in the middle of inserts, again and again', async () => {
    const directory = temporaryFolder();
    await seedFolder(directory);
    const acknowledged: number[] = [];
    for (const rows of [40, 1, 75]) {
      const child = startInsertingChild(directory);
      await child.reaches(rows);
      await child.kill();
      acknowledged.push(...child.acknowledged);
    }
    const stored = await storedNumbers(await openFolder(directory));
    expect(acknowledged.length).toBeGreaterThanOrEqual(116);
    // At most the one insert in flight per kill may be there without an acknowledgement.
    expect(stored.length).toBeLessThanOrEqual(acknowledged.length + 3);
    const found = new Set(stored);
    expect(acknowledged.filter((number) => !found.has(number))).toEqual([]);
  });

  it.skipIf(!existsSync('/bin/bash'))(
    'stops with a clear error when the disk fills up, instead of hanging, and has every acknowledged row',
    async () => {
      const directory = temporaryFolder();
      await seedFolder(directory);
      const child = startInsertingChild(directory, { fillerBytes: 200_000, diskFills: true });
      await expect(child.ended).resolves.toMatch(/StoreUnavailable.*PANIC/);
      expect(child.acknowledged.length).toBeGreaterThan(0);
      const stored = new Set(await storedNumbers(await openFolder(directory)));
      expect(child.acknowledged.filter((number) => !stored.has(number))).toEqual([]);
    },
  );

  it('starts afresh when the very first start was killed half-way', async () => {
    const directory = temporaryFolder();
    const child = startInsertingChild(directory);
    while (!existsSync(join(directory, 'database.unfinished', 'PG_VERSION'))) await pause(5);
    await child.kill();
    expect(existsSync(join(directory, 'database'))).toBe(false);
    const store = await openFolder(directory);
    const { rows } = await sql`SELECT 1 AS one`.execute(store.database);
    expect(rows).toEqual([{ one: 1 }]);
    expect(existsSync(join(directory, 'database.unfinished'))).toBe(false);
  });

  it('keeps what was written through a clean stop', async () => {
    const directory = temporaryFolder();
    const first = await openStore({ kind: 'embedded', directory, snapshot: await migratedSnapshot() });
    await first.asOwner((transaction) =>
      transaction.updateTable('installation').set({ settings: '{"name":"算鉴"}' }).execute(),
    );
    await first.close();
    const again = await openStore({ kind: 'embedded', directory });
    onTestFinished(() => again.close());
    await expect(again.database.selectFrom('installation').select('settings').execute()).resolves.toEqual([
      { settings: { name: '算鉴' } },
    ]);
  });
});
