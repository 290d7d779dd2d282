import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { withStores } from '../testing/with-stores.ts';
import { gatherStatistics } from './statistics.ts';

withStores(({ kind, open }) => {
  it('knows how many rows a table holds once they were gathered', async () => {
    const store = await open();
    await sql`create table filled as select generate_series(1, 5000) as n`.execute(store.database);
    const known = async (): Promise<number> => {
      const { rows } = await sql<{
        rows: number;
      }>`select reltuples::int as rows from pg_class where relname = 'filled'`.execute(store.database);
      return rows[0]?.rows ?? 0;
    };
    expect(await known()).toBe(-1);
    await gatherStatistics(store);
    // PostgreSQL is left to gather them when it will.
    expect(await known()).toBe(kind === 'embedded' ? 5000 : -1);
    await sql`drop table filled`.execute(store.database);
  });
});
