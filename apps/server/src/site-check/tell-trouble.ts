import type { Transaction } from 'kysely';
import type { Instant, MatterId } from '@suanjian/matters';
import { listSiteVisits, type Database } from '@suanjian/records';
import type { Text } from '@suanjian/rulebook';
import { daysAway } from './standing.ts';
import { beganTexts, lastedTexts, troubleOf } from './trouble.ts';

interface Visited {
  readonly matter: MatterId;
  readonly address: string;
  readonly at: Instant;
  /** Visits that a judgement rests on. */
  readonly most: number;
}

interface Told {
  readonly to: 'provider' | 'province';
  readonly subject: Text;
  readonly body: Text;
}

/**
 * Tells the provider when something begins to be missing at an address, and the office once it has lasted: each once, by the visit that
 * changes it and in the transaction that keeps that visit.
 */
export const tellTrouble = async (
  transaction: Transaction<Database>,
  { matter, address, at, most }: Visited,
): Promise<void> => {
  const visits = (await listSiteVisits(transaction, { matter, most })).filter((visit) => visit.address === address);
  const [before, now] = [troubleOf(visits.slice(1)), troubleOf(visits)];
  const told: Told[] = [];
  if (before.days === 0 && now.days > 0) told.push({ to: 'provider', ...beganTexts(address, now, daysAway) });
  if (before.days < daysAway && now.days >= daysAway) told.push({ to: 'province', ...lastedTexts(address, now) });
  if (told.length === 0) return;
  const head = await transaction
    .selectFrom('matter')
    .select(['owner', 'place', 'position'])
    .where('id', '=', matter)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('outbox')
    .values(
      told.map(({ to, subject, body }) => ({
        matter_id: matter,
        position: head.position,
        organisation_id: to === 'provider' ? head.owner : null,
        office_level: to === 'provider' ? null : to,
        place: head.place,
        subject: JSON.stringify(subject),
        body: JSON.stringify(body),
        created_at: at,
        handled_at: null,
      })),
    )
    .execute();
};
