import { sql, type Transaction } from 'kysely';
import type { Instant } from '@suanjian/matters';
import type { Text } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import type { WarningEntry } from './warnings.ts';

/**
 * Leaves a notice for the provider in the outbox, in the transaction that shares the warning. A notice hangs on a matter: on the filing that was
 * warned of, else on the provider's first matter that the office sees. False where there is none.
 */
export const leaveSharedNotice = async (
  transaction: Transaction<Database>,
  { organisation, filing, place }: Pick<WarningEntry, 'organisation' | 'filing' | 'place'>,
  { subject, body, at }: { readonly subject: Text; readonly body: Text; readonly at: Instant },
): Promise<boolean> => {
  const { rows } = await sql<{ id: string; position: number }>`
    select id, position from matter
    where owner = ${organisation} and kind in ('filing', 'provider-registration') and 'provider' = any (visible)
    order by id = ${filing ?? null} desc nulls last, kind = 'filing' desc, opened_at, id limit 1`.execute(transaction);
  const [on] = rows;
  if (on === undefined) return false;
  await transaction
    .insertInto('outbox')
    .values({
      matter_id: on.id,
      position: on.position,
      organisation_id: organisation,
      office_level: null,
      place,
      subject: JSON.stringify(subject),
      body: JSON.stringify(body),
      created_at: at,
      handled_at: null,
    })
    .execute();
  return true;
};
