import type { Kysely } from 'kysely';
import type { Actor } from '@suanjian/matters';
import type { Database } from '@suanjian/records';

/** What happened to accounts and memberships. Stable names: they are kept for ever. */
export type AccountEventType =
  | 'account-created'
  | 'signed-in'
  | 'session-revoked'
  | 'password-changed'
  | 'password-reset'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'recovery-codes-renewed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'identity-linked'
  | 'address-proven'
  | 'ways-in-removed'
  | 'organisation-created'
  | 'member-added'
  | 'roles-changed'
  | 'member-removed'
  | 'invited'
  | 'invitation-accepted'
  | 'invitation-withdrawn';

export interface AccountEvent {
  readonly type: AccountEventType;
  /** Who did it: an account, or `operator`. */
  readonly actor: string;
  readonly organisation?: string;
  /** The account it is about. */
  readonly account?: string;
  /** No secret, no address, no name. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export const actorName = (actor: Actor): string => (actor.kind === 'person' ? actor.account : actor.kind);

export const recordAccountEvent = async (
  database: Kysely<Database>,
  at: string,
  { type, actor, organisation, account, details = {} }: AccountEvent,
): Promise<void> => {
  await database
    .insertInto('account_event')
    .values({
      type,
      actor,
      at,
      organisation_id: organisation ?? null,
      account_id: account ?? null,
      details: JSON.stringify(details),
    })
    .execute();
};
