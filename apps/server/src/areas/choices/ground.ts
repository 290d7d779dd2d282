import type { Transaction } from 'kysely';
import type { Actor, OrganisationId } from '@suanjian/matters';
import type { Database } from '@suanjian/records';

/** Whose things are picked from; null for matters that are nobody's, such as a complaint about a service that is not registered. */
export interface ChoiceGround {
  readonly owner: OrganisationId | null;
  /** The matter that is decided on: it is never picked itself. */
  readonly about?: string;
}

/** The provider of the matter that is decided on, or one's own where nothing is there yet. Undefined for what is out of sight. */
export const groundOf = async (
  transaction: Transaction<Database>,
  actor: Actor,
  about: string | undefined,
): Promise<ChoiceGround | undefined> => {
  if (about === undefined)
    return actor.kind === 'person' && actor.membership?.kind === 'provider'
      ? { owner: actor.membership.organisation }
      : undefined;
  const row = await transaction.selectFrom('matter').select('owner').where('id', '=', about).executeTakeFirst();
  return row === undefined ? undefined : { owner: row.owner as OrganisationId | null, about };
};
