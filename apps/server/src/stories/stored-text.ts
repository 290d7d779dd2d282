import { sql } from 'kysely';
import type { Store } from '@suanjian/records';

/** Everything that the database holds in columns of text, JSON or bytes, as one text: what somebody would find who took a copy of it. */
export const storedText = (store: Store): Promise<string> =>
  store.asOwner(async (transaction) => {
    const { rows: columns } = await sql<{ table_name: string; column_name: string; udt_name: string }>`
      select table_name, column_name, udt_name from information_schema.columns
      where table_schema = 'public' and udt_name in ('text', 'varchar', 'jsonb', 'json', 'bytea', '_text')
    `.execute(transaction);
    const parts: string[] = [];
    for (const { table_name: table, column_name: column, udt_name: type } of columns) {
      const value = type === 'bytea' ? sql`encode(${sql.ref(column)}, 'escape')` : sql`${sql.ref(column)}::text`;
      const { rows } = await sql<{ value: string | null }>`select ${value} as value from ${sql.table(table)}`.execute(
        transaction,
      );
      for (const row of rows) if (row.value !== null) parts.push(row.value);
    }
    return parts.join('\n');
  });
