import type { Transaction } from 'kysely';
import type { AccountId, Instant } from '@suanjian/matters';
import type { Database, Store } from '@suanjian/records';
import type { PasswordHasher } from './password.ts';
import { recordAccountEvent } from './account-events.ts';

/** What everything about accounts is made from. */
export interface AccountPorts {
  readonly store: Store;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** 256 bits, URL-safe. */
  readonly randomToken: () => string;
  readonly hasher: PasswordHasher;
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** Already hashed: hashing takes long and must not hold up a transaction. */
  readonly passwordHash: string;
  /** The local operator says whose address it is; everybody else has yet to prove theirs. */
  readonly vouchedFor?: boolean;
}

export interface FoundAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly proven: boolean;
}

/** What the library calls a password among an account's credentials. */
export const passwordProvider = 'credential';

export const normalEmail = (email: string): string => email.trim().toLowerCase();

export const findAccount = async (
  transaction: Transaction<Database>,
  email: string,
): Promise<FoundAccount | undefined> => {
  const row = await transaction
    .selectFrom('auth_user')
    .select(['id', 'name', 'email', 'email_verified as proven'])
    .where('email', '=', normalEmail(email))
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, id: row.id as AccountId };
};

/** Gives an account that has no password its first one. */
export const insertPassword = async (
  transaction: Transaction<Database>,
  { now, newId }: Pick<AccountPorts, 'now' | 'newId'>,
  account: AccountId,
  passwordHash: string,
): Promise<void> => {
  const at = now();
  await transaction
    .insertInto('auth_credential')
    .values({
      id: newId(),
      account_id: account,
      provider_id: passwordProvider,
      user_id: account,
      access_token: null,
      refresh_token: null,
      id_token: null,
      password: passwordHash,
      created_at: at,
      updated_at: at,
    })
    .execute();
};

/**
 * Writes an account with a password in the caller's transaction (as owner), so that it comes to be together with what it is made for, or not at all.
 * @throws QueryFault `unique` when the address has an account
 */
export const insertAccount = async (
  transaction: Transaction<Database>,
  { now, newId }: Pick<AccountPorts, 'now' | 'newId'>,
  account: NewAccount,
  actor?: string,
): Promise<AccountId> => {
  const id = newId() as AccountId;
  const at = now();
  await transaction
    .insertInto('auth_user')
    .values({
      id,
      name: account.name,
      email: normalEmail(account.email),
      email_verified: account.vouchedFor === true,
      image: null,
      two_factor_enabled: false,
      created_at: at,
      updated_at: at,
    })
    .execute();
  await insertPassword(transaction, { now, newId }, id, account.passwordHash);
  await recordAccountEvent(transaction, at, { type: 'account-created', actor: actor ?? id, account: id });
  return id;
};
