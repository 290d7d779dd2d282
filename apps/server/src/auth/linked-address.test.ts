import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { client, startIdentityProvider, type IdentityProvider } from './testing/identity-provider.ts';
import { createSoftwareAuthenticator } from './testing/software-authenticator.ts';
import { createBrowser, createTestApp, type TestBrowser } from './testing/test-app.ts';
import { createTestAuth, publicAddress, testPassword, type TestAuth } from './testing/test-auth.ts';

const email = 'wang@office.example';
const operator = { kind: 'operator' } as const;

withStores(({ open }) => {
  let provider: IdentityProvider;
  let store: Store;
  let test: TestAuth;
  let app: FastifyInstance;
  let browser: TestBrowser;

  beforeAll(async () => {
    provider = await startIdentityProvider(`${publicAddress}/api/auth/callback/oidc`);
    provider.people.set('wang', { name: '王五', email, verified: true });
  });
  afterAll(() => provider.close());

  beforeEach(async () => {
    store = await open();
    test = createTestAuth({ store, oidc: { issuer: provider.issuer, name: '统一身份', ...client } });
    app = await createTestApp(store, test.auth);
    onTestFinished(() => app.close());
    browser = createBrowser(app);
  });

  const local = (address: string): string => address.replace(publicAddress, '');
  const throughProvider = async (): Promise<string> => {
    const fresh = createBrowser(app);
    const started = await fresh.get('/sign-in/organisation?next=%2Fworkspace');
    const back = await fresh.get(local(await provider.signIn(String(started.headers.location), 'wang')));
    return local(String(back.headers.location));
  };
  /** Signs in, adds a passkey, and links the account at the provider. */
  const addPasskeyAndLink = async (): Promise<void> => {
    await browser.submit('/sign-in', { email, password: testPassword });
    const { challenge } = (await browser.get('/api/auth/passkey/generate-register-options')).json<{
      challenge: string;
    }>();
    const passkey = createSoftwareAuthenticator({
      origin: 'http://localhost:8080',
      rpId: 'localhost',
      verifiesPerson: true,
    });
    const added = await browser.send('POST', '/api/auth/passkey/verify-registration', {
      response: passkey.register(challenge),
    });
    expect(added.statusCode).toBe(200);
    const link = await browser.send('POST', '/api/me/identity-provider');
    await browser.get(local(await provider.signIn(link.json<{ url: string }>().url, 'wang')));
  };
  const waysIn = async () => ({
    passkeys: (await store.database.selectFrom('auth_passkey').select('id').execute()).length,
    credentials: (await store.database.selectFrom('auth_credential').select('provider_id').execute())
      .map(({ provider_id }) => provider_id)
      .toSorted((a, b) => a.localeCompare(b)),
  });

  it('leaves only the provider’s word in an account whose address it is the first to prove', async () => {
    await test.auth.registerCompany(
      { company: '空壳公司', place: '330100', name: '王五', email, password: testPassword },
      '192.0.2.7',
    );
    await addPasskeyAndLink();
    expect(await waysIn()).toEqual({ passkeys: 0, credentials: ['oidc'] });
    expect((await browser.get('/api/me')).statusCode).toBe(401);
    expect(await throughProvider()).toBe('/workspace');
    const proofs = await store.database
      .selectFrom('account_event')
      .select('details')
      .where('type', '=', 'address-proven')
      .execute();
    expect(proofs).toEqual([{ details: { by: 'identity-provider' } }]);
  });

  it('takes nothing from an account whose address was proven before, and links it by hand only', async () => {
    await test.auth.ensureAccount(operator, { email, name: '王五', password: testPassword });
    expect(await throughProvider()).toContain('/sign-in?error=');
    await addPasskeyAndLink();
    expect(await waysIn()).toEqual({ passkeys: 1, credentials: ['credential', 'oidc'] });
    expect((await browser.get('/api/me')).statusCode).toBe(200);
  });
});
