import type { AccountId } from '@suanjian/matters';
import { notFound } from '../http/problem.ts';
import { recordAccountEvent } from './account-events.ts';
import type { AccountPorts } from './accounts.ts';

export interface SessionView {
  readonly id: string;
  readonly since: string;
  readonly usedAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly browser: string | null;
  readonly current: boolean;
}

/** Where an account is signed in. Tokens are never shown; a session that is ended is gone with the next request. */
export const createSessionFunctions = ({ store, now }: AccountPorts) => ({
  listSessions: async (account: AccountId, current: string | undefined): Promise<readonly SessionView[]> => {
    const rows = await store.database
      .selectFrom('auth_session')
      .select(['id', 'created_at', 'updated_at', 'expires_at', 'ip_address', 'user_agent'])
      .where('user_id', '=', account)
      .where('expires_at', '>', now())
      .orderBy('updated_at', 'desc')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      since: row.created_at,
      usedAt: row.updated_at,
      expiresAt: row.expires_at,
      address: row.ip_address,
      browser: row.user_agent,
      current: row.id === current,
    }));
  },

  revokeSession: (account: AccountId, id: string): Promise<void> =>
    store.asOwner(async (transaction) => {
      const gone = await transaction
        .deleteFrom('auth_session')
        .where('id', '=', id)
        .where('user_id', '=', account)
        .returning('id')
        .executeTakeFirst();
      if (gone === undefined) throw notFound();
      await recordAccountEvent(transaction, now(), { type: 'session-revoked', actor: account, account });
    }),

  /** All but the present one. @returns how many */
  revokeOtherSessions: (account: AccountId, current: string | undefined): Promise<number> =>
    store.asOwner(async (transaction) => {
      const gone = await transaction
        .deleteFrom('auth_session')
        .where('user_id', '=', account)
        .where('id', '!=', current ?? '')
        .returning('id')
        .execute();
      if (gone.length > 0)
        await recordAccountEvent(transaction, now(), {
          type: 'session-revoked',
          actor: account,
          account,
          details: { sessions: gone.length },
        });
      return gone.length;
    }),

  /** Throws away what has run out and would lie there for ever; for a ticker, say once an hour. */
  removeExpired: async (): Promise<void> => {
    const at = now();
    await store.database.deleteFrom('auth_session').where('expires_at', '<', at).execute();
    await store.database.deleteFrom('auth_verification').where('expires_at', '<', at).execute();
  },
});
