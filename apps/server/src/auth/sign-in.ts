import { isAPIError } from 'better-auth/api';
import { QueryFault } from '@suanjian/records';
import { text } from '@suanjian/rulebook';
import { notFound } from '../http/problem.ts';
import { recordAccountEvent } from './account-events.ts';
import { insertAccount, normalEmail, type AccountPorts } from './accounts.ts';
import { formRules, signInRules, tooManyAttempts, type AttemptRule, type Attempts } from './attempts.ts';
import { oidcProvider, type Engine } from './engine.ts';
import { insertMember, insertOrganisation } from './organisations.ts';
import { passwordLength } from './password.ts';
import { passwordUnfit, refusedBecause, wrongPassword } from './refusals.ts';

/** Cookies that the browser must be given, beside what came of it. */
export interface WithCookies<Outcome extends string> {
  readonly outcome: Outcome;
  readonly cookies: Headers;
}

export interface CompanyRegistration {
  readonly company: string;
  readonly place: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Where linking begins and ends; a failure adds `?error=`. */
const accountPage = '/workspace/account';

const isClientFault = (error: unknown): boolean => isAPIError(error) && error.statusCode < 500;

/** What the library refuses is one answer for us: wrong. What it cannot do is an error. */
export const orWrong = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (isClientFault(error)) return undefined;
    throw error;
  }
};

export const assertPassword = (password: string, pointer?: string): void => {
  const characters = Array.from(password).length;
  if (characters < passwordLength.least || password.length > passwordLength.most)
    throw passwordUnfit(passwordLength.least, passwordLength.most, pointer);
};

export interface SignInPorts extends AccountPorts {
  readonly engine: Engine;
  readonly attempts: Attempts;
  readonly mails: boolean;
}

/** Ways in and out. `headers` are those of `libraryHeaders`; `address` is the client's. */
export const createSignInFunctions = (ports: SignInPorts) => {
  const { engine, attempts, store, now, hasher } = ports;
  const take = (rules: readonly (readonly [string, AttemptRule])[]): void => {
    const wait = attempts.take(rules);
    if (wait > 0) throw tooManyAttempts(wait);
  };
  const wrong = { outcome: 'wrong', cookies: new Headers() } as const;

  return {
    /** The same answer for an unknown account and a wrong password, at the same cost: both hash once. */
    signIn: async (
      email: string,
      password: string,
      headers: Headers,
      address: string,
    ): Promise<WithCookies<'signed-in' | 'second-factor' | 'wrong'>> => {
      const name = normalEmail(email);
      take(signInRules(address, name));
      const found = await orWrong(() =>
        engine.api.signInEmail({ body: { email: name, password }, headers, returnHeaders: true }),
      );
      if (found === undefined) return wrong;
      attempts.forget(`sign-in ${address} ${name}`);
      return { outcome: 'twoFactorRedirect' in found.response ? 'second-factor' : 'signed-in', cookies: found.headers };
    },

    /** A code of the authenticator (six digits) or a recovery code. */
    secondFactor: async (
      code: string,
      headers: Headers,
      address: string,
    ): Promise<WithCookies<'signed-in' | 'wrong'>> => {
      take(formRules('second-factor', address));
      const plain = code.replaceAll(/\s/g, '');
      const found = await orWrong(async () =>
        /^\d{6}$/.test(plain)
          ? engine.api.verifyTOTP({ body: { code: plain }, headers, returnHeaders: true })
          : engine.api.verifyBackupCode({ body: { code: plain }, headers, returnHeaders: true }),
      );
      return found === undefined ? wrong : { outcome: 'signed-in', cookies: found.headers };
    },

    signOut: async (headers: Headers): Promise<Headers> =>
      (await engine.api.signOut({ headers, returnHeaders: true })).headers,

    /** Where to send the browser to sign in at the organisation's provider. */
    startOidc: async (
      next: string,
      headers: Headers,
      address: string,
    ): Promise<{ readonly url: string; readonly cookies: Headers } | undefined> => {
      take(formRules('oidc', address));
      const found = await orWrong(() =>
        engine.api.signInSocial({
          body: { provider: oidcProvider, callbackURL: next, errorCallbackURL: '/sign-in', disableRedirect: true },
          headers,
          returnHeaders: true,
        }),
      );
      return found?.response.url === undefined ? undefined : { url: found.response.url, cookies: found.headers };
    },

    /** The same for somebody who is signed in and wants to use both ways. @throws ProblemError when there is no such provider, or it is away */
    linkOidc: async (headers: Headers): Promise<{ readonly url: string; readonly cookies: Headers }> => {
      const found = await orWrong(() =>
        engine.api.linkSocialAccount({
          body: {
            provider: oidcProvider,
            callbackURL: accountPage,
            errorCallbackURL: accountPage,
            disableRedirect: true,
          },
          headers,
          returnHeaders: true,
        }),
      );
      if (found?.response.url === undefined) throw notFound();
      return { url: found.response.url, cookies: found.headers };
    },

    /**
     * A company registers itself: account, organisation (not verified) and membership, together or not at all. Who asks for an address that has an account
     * gets the same answer, and nothing happens.
     */
    registerCompany: async (
      { company, place, name, email, password }: CompanyRegistration,
      address: string,
    ): Promise<void> => {
      take(formRules('register-company', address));
      assertPassword(password);
      const passwordHash = await hasher.hash(password);
      try {
        await store.asOwner(async (transaction) => {
          const account = await insertAccount(transaction, ports, { email, name, passwordHash });
          const organisation = await insertOrganisation(
            transaction,
            ports,
            { kind: 'provider', name: company, place },
            account,
          );
          await insertMember(
            transaction,
            ports,
            { organisation, kind: 'provider', account, roles: ['officer', 'administrator'] },
            account,
          );
        });
      } catch (error) {
        if (error instanceof QueryFault && error.kind === 'unique' && error.constraint === 'auth_user_email_key')
          return;
        throw error;
      }
    },

    /** Sends a link when there is an account and says the same when there is none. @throws ProblemError when the installation sends no mail */
    requestPasswordReset: async (email: string, headers: Headers, address: string): Promise<void> => {
      take(formRules('password-reset', address));
      if (!ports.mails)
        throw refusedBecause(
          'account/no-mail',
          text(
            '本系统没有配置邮件，请联系单位管理员或系统运维人员。',
            'This installation sends no mail. Ask your administrator or whoever runs it.',
          ),
        );
      const name = normalEmail(email);
      take([[`password-reset * ${name}`, { most: 3, withinSeconds: 3600 }]]);
      await orWrong(() => engine.api.requestPasswordReset({ body: { email: name }, headers }));
    },

    /** @returns whether the link was good; every session of the account ends. */
    resetPassword: async (token: string, password: string, address: string): Promise<boolean> => {
      take(formRules('new-password', address));
      assertPassword(password);
      return (await orWrong(() => engine.api.resetPassword({ body: { token, newPassword: password } }))) !== undefined;
    },

    changePassword: async (
      account: string,
      current: string,
      next: string,
      headers: Headers,
      address: string,
    ): Promise<Headers> => {
      take(formRules('change-password', address));
      assertPassword(next, '/next');
      const changed = await orWrong(() =>
        engine.api.changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers,
          returnHeaders: true,
        }),
      );
      if (changed === undefined) throw wrongPassword('/current');
      await recordAccountEvent(store.database, now(), { type: 'password-changed', actor: account, account });
      return changed.headers;
    },
  };
};
