import { randomUUID } from 'node:crypto';
import type { Instant } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import type { ServerConfig } from '../../config.ts';
import { createAuth, type Auth, type SendMail } from '../create-auth.ts';
import type { PasswordHasher } from '../password.ts';

/** Quick and evident, and it counts: for tests that are not about argon2. */
export const countingHasher = (): PasswordHasher & { count: number } => {
  const hasher = {
    count: 0,
    hash: async (password: string) => {
      hasher.count += 1;
      return `plain:${password}`;
    },
    verify: async (hashed: string, password: string) => {
      hasher.count += 1;
      return hashed === `plain:${password}`;
    },
  };
  return hasher;
};

export const testPassword = 'correct horse battery staple';
export const publicAddress = 'http://127.0.0.1:8080';
export const operatorToken = 'the-token-of-the-run-file';

export interface TestAuthOptions {
  readonly store: Store;
  readonly hasher?: PasswordHasher;
  readonly oidc?: ServerConfig['oidc'];
  readonly publicAddress?: string;
  readonly sendMail?: SendMail;
}

export interface TestAuth {
  readonly auth: Auth;
  readonly logged: string[];
  /** Moves our clock; the library's sessions keep real time. */
  advance(milliseconds: number): void;
  now(): Instant;
}

export const createTestAuth = (options: TestAuthOptions): TestAuth => {
  let ahead = 0;
  const now = (): Instant => new Date(Date.now() + ahead).toISOString() as Instant;
  const logged: string[] = [];
  const auth = createAuth({
    store: options.store,
    config: { publicAddress: options.publicAddress ?? publicAddress, oidc: options.oidc },
    secret: 'a-secret-for-tests-that-is-long-enough-0123456789',
    now,
    newId: randomUUID,
    operatorToken,
    hasher: options.hasher ?? countingHasher(),
    log: (message) => logged.push(message),
    ...(options.sendMail === undefined ? {} : { sendMail: options.sendMail }),
  });
  return {
    auth,
    logged,
    now,
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
};

/** The cookies a browser would send back. */
export const cookieHeader = (cookies: Headers): string =>
  cookies
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');

export const headersWith = (cookies: Headers, more: Readonly<Record<string, string>> = {}): Headers =>
  new Headers({ cookie: cookieHeader(cookies), ...more });
