import { ExpressionWrapper, sql, type OperationNodeSource, type Transaction } from 'kysely';
import type { Database } from '../migrations/database.ts';
import { plannedOnce } from '../store/planned-once.ts';

/** A statement that adds rows and answers nothing. */
export type Insert = OperationNodeSource;

const named = (index: number): string => `insert_${index}`;

/**
 * Runs inserts that do not see each other's rows as one statement: a journey to the database costs as much as the work there. References between
 * them are checked at its end; a policy that looks for another's row must find it written before.
 */
export const insertTogether = async (transaction: Transaction<Database>, inserts: readonly Insert[]): Promise<void> => {
  const [last, ...before] = inserts.map((insert) => new ExpressionWrapper(insert.toOperationNode())).toReversed();
  if (last === undefined) return;
  const parts = before.toReversed().map((insert, index) => sql`${sql.ref(named(index))} as (${insert})`);
  await (
    parts.length === 0 ? sql`${plannedOnce} ${last}` : sql`${plannedOnce} with ${sql.join(parts)} ${last}`
  ).execute(transaction);
};
