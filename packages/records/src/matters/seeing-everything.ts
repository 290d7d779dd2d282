import { sql, type Transaction } from 'kysely';
import type { Database } from '../migrations/database.ts';

/**
 * A matter's effects reach what its actor may not see, such as a provider's draft on a filing that an office revokes: for them, and for them
 * only, row security looks with the operator's eyes. After an error the transaction is rolled back, and the setting with it.
 */
export const seeingEverything = async <Result>(
  transaction: Transaction<Database>,
  work: () => Promise<Result>,
): Promise<Result> => {
  const { rows } = await sql<{
    side: string | null;
  }>`select current_setting('suanjian.side', true) as side`.execute(transaction);
  await sql`select set_config('suanjian.side', 'operator', true)`.execute(transaction);
  const result = await work();
  await sql`select set_config('suanjian.side', ${rows[0]?.side ?? ''}, true)`.execute(transaction);
  return result;
};
