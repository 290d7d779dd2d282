import { CamelCasePlugin, type UnknownRow } from 'kysely';

const isInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * Between the library's words and the database's: its fields are camel case, our columns are not, and where our driver reads instants as text it
 * counts on dates. Without the second an expired session would compare as not expired.
 */
export class LibraryNames extends CamelCasePlugin {
  protected override mapRow(row: UnknownRow): UnknownRow {
    return Object.fromEntries(
      Object.entries(super.mapRow(row)).map(([name, value]) => [
        name,
        (name.endsWith('At') || name === 'lockedUntil') && typeof value === 'string' && isInstant.test(value)
          ? new Date(value)
          : value,
      ]),
    );
  }
}

/** The tables of migration 0006. */
export const modelNames = {
  user: 'auth_user',
  session: 'auth_session',
  account: 'auth_credential',
  verification: 'auth_verification',
  twoFactor: 'auth_two_factor',
  passkey: 'auth_passkey',
} as const;
