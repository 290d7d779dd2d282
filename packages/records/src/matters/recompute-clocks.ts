import type { Transaction } from 'kysely';
import type { ClockRules } from '@suanjian/matters';
import type { Database } from '../migrations/database.ts';
import type { MatterPorts } from './command-context.ts';
import { projectClocks } from './projection.ts';
import { loadStream } from './streams.ts';

export interface Recomputed {
  readonly matters: number;
  /** Due dates that moved or became definite; their earlier values are kept beside the new ones. */
  readonly moved: number;
}

/**
 * Counts every open clock again, in the transaction that brings the new calendar: both are there or neither is. Each matter is locked before
 * its stream is read, so that a decision taken meanwhile is not overwritten.
 */
export const recomputeClocks = async (
  transaction: Transaction<Database>,
  ports: Pick<MatterPorts, 'definitionOf' | 'sealer' | 'now'>,
  rules: ClockRules,
): Promise<Recomputed> => {
  const open = await transaction
    .selectFrom('clock')
    .select('matter_id')
    .distinct()
    .where('ended_on', 'is', null)
    .orderBy('matter_id')
    .execute();
  let moved = 0;
  for (const { matter_id: id } of open) {
    const head = await transaction.selectFrom('matter').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    const definition = head === undefined ? undefined : ports.definitionOf(head.kind);
    if (head === undefined || definition === undefined) continue;
    const stream = await loadStream(transaction, definition, head, ports.sealer);
    moved += await projectClocks(transaction, head.id, definition, stream.events, rules, ports.now());
  }
  return { matters: open.length, moved };
};
