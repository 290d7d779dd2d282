import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { allRecords, toCsv, toJsonLines, toParquet } from '@suanjian/records';
import { assemble, type Assembly, type ServerConfig } from '@suanjian/server';
import { CliFault } from '../fault.ts';
import { secondFactorNeeded, wrongCode, wrongPassword } from '../texts/errors.ts';
import { bodyHeaders, bodyText, type Body, type Client } from './client.ts';
import { cookieHeader, keepCookies, type CookieJar } from './cookies.ts';

const payloadOf = (body: Body | undefined): { readonly payload?: string | Readable } => {
  if (body === undefined) return {};
  return { payload: body.kind === 'stream' ? Readable.from(body.chunks) : bodyText(body) };
};

const cookiesOf = (header: string | number | readonly string[] | undefined): readonly string[] => {
  if (header === undefined) return [];
  return Array.isArray(header) ? (header as readonly string[]) : [String(header)];
};

const here = '127.0.0.1';

const signInWith =
  ({ auth }: Pick<Assembly, 'auth'>): Client['signIn'] =>
  async ({ email, password, code }) => {
    const jar: CookieJar = new Map();
    const first = await auth.signIn(email, password, new Headers(), here);
    if (first.outcome === 'wrong') throw new CliFault(wrongPassword);
    keepCookies(jar, first.cookies.getSetCookie());
    if (first.outcome === 'second-factor') {
      if (code === undefined) throw new CliFault(secondFactorNeeded);
      const second = await auth.secondFactor(code, new Headers(cookieHeader(jar)), here);
      if (second.outcome === 'wrong') throw new CliFault(wrongCode);
      keepCookies(jar, second.cookies.getSetCookie());
    }
    return cookieHeader(jar);
  };

const registerOf =
  ({ services: { store } }: Pick<Assembly, 'services'>): Client['register'] =>
  async (format) => {
    const records = allRecords(store.database);
    switch (format) {
      case 'csv':
        return toCsv(records, { byteOrderMark: true });
      case 'jsonl':
        return toJsonLines(records);
      case 'parquet':
        return toParquet(records);
    }
  };

/**
 * With no server running: the whole server without a port and without pages, under the lock of the data folder.
 * @throws StoreLocked and the other errors of opening
 */
export const inProcess = async (config: ServerConfig): Promise<Client> => {
  const operatorToken = randomBytes(32).toString('base64url');
  const assembly = await assemble(config, { operatorToken, app: { requestsPerMinute: 0 } });
  return {
    operator: { authorization: `Bearer ${operatorToken}` },
    send: async ({ method, path, body, headers = {} }) => {
      const response = await assembly.app.inject({
        method,
        url: path,
        remoteAddress: here,
        headers: { ...bodyHeaders(body), ...headers },
        payloadAsStream: true,
        ...payloadOf(body),
      });
      return {
        status: response.statusCode,
        header: (name) => {
          const value = response.headers[name];
          return value === undefined ? undefined : String(value);
        },
        cookies: cookiesOf(response.headers['set-cookie']),
        chunks: response.stream(),
      };
    },
    signIn: signInWith(assembly),
    register: registerOf(assembly),
    close: assembly.close,
  };
};
