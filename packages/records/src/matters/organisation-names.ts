import { sql, type Transaction } from 'kysely';
import type { ActorReference } from '@suanjian/matters';
import type { Database } from '../migrations/database.ts';

/** The organisation somebody acted for; none for whoever is not a person of one. */
export const actorOrganisation = (actor: ActorReference): string | undefined =>
  actor.kind === 'person' ? actor.organisation : undefined;

/** Names of organisations, whether or not the transaction's scope sees more of them. */
export const organisationNames = async (
  transaction: Transaction<Database>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from organisation_names(${ids}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
