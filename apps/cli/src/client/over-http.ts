import { Readable } from 'node:stream';
import type { RunFile } from '@suanjian/server/run-file';
import { CliFault } from '../fault.ts';
import { secondFactorNeeded, serverGone, signInRefused, wrongCode, wrongPassword } from '../texts/errors.ts';
import { faultOf } from './ask.ts';
import { bodyHeaders, bodyText, type Answer, type Body, type Client } from './client.ts';
import { cookieHeader, keepCookies, type CookieJar } from './cookies.ts';

const sentBody = (body: Body | undefined): Pick<RequestInit, 'body'> & { readonly duplex?: 'half' } => {
  if (body === undefined) return {};
  // A stream goes out while it is read; fetch wants to be told so.
  return body.kind === 'stream'
    ? { body: Readable.toWeb(Readable.from(body.chunks)) as unknown as ReadableStream, duplex: 'half' }
    : { body: bodyText(body) };
};

const nothing = async function* (): AsyncGenerator<Uint8Array, void, undefined> {};

const sendTo =
  (address: string): Client['send'] =>
  async ({ method, path, body, headers = {} }) => {
    let response: Response;
    try {
      response = await fetch(new URL(path, address), {
        method,
        redirect: 'manual',
        headers: { ...bodyHeaders(body), ...headers },
        ...sentBody(body),
      });
    } catch (error) {
      throw new CliFault(serverGone(address), { cause: error });
    }
    return {
      status: response.status,
      header: (name) => response.headers.get(name) ?? undefined,
      cookies: response.headers.getSetCookie(),
      chunks: response.body ?? nothing(),
    };
  };

/** As browsers sign in: by form, with the address of the site as origin. */
const signInAt =
  (address: string, send: Client['send']): Client['signIn'] =>
  async ({ email, password, code }) => {
    const jar: CookieJar = new Map();
    const post = async (path: string, fields: Readonly<Record<string, string>>): Promise<Answer> => {
      const answer = await send({
        method: 'POST',
        path,
        body: { kind: 'form', fields },
        headers: { origin: address, ...cookieHeader(jar) },
      });
      keepCookies(jar, answer.cookies);
      return answer;
    };
    const first = await post('/sign-in', { email, password, next: '/' });
    if (first.status === 401) throw new CliFault(wrongPassword);
    if (first.status !== 303) throw new CliFault(signInRefused(first.status));
    if (first.header('location')?.includes('/second-factor') === true) {
      if (code === undefined) throw new CliFault(secondFactorNeeded);
      const second = await post('/sign-in/second-factor', { code, next: '/' });
      if (second.status !== 303) throw new CliFault(wrongCode);
    }
    return cookieHeader(jar);
  };

/** Through the server that runs on the data folder, with the token of its run file. */
export const overHttp = ({ address, token }: RunFile): Client => {
  const send = sendTo(address);
  const operator = { authorization: `Bearer ${token}` };
  return {
    operator,
    send,
    signIn: signInAt(address, send),
    register: async (format) => {
      const answer = await send({ method: 'GET', path: `/open-data/register.${format}` });
      if (answer.status !== 200) throw await faultOf(answer);
      return answer.chunks;
    },
    close: async () => undefined,
  };
};
