import { sql, type Transaction } from 'kysely';
import type { Database } from '@suanjian/records';
import { recordAccountEvent } from './account-events.ts';

/**
 * Anybody can register any address, and add passkeys and second factors to the account before its owner hears of it. So nothing that was added while
 * an address was unproven outlives the moment in which somebody proves it: else whoever came first would stay in an account that is no longer theirs.
 */

/** How an address was proven: by a link that only its mailbox got, by a provider of identities that vouches for it, or by the local operator's word. */
export type AddressProof = 'password-reset' | 'identity-provider' | 'operator';

/** What an account may keep of what was added before. */
export interface RemovalOptions {
  /** The `provider_id` of the credential that the proof itself came by or has just set. */
  readonly provider?: string;
  readonly session?: string;
  /** Whose doing it is; the account's own unless said otherwise. */
  readonly actor?: string;
}

/** How many of each were taken away. */
export interface RemovedWaysIn {
  readonly passkeys: number;
  readonly secondFactors: number;
  /** Passwords and accounts at a provider of identities. */
  readonly credentials: number;
  readonly sessions: number;
}

/** Reads whether the address is proven, and holds the account until the transaction ends. */
export const isAddressProven = async (transaction: Transaction<Database>, account: string): Promise<boolean> => {
  const row = await transaction
    .selectFrom('auth_user')
    .select('email_verified')
    .where('id', '=', account)
    .forUpdate()
    .executeTakeFirst();
  return row?.email_verified === true;
};

/** Takes away every way into an account but those named, and says so in the account's events when there was any. */
export const removeWaysIn = async (
  transaction: Transaction<Database>,
  at: string,
  account: string,
  { provider = '', session = '', actor = account }: RemovalOptions,
): Promise<RemovedWaysIn> => {
  const passkeys = await transaction
    .deleteFrom('auth_passkey')
    .where('user_id', '=', account)
    .returning('id')
    .execute();
  const { rows: secondFactors } = await sql<{
    id: string;
  }>`delete from auth_two_factor where user_id = ${account} returning id`.execute(transaction);
  const credentials = await transaction
    .deleteFrom('auth_credential')
    .where('user_id', '=', account)
    .where('provider_id', '!=', provider)
    .returning('id')
    .execute();
  const sessions = await transaction
    .deleteFrom('auth_session')
    .where('user_id', '=', account)
    .where('id', '!=', session)
    .returning('id')
    .execute();
  await transaction
    .updateTable('auth_user')
    .set({ two_factor_enabled: false, updated_at: at })
    .where('id', '=', account)
    .execute();
  const removed = {
    passkeys: passkeys.length,
    secondFactors: secondFactors.length,
    credentials: credentials.length,
    sessions: sessions.length,
  };
  if (Object.values(removed).some((count) => count > 0))
    await recordAccountEvent(transaction, at, {
      type: 'ways-in-removed',
      actor,
      account,
      details: { ...removed },
    });
  return removed;
};

/** Marks the address as proven and takes away what came before; an address that was proven already keeps everything. @returns whether it was new */
export const proveAddress = async (
  transaction: Transaction<Database>,
  at: string,
  account: string,
  { by, ...options }: RemovalOptions & { readonly by: AddressProof },
): Promise<boolean> => {
  if (await isAddressProven(transaction, account)) return false;
  await removeWaysIn(transaction, at, account, options);
  await transaction
    .updateTable('auth_user')
    .set({ email_verified: true, updated_at: at })
    .where('id', '=', account)
    .execute();
  await recordAccountEvent(transaction, at, {
    type: 'address-proven',
    actor: options.actor ?? account,
    account,
    details: { by },
  });
  return true;
};
