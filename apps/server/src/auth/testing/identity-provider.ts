import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly verified: boolean;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** Who may sign in there, by their name there. */
  readonly people: Map<string, Person>;
  /** Goes through its pages as a person would. @returns the address it sends the browser back to */
  signIn(url: string, login: string): Promise<string>;
  close(): Promise<void>;
}

export const client = { clientId: 'suanjian', clientSecret: 'a-secret-between-the-two' } as const;

/** A real OpenID provider on a port of its own, with the pages that it brings for trying things out. */
export const startIdentityProvider = async (callback: string): Promise<IdentityProvider> => {
  const people = new Map<string, Person>();
  let answer: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => answer?.(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  answer = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key for tests'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
    findAccount: async (_context, id) => {
      const person = people.get(id);
      return {
        accountId: id,
        claims: async () => ({ sub: id, name: person?.name, email: person?.email, email_verified: person?.verified }),
      };
    },
  }).callback();

  const signIn = async (url: string, login: string): Promise<string> => {
    const jar = new Map<string, string>();
    let next = url;
    let form: Readonly<Record<string, string>> | undefined;
    for (let step = 0; step < 12; step += 1) {
      const response = await fetch(next, {
        redirect: 'manual',
        headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
        ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const location = response.headers.get('location');
      const page = await response.text();
      form = undefined;
      if (location !== null) {
        next = new URL(location, next).href;
        if (!next.startsWith(issuer)) return next;
      } else {
        const [, action] = /<form[^>]*action="([^"]+)"/.exec(page) ?? [];
        const [, prompt] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
        if (action === undefined || prompt === undefined)
          throw new Error(`the provider answered ${response.status}: ${page.slice(0, 300)}`);
        next = new URL(action, next).href;
        form = prompt === 'login' ? { prompt, login, password: 'any' } : { prompt };
      }
    }
    throw new Error('the provider never came back');
  };

  return {
    issuer,
    people,
    signIn,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
