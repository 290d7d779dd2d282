import { randomBytes } from 'node:crypto';
import type { AccountId, Actor, Instant } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import type { ServerConfig } from '../config.ts';
import { forbidden } from '../http/problem.ts';
import { actorName } from './account-events.ts';
import { findAccount, insertAccount, type AccountPorts } from './accounts.ts';
import { createAttempts } from './attempts.ts';
import { createEngine } from './engine.ts';
import { createIdentification } from './identification.ts';
import { createInvitationFunctions } from './invitations.ts';
import { invitationMail, passwordResetMail } from './mails.ts';

import { createMemberFunctions } from './members.ts';
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
  const invitations = createInvitationFunctions(ports);
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
            return sendMail(email, subject, body);
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

    /** The account of an address, made when there is none. For the local operator. @throws ProblemError when it must be made and no fit password is given */
    ensureAccount: async (
      actor: Actor,
      account: { readonly email: string; readonly name: string; readonly password?: string },
    ): Promise<{ readonly id: AccountId; readonly created: boolean }> => {
      if (actor.kind !== 'operator') throw forbidden();
      const present = await store.asOwner((transaction) => findAccount(transaction, account.email));
      if (present !== undefined) return { id: present.id, created: false };
      assertPassword(account.password ?? '');
      const passwordHash = await hasher.hash(account.password ?? '');
      const id = await store.asOwner((transaction) =>
        insertAccount(transaction, ports, { email: account.email, name: account.name, passwordHash }, actorName(actor)),
      );
      return { id, created: true };
    },

    hashNewPassword: (password: string): Promise<string> => {
      assertPassword(password);
      return hasher.hash(password);
    },
  };
};

export type Auth = ReturnType<typeof createAuth>;
