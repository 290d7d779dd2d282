import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { AccountId, Actor, OrganisationId } from '@suanjian/matters';
import { scopeOf, type Database } from '@suanjian/records';
import { notFound } from '../http/problem.ts';
import { actorName, recordAccountEvent } from './account-events.ts';
import {
  findAccount,
  insertAccount,
  normalEmail,
  passwordProvider,
  type AccountPorts,
  type NewAccount,
} from './accounts.ts';
import { isAddressProven, removeWaysIn, type RemovedWaysIn } from './address-proof.ts';
import { assertAdministers, fittingRoles, insertMember, lockOrganisation } from './organisations.ts';
import { addressUnproven, invitationForSomebodyElse, invitationUnusable } from './refusals.ts';

const validDays = 7;
const dayLength = 86_400_000;

/** What the database keeps of a token: enough to recognise it, too little to use it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface Invited {
  readonly id: string;
  /** Told once; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: string;
  readonly organisationName: string;
}

export interface OpenInvitation {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly organisationName: string;
  readonly email: string;
  readonly roles: readonly string[];
}

export interface AcceptedInvitation extends OpenInvitation {
  /** Given when the address is unproven: what the account lost by accepting, to be told to its person. */
  readonly removed?: RemovedWaysIn;
}

export interface InvitationPorts extends AccountPorts {
  /** Whether addresses can be proven by mail here. */
  readonly mails: boolean;
}

const open = (transaction: Pick<Transaction<Database>, 'selectFrom'>, now: string) =>
  transaction
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'invitation.organisation_id')
    .select([
      'invitation.id',
      'invitation.organisation_id',
      'organisation.name',
      'invitation.email',
      'invitation.roles',
    ])
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.withdrawn_at', 'is', null)
    .where('invitation.expires_at', '>', now);

const asOpenInvitation = (row: {
  id: string;
  organisation_id: string;
  name: string;
  email: string;
  roles: string[];
}): OpenInvitation => ({
  id: row.id,
  organisation: row.organisation_id as OrganisationId,
  organisationName: row.name,
  email: row.email,
  roles: row.roles,
});

export const createInvitationFunctions = (ports: InvitationPorts) => {
  const { store, now, newId, randomToken, mails } = ports;

  /** Takes an invitation, once: whoever comes second finds it taken. */
  const take = async (transaction: Transaction<Database>, id: string, account: AccountId): Promise<void> => {
    const at = now();
    const taken = await transaction
      .updateTable('invitation')
      .set({ accepted_at: at })
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', at)
      .returning(['organisation_id', 'roles'])
      .executeTakeFirst();
    if (taken === undefined) throw invitationUnusable();
    const { id: organisation, kind } = await lockOrganisation(transaction, taken.organisation_id);
    await insertMember(transaction, ports, { organisation, kind, account, roles: taken.roles }, account);
    await recordAccountEvent(transaction, at, {
      type: 'invitation-accepted',
      actor: account,
      organisation,
      account,
      details: { invitation: id },
    });
  };

  const findByToken = async (token: string): Promise<OpenInvitation | undefined> => {
    const row = await open(store.database, now())
      .where('invitation.token_hash', '=', hashOfToken(token))
      .executeTakeFirst();
    return row === undefined ? undefined : asOpenInvitation(row);
  };

  return {
    invite: async (actor: Actor, organisation: string, email: string, asked: readonly string[]): Promise<Invited> => {
      assertAdministers(actor, organisation);
      const token = randomToken();
      const at = now();
      const expiresAt = new Date(Date.parse(at) + validDays * dayLength).toISOString();
      const id = newId();
      const organisationName = await store.inScope(scopeOf(actor), async (transaction) => {
        const { kind, name } = await lockOrganisation(transaction, organisation);
        const roles = fittingRoles(kind, asked);
        await transaction
          .insertInto('invitation')
          .values({
            id,
            organisation_id: organisation,
            email: normalEmail(email),
            roles: [...roles],
            token_hash: hashOfToken(token),
            invited_by: actorName(actor),
            created_at: at,
            expires_at: expiresAt,
            accepted_at: null,
            withdrawn_at: null,
          })
          .execute();
        await recordAccountEvent(transaction, at, {
          type: 'invited',
          actor: actorName(actor),
          organisation,
          details: { invitation: id, roles },
        });
        return name;
      });
      return { id, token, expiresAt, organisationName };
    },

    listInvitations: async (actor: Actor, organisation: string) => {
      assertAdministers(actor, organisation);
      return store.inScope(scopeOf(actor), (transaction) =>
        transaction
          .selectFrom('invitation')
          .select(['id', 'email', 'roles', 'created_at as createdAt', 'expires_at as expiresAt'])
          .where('organisation_id', '=', organisation)
          .where('accepted_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .where('expires_at', '>', now())
          .orderBy('created_at', 'desc')
          .execute(),
      );
    },

    withdrawInvitation: async (actor: Actor, organisation: string, id: string): Promise<void> => {
      assertAdministers(actor, organisation);
      await store.inScope(scopeOf(actor), async (transaction) => {
        const at = now();
        const withdrawn = await transaction
          .updateTable('invitation')
          .set({ withdrawn_at: at })
          .where('id', '=', id)
          .where('organisation_id', '=', organisation)
          .where('accepted_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (withdrawn === undefined) throw notFound();
        await recordAccountEvent(transaction, at, {
          type: 'invitation-withdrawn',
          actor: actorName(actor),
          organisation,
          details: { invitation: id },
        });
      });
    },

    findInvitation: findByToken,

    /** Whether the invited address has an account. Told only to who holds the token. */
    isKnown: async ({ email }: OpenInvitation): Promise<boolean> =>
      (await store.asOwner((transaction) => findAccount(transaction, email))) !== undefined,

    /**
     * By somebody who is signed in. The link proves no address: whoever invites is shown it too, and any registered company may invite any address. So
     * where mail is sent, an unproven address is first proven by a new password, which the mailbox alone can set. Where none is sent nobody can; then
     * what was added to the account before is taken away, all but its password and the session that accepts, and the address stays unproven.
     * @throws ProblemError when it is unusable, for another address, or the address could be proven and is not
     */
    acceptInvitation: async (
      token: string,
      account: { readonly id: AccountId; readonly email: string; readonly session?: string | undefined },
    ): Promise<AcceptedInvitation> => {
      const invitation = await findByToken(token);
      if (invitation === undefined) throw invitationUnusable();
      if (invitation.email !== normalEmail(account.email)) throw invitationForSomebodyElse();
      return store.asOwner(async (transaction) => {
        if (await isAddressProven(transaction, account.id)) {
          await take(transaction, invitation.id, account.id);
          return invitation;
        }
        if (mails) throw addressUnproven();
        await take(transaction, invitation.id, account.id);
        const removed = await removeWaysIn(transaction, now(), account.id, {
          provider: passwordProvider,
          ...(account.session === undefined ? {} : { session: account.session }),
        });
        return { ...invitation, removed };
      });
    },

    /** With a new account for the invited address; both come to be together or not at all. @throws QueryFault `unique` when it has an account */
    acceptWithNewAccount: async (
      token: string,
      { name, passwordHash }: Omit<NewAccount, 'email'>,
    ): Promise<OpenInvitation> => {
      const invitation = await findByToken(token);
      if (invitation === undefined) throw invitationUnusable();
      await store.asOwner(async (transaction) => {
        const account = await insertAccount(transaction, ports, { email: invitation.email, name, passwordHash });
        await take(transaction, invitation.id, account);
      });
      return invitation;
    },

    hasOpenInvitation: async (email: string): Promise<boolean> =>
      (await open(store.database, now()).where('invitation.email', '=', normalEmail(email)).executeTakeFirst()) !==
      undefined,

    /** For somebody whose address a provider of identities vouches for: the address was what the invitation was for. */
    acceptAllFor: async (account: AccountId, email: string): Promise<void> => {
      const rows = await open(store.database, now()).where('invitation.email', '=', normalEmail(email)).execute();
      for (const { id } of rows) await store.asOwner((transaction) => take(transaction, id, account));
    },
  };
};
