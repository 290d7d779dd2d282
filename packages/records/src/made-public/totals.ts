import { sql, type Kysely } from 'kysely';
import type { Database } from '../migrations/database.ts';

/** How many matters of some kinds stand in each of their states. */
export type TotalsByKind = ReadonlyMap<string, ReadonlyMap<string, number>>;

export const countByStatus = async (database: Kysely<Database>, kinds: readonly string[]): Promise<TotalsByKind> => {
  const { rows } = await sql<{ kind: string; status: string; count: number }>`
    select kind, status, count(*)::int as count from matter where kind = any (${[...kinds]}::text[]) group by 1, 2`.execute(
    database,
  );
  const totals = new Map<string, Map<string, number>>(kinds.map((kind) => [kind, new Map()]));
  for (const { kind, status, count } of rows) totals.get(kind)?.set(status, count);
  return totals;
};

/** Results of audits that providers have handed in, and how many providers did. */
export const countAudits = async (
  database: Kysely<Database>,
): Promise<{ readonly bundles: number; readonly providers: number }> => {
  const { rows } = await sql<{ bundles: number; providers: number }>`
    select count(*)::int as bundles, count(distinct organisation_id)::int as providers from audit_bundle`.execute(
    database,
  );
  return rows[0] ?? { bundles: 0, providers: 0 };
};
