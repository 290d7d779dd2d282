import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Database } from '../migrations/database.ts';

/**
 * How the planner is to go about it. It knows nothing of what it costs to read `terms` row by row (they are stored apart), and reads
 * the whole table where the text index answers a hundred times faster.
 * `index`: gather candidates by the text index; `walk`: go along an ordered index until the page is full.
 */
export type Way = 'index' | 'walk';

const settingsOf = (way: Way): RawBuilder<unknown> => sql`
  set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '32MB', true),
  set_config('enable_bitmapscan', ${way === 'index' ? 'on' : 'off'}, true),
  set_config('enable_sort', ${way === 'index' ? 'on' : 'off'}, true)`;

/** The way a transaction goes at present, to save asking for it again. */
const present = new WeakMap<Transaction<Database>, Way>();

export const goBy = async (transaction: Transaction<Database>, way: Way): Promise<void> => {
  if (present.get(transaction) === way) return;
  await sql`select ${settingsOf(way)}`.execute(transaction);
  present.set(transaction, way);
};

const isTransaction = (database: Kysely<Database>): database is Transaction<Database> => database.isTransaction;

/** Runs reads with the planner's settings confined to them; joins a transaction that is running already and leaves it as it was. */
export const planned = async <Result>(
  database: Kysely<Database>,
  work: (transaction: Transaction<Database>) => Promise<Result>,
): Promise<Result> => {
  if (!isTransaction(database)) return database.transaction().execute(work);
  await sql`savepoint register_reading`.execute(database);
  const result = await work(database);
  // Only the settings are taken back; there is nothing else.
  await sql`rollback to savepoint register_reading`.execute(database);
  present.delete(database);
  return result;
};
