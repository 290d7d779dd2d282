import { sql, type Transaction } from 'kysely';
import type { Membership } from '@suanjian/matters';
import type { Database } from '@suanjian/records';

export interface OpenClock {
  readonly matter: string;
  readonly kind: string;
  readonly status: string;
  readonly title: string;
  readonly changed_at: string;
  readonly name: string;
  readonly run: number;
  readonly clause: string;
  readonly event_on: string;
  readonly due_on: string;
  readonly provisional: boolean;
}

/** Calendar programs do not page. */
const most = 5000;

/**
 * Clocks that run, the next one first, in a scope that is the member's own: for a provider those of its matters, whoever bears them; for an office those
 * it bears itself, because the matter lies at its level.
 */
export const openClocks = async (
  transaction: Transaction<Database>,
  membership: Membership,
): Promise<readonly OpenClock[]> => {
  const { rows } =
    membership.kind === 'office'
      ? await sql<OpenClock>`select * from office_clocks(${membership.level}, ${most})`.execute(transaction)
      : await sql<OpenClock>`
    select matter.id as matter, matter.kind, matter.status, matter.title, matter.changed_at, clock.name, clock.run, clock.clause, clock.event_on, clock.due_on, clock.provisional
    from clock join matter on matter.id = clock.matter_id
    where clock.ended_on is null and not clock.suspended and matter.owner = ${membership.organisation}
    order by clock.due_on, matter.id, clock.name, clock.run limit ${most}`.execute(transaction);
  return rows;
};
