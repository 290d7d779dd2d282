import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migratedSnapshot } from '../testing/snapshot.ts';
import { withStores } from '../testing/with-stores.ts';
import { asStoreError, withRetry } from './database-errors.ts';
import { openStore, type EmbeddedStore } from './open-store.ts';

const openEmbedded = async (acquireTimeout?: number): Promise<EmbeddedStore> => {
  const store = await openStore({
    kind: 'embedded',
    directory: undefined,
    snapshot: await migratedSnapshot(),
    ...(acquireTimeout === undefined ? {} : { acquireTimeout }),
  });
  onTestFinished(() => store.close());
  return store;
};

const rejectionOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the embedded engine', () => {
  it('fails what is pending and what comes after with a clear error when its thread dies', async () => {
    const store = await openEmbedded();
    const pending = [
      rejectionOf(
        store.asOwner((transaction) => sql`SELECT count(*) FROM generate_series(1, 10000000000)`.execute(transaction)),
      ),
      rejectionOf(store.database.selectFrom('installation').selectAll().execute()),
    ];
    await store.engine.kill();
    for (const error of await Promise.all(pending)) expect(error).toMatchObject({ code: 'store-unavailable' });
    const later = store.inScope({}, (transaction) => transaction.selectFrom('installation').selectAll().execute());
    await expect(later).rejects.toMatchObject({ code: 'store-unavailable' });
    await store.close();
  });

  it('says so when a transaction outside the guard waits for a second connection', async () => {
    const store = await openEmbedded(50);
    const nested = store.database
      .transaction()
      .execute(() => store.database.selectFrom('installation').selectAll().execute());
    await expect(nested).rejects.toMatchObject({ code: 'store-busy' });
    await expect(store.database.selectFrom('installation').select('id').execute()).resolves.toHaveLength(1);
  });

  it('waits for running work when it closes, and may be closed twice', async () => {
    const store = await openEmbedded();
    const running = store.asOwner((transaction) =>
      sql<{ count: number }>`SELECT count(*) FROM generate_series(1, 100000)`.execute(transaction),
    );
    await Promise.all([running, store.close(), store.close()]);
    expect((await running).rows).toEqual([{ count: 100000 }]);
    await expect(store.asOwner(async () => 1)).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('leaves nothing of a broken connection to the next', async () => {
    const store = await openEmbedded();
    const client = await store.pool.connect();
    await client.query("BEGIN; DELETE FROM installation; SET ROLE suanjian_app; SET suanjian.organisation = 'a'");
    client.release(true);
    const { rows } =
      await sql`SELECT current_user AS "user", coalesce(current_setting('suanjian.organisation', true), '') AS organisation,
      (SELECT count(*) FROM installation) AS kept`.execute(store.database);
    expect(rows).toEqual([{ user: 'postgres', organisation: '', kept: 1 }]);
  });

  it('carries large values both ways', async () => {
    const store = await openEmbedded();
    const large = '算法'.repeat(2_000_000);
    const { rows } = await sql<{ back: string }>`SELECT ${large}::text || ${large}::text AS back`.execute(
      store.database,
    );
    expect(rows[0]?.back === large + large).toBe(true);
  });
});

describe('opening a PostgreSQL store', () => {
  it('says that nobody answers', async () => {
    const opening = openStore({ kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(opening).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('refuses an address that is none', async () => {
    await expect(openStore({ kind: 'postgres', url: '/var/lib/data' })).rejects.toMatchObject({
      code: 'store-unavailable',
    });
  });
});

withStores(({ kind, open }) => {
  it('gives typed errors with the constraint that was broken', async () => {
    const store = await open();
    await store.asOwner((transaction) =>
      sql`CREATE TABLE item (name text CONSTRAINT item_name_once UNIQUE CONSTRAINT item_name_short CHECK (length(name) < 5))`.execute(
        transaction,
      ),
    );
    const insert = (name: string) =>
      store.asOwner((transaction) => sql`INSERT INTO item VALUES (${name})`.execute(transaction));
    await insert('a');
    await expect(insert('a')).rejects.toMatchObject({
      kind: 'unique',
      constraint: 'item_name_once',
      code: 'query-unique',
    });
    await expect(insert('too long')).rejects.toMatchObject({ kind: 'check', constraint: 'item_name_short' });
    const raw = await rejectionOf(sql`INSERT INTO item VALUES ('a')`.execute(store.database));
    expect(asStoreError(raw)).toMatchObject({ kind: 'unique' });
    const wrong = await rejectionOf(store.asOwner((transaction) => sql`SELECT * FROM nowhere`.execute(transaction)));
    expect(wrong).toMatchObject({ code: '42P01' });
  });

  it('tries again after a serialization failure, a stated number of times', async () => {
    const store = await open();
    const waits: number[] = [];
    const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
    const fail = (transaction: Parameters<Parameters<typeof store.asOwner>[0]>[0]) =>
      sql`DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = 'serialization_failure'; END $$`.execute(transaction);
    let runs = 0;
    const succeeding = withRetry(
      () => store.asOwner(async (transaction) => (++runs < 3 ? fail(transaction) : 'done')),
      { wait },
    );
    await expect(succeeding).resolves.toBe('done');
    expect(waits).toHaveLength(2);
    const failing = withRetry(() => store.asOwner(fail), { attempts: 2, wait });
    await expect(failing).rejects.toMatchObject({ kind: 'serialization' });
    expect(waits).toHaveLength(3);
  });

  // The embedded store has one connection: there is no second one to lose or to conflict with.
  if (kind === 'postgres')
    it('says that the connection was lost, and goes on with a new one', async () => {
      const store = await open();
      const cut = store.asOwner((transaction) =>
        sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(transaction),
      );
      await expect(cut).rejects.toMatchObject({ code: 'store-unavailable' });
      await expect(store.database.selectFrom('installation').select('id').execute()).resolves.toHaveLength(1);
    });

  // The embedded store has one connection: there is no second one to lose or to conflict with.
  if (kind === 'postgres')
    it('lets one of two conflicting serializable transactions try again', async () => {
      const store = await open();
      await store.asOwner((transaction) => sql`CREATE TABLE counter AS SELECT 0 AS value`.execute(transaction));
      const bothHaveRead = Promise.withResolvers<void>();
      let readers = 0;
      const increment = () =>
        withRetry(() =>
          store.asOwner(
            async (transaction) => {
              const { rows } = await sql<{ value: number }>`SELECT value FROM counter`.execute(transaction);
              if (++readers === 2) bothHaveRead.resolve();
              await bothHaveRead.promise;
              await sql`UPDATE counter SET value = ${(rows[0]?.value ?? 0) + 1}`.execute(transaction);
            },
            { isolation: 'serializable' },
          ),
        );
      await Promise.all([increment(), increment()]);
      const { rows } = await sql`SELECT value FROM counter`.execute(store.database);
      expect(rows).toEqual([{ value: 2 }]);
      expect(readers).toBe(3);
    });
});
