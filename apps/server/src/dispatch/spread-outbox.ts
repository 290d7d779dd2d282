import type { Transaction } from 'kysely';
import type { Database } from '@suanjian/records';
import type { Services } from '../services.ts';
import { giveNotice } from './give-notice.ts';
import type { Log } from './log.ts';
import type { Members } from './members.ts';
import { officesCovering } from './offices.ts';

interface Waiting {
  readonly organisation_id: string | null;
  readonly office_level: string | null;
  readonly place: string;
}

const organisationsFor = async (
  transaction: Transaction<Database>,
  { organisation_id: organisation, office_level: level, place }: Waiting,
): Promise<readonly string[]> => {
  if (organisation !== null) return [organisation];
  return level === null ? [] : officesCovering(transaction, level, place);
};

/** Takes the next row after `after` that no other server holds. Returns its id; undefined when none is left. */
const spreadNext = async (
  { store, now }: Pick<Services, 'store' | 'now'>,
  members: Members | undefined,
  after: number,
  log: Log,
): Promise<number | undefined> => {
  let reached: number | undefined;
  try {
    await store.asOwner(async (transaction) => {
      const row = await transaction
        .selectFrom('outbox')
        .selectAll()
        .where('handled_at', 'is', null)
        .where('id', '>', after)
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (row === undefined) return;
      reached = row.id;
      const at = now();
      const { kind } = await transaction
        .selectFrom('matter')
        .select('kind')
        .where('id', '=', row.matter_id)
        .executeTakeFirstOrThrow();
      const organisations = await organisationsFor(transaction, row);
      if (organisations.length === 0)
        log('a notice had nobody to go to', { matter: row.matter_id, position: row.position, level: row.office_level });
      for (const organisation of organisations)
        await giveNotice(
          transaction,
          {
            organisation,
            matter: { id: row.matter_id, kind, position: row.position },
            cause: `outbox/${row.id}`,
            subject: row.subject,
            body: row.body,
            at: row.created_at,
          },
          { members, now: at },
        );
      await transaction.updateTable('outbox').set({ handled_at: at }).where('id', '=', row.id).execute();
    });
  } catch (error) {
    // One row that cannot be spread does not keep the others waiting; without a row it is the store that failed.
    if (reached === undefined) throw error;
    log('a notice could not be spread', { outbox: reached, kind: error instanceof Error ? error.name : typeof error });
  }
  return reached;
};

/** Turns what commands have left in the outbox into notices, each row in a short transaction of its own. */
export const spreadOutbox = async (
  services: Pick<Services, 'store' | 'now'>,
  members: Members | undefined,
  log: Log,
  signal: AbortSignal,
): Promise<void> => {
  let after: number | undefined = 0;
  while (after !== undefined && !signal.aborted) after = await spreadNext(services, members, after, log);
};
