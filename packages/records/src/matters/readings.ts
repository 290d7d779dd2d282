import { sql, type Transaction } from 'kysely';
import type { Actor, Instant } from '@suanjian/matters';
import { civilDateOf, type CivilDate } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import type { Stream } from './streams.ts';

/** The last day on which the owner is not told of a reading by somebody whose team has put it off; null where they are told at once. */
const deferralOf = async (
  transaction: Transaction<Database>,
  actor: Actor,
  { owner }: Pick<Stream, 'owner'>,
  today: CivilDate,
): Promise<string | null> => {
  if (owner === null || actor.kind !== 'person' || actor.membership?.kind !== 'office') return null;
  const { account } = actor;
  const { until } = await transaction
    .selectFrom('matter')
    .select(({ fn }) => fn.max('readings_deferred_until').as('until'))
    .where('owner', '=', owner)
    .where('readings_deferred_until', '>=', today)
    .where(sql<boolean>`${account} = any(team)`)
    .executeTakeFirstOrThrow();
  return until;
};

/** Keeps who was shown which sealed values, in the transaction that shows them. */
export const recordReadings = async (
  transaction: Transaction<Database>,
  actor: Actor,
  stream: Stream,
  disclosed: readonly { readonly pointer: string; readonly secrecy: string }[],
  at: Instant,
): Promise<void> => {
  // Whoever reads what they wrote about themselves is no reader of it.
  const told = actor.kind === 'applicant' ? disclosed.filter(({ secrecy }) => secrecy !== 'personal') : disclosed;
  if (told.length === 0) return;
  const deferred = await deferralOf(transaction, actor, stream, civilDateOf(at));
  await transaction
    .insertInto('reading')
    .values(
      told.map(({ pointer, secrecy }) => ({
        matter_id: stream.id,
        account_id: actor.kind === 'person' ? actor.account : actor.kind,
        organisation_id: actor.kind === 'person' ? (actor.membership?.organisation ?? null) : null,
        pointer,
        secrecy,
        position: stream.position,
        at,
        deferred_until: deferred,
      })),
    )
    .execute();
};
