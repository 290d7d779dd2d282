import { sql } from 'kysely';
import type { Store } from './open-store.ts';

/**
 * Brings up to date what the store knows of how its tables are filled; without it lists over many matters are planned blindly. PostgreSQL does
 * so by itself; the embedded store has nobody who would.
 */
export const gatherStatistics = async (store: Pick<Store, 'kind' | 'database'>): Promise<void> => {
  if (store.kind === 'embedded') await sql`analyze`.execute(store.database);
};
