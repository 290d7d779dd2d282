import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { withStores } from '../testing/with-stores.ts';
import { rowSecurity, scopeSetting } from './row-security.ts';
import type { Store } from './open-store.ts';

const makeDiary = (store: Store): Promise<void> =>
  store.asOwner(async (transaction) => {
    await sql`CREATE TABLE diary (organisation text NOT NULL, entry text NOT NULL)`.execute(transaction);
    await sql
      .raw(
        rowSecurity({
          table: 'diary',
          grant: ['select', 'insert'],
          using: `organisation = ${scopeSetting('organisation')}`,
        }),
      )
      .execute(transaction);
    await sql`INSERT INTO diary VALUES ('a', '甲的一条'), ('b', '乙的一条')`.execute(transaction);
  });

const readDiary = 'SELECT organisation FROM diary ORDER BY organisation';

withStores(({ open }) => {
  it('shows a scope its own rows only, and the owner all of them', async () => {
    const store = await open();
    await makeDiary(store);
    const inside = await store.inScope({ organisation: 'a' }, (transaction) => sql.raw(readDiary).execute(transaction));
    expect(inside.rows).toEqual([{ organisation: 'a' }]);
    const owner = await store.asOwner((transaction) => sql.raw(readDiary).execute(transaction));
    expect(owner.rows).toEqual([{ organisation: 'a' }, { organisation: 'b' }]);
  });

  it('would show everything if the role were not taken on', async () => {
    const store = await open();
    await makeDiary(store);
    const without = await store.asOwner(async (transaction) => {
      await sql`SELECT set_config('suanjian.organisation', 'a', true)`.execute(transaction);
      return sql.raw(readDiary).execute(transaction);
    });
    expect(without.rows).toHaveLength(2);
  });

  it('sees nothing without a scope, and refuses to write for another organisation', async () => {
    const store = await open();
    await makeDiary(store);
    const nobody = await store.inScope({}, (transaction) => sql.raw(readDiary).execute(transaction));
    expect(nobody.rows).toEqual([]);
    const foreign = store.inScope({ organisation: 'a' }, (transaction) =>
      sql`INSERT INTO diary VALUES ('b', 'x')`.execute(transaction),
    );
    await expect(foreign).rejects.toMatchObject({ code: 'query-denied', kind: 'denied' });
  });

  it('forgets role and settings when the transaction ends', async () => {
    const store = await open();
    await store.inScope({ organisation: 'a', account: 'x' }, async () => undefined);
    const { rows } = await sql<{ same: boolean; left: string }>`
      SELECT current_user = session_user AS same, coalesce(current_setting('suanjian.organisation', true), '') AS left`.execute(
      store.database,
    );
    expect(rows).toEqual([{ same: true, left: '' }]);
  });

  it('refuses names of settings that are not plain words', async () => {
    const store = await open();
    await expect(store.inScope({ "x', true); --": 'a' }, async () => undefined)).rejects.toThrow(RangeError);
  });

  it('undoes everything when the work throws', async () => {
    const store = await open();
    await makeDiary(store);
    const failing = store.asOwner(async (transaction) => {
      await sql`DELETE FROM diary`.execute(transaction);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    const { rows } = await store.asOwner((transaction) => sql.raw(readDiary).execute(transaction));
    expect(rows).toHaveLength(2);
  });

  it('turns a second checkout inside a transaction into an error instead of a standstill', async () => {
    const store = await open();
    const nested = store.asOwner(() => store.database.selectFrom('installation').select('id').execute());
    await expect(nested).rejects.toMatchObject({ code: 'nested-checkout' });
    const deeper = store.asOwner(() => store.inScope({}, async () => 1));
    await expect(deeper).rejects.toMatchObject({ code: 'nested-checkout' });
    await expect(store.database.selectFrom('installation').select('id').execute()).resolves.toHaveLength(1);
  });

  it('reads instants, civil dates and large numbers in one way', async () => {
    const store = await open();
    const { rows } =
      await sql`SELECT '2026-02-10'::date AS day, '2026-02-10 08:00+08'::timestamptz AS instant, 9007199254740991::int8 AS big,
      ARRAY['2026-02-10'::date] AS days, ARRAY[1, 2]::int8[] AS numbers, '{"a": [1]}'::jsonb AS json, 1.50::numeric AS amount`.execute(
        store.database,
      );
    expect(rows).toEqual([
      {
        day: '2026-02-10',
        instant: '2026-02-10T00:00:00.000Z',
        big: 9007199254740991,
        days: ['2026-02-10'],
        numbers: [1, 2],
        json: { a: [1] },
        amount: '1.50',
      },
    ]);
    await expect(sql`SELECT 9007199254740993::int8`.execute(store.database)).rejects.toThrow(RangeError);
  });
});
