import type { ColumnType, GeneratedAlways } from 'kysely';

export interface AuthUserTable {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  two_factor_enabled: boolean;
  created_at: string;
  updated_at: string;
}

export interface AuthSessionTable {
  id: string;
  token: string;
  user_id: string;
  expires_at: string;
  ip_address: string | null;
  user_agent: string | null;
  created_at: string;
  updated_at: string;
}

/** One way in: a password (`credential`), or an account at a provider of identities. */
export interface AuthCredentialTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  password: string | null;
  created_at: string;
  updated_at: string;
}

/** Challenges and links under way. */
export interface AuthVerificationTable {
  id: string;
  expires_at: string;
}

export interface AuthPasskeyTable {
  id: string;
  name: string | null;
  user_id: string;
  created_at: string | null;
}

export interface AccountEventTable {
  id: GeneratedAlways<number>;
  organisation_id: string | null;
  account_id: string | null;
  actor: string;
  type: string;
  details: ColumnType<Readonly<Record<string, unknown>>, string, never>;
  at: string;
}

export interface AccountTables {
  auth_user: AuthUserTable;
  auth_session: AuthSessionTable;
  auth_credential: AuthCredentialTable;
  auth_verification: AuthVerificationTable;
  auth_passkey: AuthPasskeyTable;
  account_event: AccountEventTable;
}
