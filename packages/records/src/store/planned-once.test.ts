import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { withStores } from '../testing/with-stores.ts';
import { plannedOnce } from './planned-once.ts';

withStores(({ open }) => {
  it('has a marked statement parsed once for its connection, whatever its values, and others each time', async () => {
    const store = await open();
    await store.asOwner(async (transaction) => {
      const marked = async (value: number): Promise<unknown> =>
        (await sql<{ twice: number }>`${plannedOnce} select ${value}::integer * 2 as twice`.execute(transaction)).rows;
      for (const value of [1, 2, 3, 4, 5, 6, 7, 8]) expect(await marked(value)).toEqual([{ twice: value * 2 }]);
      await sql`select ${1}::integer * 3 as thrice`.execute(transaction);
      const { rows } = await sql<{ statement: string }>`
        select statement from pg_prepared_statements where name like 'once%' and statement ~ '(twice|thrice)'`.execute(
        transaction,
      );
      expect(rows.map(({ statement }) => statement)).toEqual([expect.stringContaining('as twice')]);
    });
  });

  it('goes on after a marked statement has failed', async () => {
    const store = await open();
    const divide = (by: number): Promise<unknown> =>
      store.asOwner(async (transaction) => {
        const { rows } = await sql`${plannedOnce} select 6 / ${by}::integer as parts`.execute(transaction);
        return rows;
      });
    await expect(divide(0)).rejects.toThrow();
    await expect(divide(3)).resolves.toEqual([{ parts: 2 }]);
    await expect(divide(0)).rejects.toThrow();
    await expect(divide(2)).resolves.toEqual([{ parts: 3 }]);
  });
});
