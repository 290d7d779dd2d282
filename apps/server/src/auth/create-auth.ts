import { randomBytes } from 'node:crypto';
import type { AccountId, Actor, Instant } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import type { ServerConfig } from '../config.ts';
import { forbidden } from '../http/problem.ts';
import { actorName } from './account-events.ts';
import { findAccount, insertAccount, insertPassword, type AccountPorts } from './accounts.ts';
import { proveAddress } from './address-proof.ts';
import { createAttempts } from './attempts.ts';
import { createEngine } from './engine.ts';
import { createIdentification } from './identification.ts';
import { createInvitationFunctions } from './invitations.ts';
import { invitationMail, passwordResetMail } from './mails.ts';

import { createMemberFunctions } from './members.ts';
import { insertMember, lockOrganisation } from './organisations.ts';
import { argon2Hasher, type PasswordHasher } from './password.ts';
import { createSessionFunctions } from './sessions.ts';
import { createSecondFactorFunctions } from './second-factor.ts';
import { assertPassword, createSignInFunctions } from './sign-in.ts';

export type SendMail = (to: string, subject: string, body: string) => Promise<void>;

export interface AuthOptions {
  readonly store: Store;
  readonly config: Pick<ServerConfig, 'publicAddress' | 'oidc'>;
  /** From `loadOrCreateSecret(config.keyDirectory)`. */
  readonly secret: string;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** The token of the run file. */
  readonly operatorToken?: string;
  /** Absent: nothing is mailed, and passwords are not reset by mail. */
  readonly sendMail?: SendMail;
  readonly hasher?: PasswordHasher;
  readonly randomToken?: () => string;
  /** Faults of the sign-in library, without personal data. */
  readonly log?: (message: string) => void;
}

export interface WantedAccount {
  readonly email: string;
  readonly name: string;
  /** Needed when the address has no account yet, or one whose owner never proved it; else not looked at. */
  readonly password?: string;
  readonly member?: { readonly organisation: string; readonly roles: readonly string[] };
}

/** Everything about who somebody is: signing in, accounts, organisations, members and invitations. */
export const createAuth = (options: AuthOptions) => {
  const {
    store,
    config,
    secret,
    now,
    newId,
    operatorToken,
    sendMail,
    hasher = argon2Hasher,
    log = () => undefined,
  } = options;
  const randomToken = options.randomToken ?? (() => randomBytes(32).toString('base64url'));
  const ports: AccountPorts = { store, now, newId, randomToken, hasher };
  const attempts = createAttempts(() => Date.parse(now()));
  const invitations = createInvitationFunctions({ ...ports, mails: sendMail !== undefined });
  const engine = createEngine({
    ...ports,
    secret,
    publicAddress: config.publicAddress,
    oidc: config.oidc,
    attempts,
    invitations,
    sendPasswordReset:
      sendMail === undefined
        ? undefined
        : (email, token) => {
            const { subject, body } = passwordResetMail(`${config.publicAddress}/sign-in/new-password/${token}`);
            // The library would print the fault of a mail server, which may name the address.
            return sendMail(email, subject, body).catch((error: unknown) =>
              log(`a mail could not be sent: ${error instanceof Error ? error.name : typeof error}`),
            );
          },
    log,
  });
  const identification = createIdentification({ store, engine, operatorToken });
  const signInPorts = { ...ports, engine, attempts, mails: sendMail !== undefined };

  return {
    identification,
    engine,
    attempts,
    mails: sendMail !== undefined,
    oidcName: config.oidc?.name,
    ...createSignInFunctions(signInPorts),
    ...createSecondFactorFunctions(signInPorts),
    ...createSessionFunctions(ports),
    ...createMemberFunctions(ports),
    ...invitations,

    /** The link of an invitation, and whether it was mailed as well. */
    deliverInvitation: async (
      email: string,
      token: string,
      organisationName: string,
    ): Promise<{ readonly link: string; readonly mailed: boolean }> => {
      const link = `${config.publicAddress}/invitation/${token}`;
      if (sendMail === undefined) return { link, mailed: false };
      const { subject, body } = invitationMail(link, organisationName);
      try {
        await sendMail(email, subject, body);
        return { link, mailed: true };
      } catch (error) {
        log(`an invitation could not be mailed: ${error instanceof Error ? error.name : typeof error}`);
        return { link, mailed: false };
      }
    },

    /**
     * The account of an address, made when there is none, with roles in an organisation when one is named: together or not at all. For the local operator,
     * who vouches for the address: an account that a stranger may have registered for it loses every way in and gets the given password. Then too it
     * counts as `created`: the password given is the one that works.
     * @throws ProblemError when it must be made and no fit password is given, or a role does not fit
     */
    ensureAccount: async (
      actor: Actor,
      wanted: WantedAccount,
    ): Promise<{ readonly id: AccountId; readonly created: boolean }> => {
      if (actor.kind !== 'operator') throw forbidden();
      const { email, name, password = '', member } = wanted;
      const isKept = (await store.asOwner((transaction) => findAccount(transaction, email)))?.proven === true;
      if (!isKept) assertPassword(password);
      const passwordHash = isKept ? '' : await hasher.hash(password);
      return store.asOwner(async (transaction) => {
        const present = await findAccount(transaction, email);
        const id =
          present?.id ??
          (await insertAccount(transaction, ports, { email, name, passwordHash, vouchedFor: true }, actorName(actor)));
        const isTakenOver =
          present !== undefined &&
          !isKept &&
          (await proveAddress(transaction, now(), id, { by: 'operator', actor: actorName(actor) }));
        if (isTakenOver) await insertPassword(transaction, ports, id, passwordHash);
        if (member !== undefined) {
          const { id: organisation, kind } = await lockOrganisation(transaction, member.organisation);
          await insertMember(
            transaction,
            ports,
            { organisation, kind, account: id, roles: member.roles },
            actorName(actor),
          );
        }
        return { id, created: present === undefined || isTakenOver };
      });
    },

    hashNewPassword: (password: string): Promise<string> => {
      assertPassword(password);
      return hasher.hash(password);
    },
  };
};

export type Auth = ReturnType<typeof createAuth>;
