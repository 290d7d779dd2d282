import { sql } from 'kysely';
import type { Store } from '../store/open-store.ts';

/** What migrations left: the tables, and the rows in them. */
interface Initial {
  readonly tables: readonly string[];
  readonly content: readonly { readonly table: string; readonly rows: string }[];
}

/**
 * Opening a store costs a second, emptying one some milliseconds: a store that a test has finished with is emptied and given to the next.
 * A test that closes its store itself gets a really closed one, and the next test a new one.
 */
export const reusedStores = (open: () => Promise<Store>) => {
  const idle: { readonly store: Store; readonly initial: Initial }[] = [];

  const tablesOf = async (store: Store): Promise<readonly string[]> => {
    const { rows } = await sql<{ name: string }>`
      select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`.execute(store.database);
    return rows.map(({ name }) => name);
  };

  /** What migrations put into the tables: comes back after emptying. */
  const initialOf = async (store: Store): Promise<Initial> => {
    const content: Initial['content'][number][] = [];
    const tables = await tablesOf(store);
    for (const table of tables) {
      const { rows } = await sql<{
        rows: string | null;
      }>`select json_agg(t)::text as rows from ${sql.raw(table)} t`.execute(store.database);
      const found = rows[0]?.rows;
      if (found !== undefined && found !== null) content.push({ table, rows: found });
    }
    return { tables, content };
  };

  const emptied = async (store: Store, initial: Initial): Promise<void> => {
    for (const table of await tablesOf(store))
      if (!initial.tables.includes(table)) await sql.raw(`drop table ${table} cascade`).execute(store.database);
    const { rows: filled } = await sql
      .raw<{ name: string }>(
        initial.tables
          .map((table) => `select '${table}' as name where exists (select from ${table})`)
          .join(' union all '),
      )
      .execute(store.database);
    const changed = new Set(
      [...filled, ...initial.content.map(({ table }) => ({ name: table }))].map(({ name }) => name),
    );
    // What may only grow guards itself by a trigger; here the owner of the tables starts over.
    const { rows: guarded } = await sql<{ name: string }>`
      select distinct tgrelid::regclass::text as name from pg_trigger where not tgisinternal and tgtype & 32 <> 0`.execute(
      store.database,
    );
    const triggers = (change: string): string =>
      guarded.map(({ name }) => `alter table ${name} ${change} trigger user;`).join(' ');
    await sql
      .raw(`${triggers('disable')} truncate ${[...changed].join(', ')} restart identity cascade; ${triggers('enable')}`)
      .execute(store.database);
    // Of tables whose rows a test took away itself.
    const { rows: counted } = await sql<{ name: string }>`
      select quote_ident(sequencename) as name from pg_sequences where schemaname = 'public' and last_value is not null`.execute(
      store.database,
    );
    for (const { name } of counted) await sql.raw(`alter sequence ${name} restart`).execute(store.database);
    for (const { table, rows } of initial.content)
      await sql`insert into ${sql.raw(table)} overriding system value select * from json_populate_recordset(null::${sql.raw(table)}, ${rows}::json)`.execute(
        store.database,
      );
  };

  const handedOut = (
    store: Store,
    initial: Initial,
  ): { readonly store: Store; readonly giveBack: () => Promise<void> } => {
    let closed = false;
    const lent: Store = {
      ...store,
      close: () => {
        closed = true;
        return store.close();
      },
    };
    return {
      store: lent,
      giveBack: async () => {
        if (!closed) idle.push({ store, initial });
      },
    };
  };

  return {
    take: async () => {
      const used = idle.pop();
      if (used === undefined) {
        const store = await open();
        return handedOut(store, await initialOf(store));
      }
      await emptied(used.store, used.initial);
      return handedOut(used.store, used.initial);
    },
    /** Closes those that wait for a test, but one for the files that come. */
    closeMost: async () => {
      for (const { store } of idle.splice(1)) await store.close();
    },
  };
};

export type ReusedStores = ReturnType<typeof reusedStores>;
