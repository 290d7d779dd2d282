import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { AccountId } from '@suanjian/matters';
import { isLoopback, type ServerConfig } from '../config.ts';
import { recordAccountEvent, type AccountEventType } from './account-events.ts';
import { passwordProvider, type AccountPorts } from './accounts.ts';
import { proveAddress } from './address-proof.ts';
import type { Attempts } from './attempts.ts';
import type { createInvitationFunctions } from './invitations.ts';
import { passwordLength } from './password.ts';
import { LibraryNames, modelNames } from './table-names.ts';

/** The id of the organisation's provider of identities, also in its callback address `/api/auth/callback/oidc`. */
export const oidcProvider = 'oidc';
export const authPath = '/api/auth';
export const cookiePrefix = 'suanjian';
/** Set by the server on every request it hands on; what a client sends under this name is thrown away. */
export const addressHeader = 'x-suanjian-address';

const sessionSeconds = 12 * 3600;

const personNotVerified = (): APIError =>
  new APIError('UNAUTHORIZED', { code: 'PERSON_NOT_VERIFIED', message: 'The passkey did not verify its person' });

const passkeyEvents: Readonly<Record<string, AccountEventType>> = {
  '/passkey/verify-registration': 'passkey-added',
  '/passkey/delete-passkey': 'passkey-removed',
};

export interface EngineOptions extends AccountPorts {
  readonly secret: string;
  readonly publicAddress: string;
  readonly oidc: ServerConfig['oidc'];
  readonly attempts: Attempts;
  readonly invitations: Pick<ReturnType<typeof createInvitationFunctions>, 'hasOpenInvitation' | 'acceptAllFor'>;
  readonly sendPasswordReset: ((email: string, token: string) => Promise<void>) | undefined;
  readonly log: (message: string) => void;
}

/** Passkeys belong to a name, never to a number: on a machine of one's own they work at `localhost`. */
const passkeyNames = (publicAddress: string): { readonly rpID: string; readonly origin: string[] } => {
  const { hostname, origin, port, protocol } = new URL(publicAddress);
  return isLoopback(hostname.replace(/^\[|\]$/g, ''))
    ? { rpID: 'localhost', origin: [`${protocol}//localhost${port === '' ? '' : `:${port}`}`] }
    : { rpID: hostname, origin: [origin] };
};

const signInPaths = new Set([
  '/sign-in/email',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
  '/callback/:id',
]);

/** The library that keeps accounts, set up for this installation. It works on the store as its owner, outside our transactions. */
export const createEngine = (options: EngineOptions) => {
  const { store, now, newId, hasher, secret, publicAddress, oidc, attempts, invitations, sendPasswordReset, log } =
    options;
  const passkeys = passkeyNames(publicAddress);
  return betterAuth({
    appName: 'Suanjian 算鉴',
    baseURL: publicAddress,
    basePath: authPath,
    secret,
    trustedOrigins: [new URL(publicAddress).origin, ...passkeys.origin],
    telemetry: { enabled: false },
    // Single statements: a transaction of the library's own would hold the embedded store's only connection while it asks for another.
    database: { db: store.database.withPlugin(new LibraryNames()), type: 'postgres', transaction: false },
    logger: { level: 'error', log: (_level, message) => log(message) },
    onAPIError: { errorURL: `${publicAddress}/sign-in` },
    user: {
      modelName: modelNames.user,
      /** Whoever comes from the organisation's provider needs an address it vouches for, and at first an invitation. */
      validateUserInfo: async ({ user, source }) => {
        if (source.method !== 'oauth') return undefined;
        if (user.emailVerified !== true || typeof user.email !== 'string') return { error: 'email-not-verified' };
        if (source.action === 'create-user' && !(await invitations.hasOpenInvitation(user.email)))
          return { error: 'invitation-needed' };
        return undefined;
      },
    },
    // Sessions are looked up every time: one that is revoked is revoked at once.
    session: {
      modelName: modelNames.session,
      expiresIn: sessionSeconds,
      updateAge: 3600,
      freshAge: 3600,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: modelNames.account,
      updateAccountOnSignIn: false,
      encryptOAuthTokens: true,
      // Linked by somebody who is signed in, never by the address alone: having proven an address does not ask for another way in.
      accountLinking: { enabled: true, allowDifferentEmails: false, disableImplicitLinking: true },
    },
    verification: { modelName: modelNames.verification, storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      password: { hash: hasher.hash, verify: ({ hash, password }) => hasher.verify(hash, password) },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      ...(sendPasswordReset === undefined
        ? {}
        : { sendResetPassword: ({ user, token }) => sendPasswordReset(user.email, token) }),
      // Before the library ends the sessions: if this fails, the address stays unproven and nothing is trusted that was not before.
      onPasswordReset: ({ user: { id } }) =>
        store.asOwner(async (transaction) => {
          const at = now();
          await recordAccountEvent(transaction, at, { type: 'password-reset', actor: id, account: id });
          await proveAddress(transaction, at, id, { by: 'password-reset', provider: passwordProvider });
        }),
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 60,
      customStorage: {
        consume: async (key, { max, window }) => {
          const wait = attempts.take([[`library ${key}`, { most: max, withinSeconds: window }]]);
          return { allowed: wait === 0, retryAfter: wait === 0 ? null : wait };
        },
      },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: publicAddress.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId(), validateSchema: false },
      // The answer to "send me a link" must not take longer for those who have an account.
      backgroundTasks: {
        handler: (task) => {
          task.catch((error: unknown) =>
            log(`a task in the background failed: ${error instanceof Error ? error.name : typeof error}`),
          );
        },
      },
    },
    databaseHooks: {
      account: {
        create: {
          // Nothing is ever fetched in somebody's name later: their tokens are not kept.
          before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
          after: async ({ providerId, userId }) => {
            if (providerId !== oidcProvider) return;
            await recordAccountEvent(store.database, now(), {
              type: 'identity-linked',
              actor: userId,
              account: userId,
            });
            await store.asOwner((transaction) =>
              proveAddress(transaction, now(), userId, { by: 'identity-provider', provider: oidcProvider }),
            );
            const user = await store.database
              .selectFrom('auth_user')
              .select('email')
              .where('id', '=', userId)
              .executeTakeFirst();
            if (user !== undefined) await invitations.acceptAllFor(userId as AccountId, user.email);
          },
        },
      },
    },
    hooks: {
      after: createAuthMiddleware(async ({ path, context }) => {
        const { newSession, session, returned } = context;
        if (isAPIError(returned)) return;
        const own = passkeyEvents[path];
        if (own !== undefined && session !== null) {
          await recordAccountEvent(store.database, now(), {
            type: own,
            actor: session.user.id,
            account: session.user.id,
          });
          return;
        }
        if (newSession === null || session !== null || !signInPaths.has(path)) return;
        // The password alone is not yet a sign-in for those with a second factor.
        if (path === '/sign-in/email' && newSession.user['twoFactorEnabled'] === true) return;
        await recordAccountEvent(store.database, now(), {
          type: 'signed-in',
          actor: newSession.user.id,
          account: newSession.user.id,
        });
      }),
    },
    plugins: [
      twoFactor({
        issuer: 'Suanjian 算鉴',
        twoFactorTable: modelNames.twoFactor,
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
      }),
      passkey({
        rpName: 'Suanjian 算鉴',
        ...passkeys,
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        // A passkey stands for password and second factor, so it must have asked for its person. The library does not insist by itself.
        registration: {
          afterVerification: async ({ verification: { registrationInfo } }) => {
            if (registrationInfo?.userVerified !== true) throw personNotVerified();
          },
        },
        authentication: {
          afterVerification: async ({ verification: { authenticationInfo } }) => {
            if (!authenticationInfo.userVerified) throw personNotVerified();
          },
        },
        // Kysely writes `credential_id`; the library spells its field otherwise.
        schema: {
          passkey: {
            modelName: modelNames.passkey,
            fields: { credentialID: 'credentialId', publicKey: 'publicKey', userId: 'userId' },
          },
        },
      }),
      genericOAuth({
        config:
          oidc === undefined
            ? []
            : [
                {
                  providerId: oidcProvider,
                  name: oidc.name,
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  requireIdTokenVerification: true,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                },
              ],
      }),
    ],
  });
};

export type Engine = ReturnType<typeof createEngine>;
