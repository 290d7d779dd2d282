import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { createSoftwareAuthenticator } from '../../auth/testing/software-authenticator.ts';
import { createBrowser, createTestApp, type TestBrowser } from '../../auth/testing/test-app.ts';
import { createTestAuth, testPassword } from '../../auth/testing/test-auth.ts';

const email = 'lin@example.cn';
const origin = 'http://localhost:8080';

withStores(({ open }) => {
  let store: Store;
  let app: FastifyInstance;
  let browser: TestBrowser;

  beforeEach(async () => {
    store = await open();
    const { auth } = createTestAuth({ store });
    app = await createTestApp(store, auth);
    onTestFinished(() => app.close());
    await auth.ensureAccount({ kind: 'operator' }, { email, name: '林一', password: testPassword });
    browser = createBrowser(app);
    await browser.submit('/sign-in', { email, password: testPassword });
  });

  const challengeOf = async (asking: TestBrowser, kind: 'register' | 'authenticate'): Promise<string> =>
    (await asking.get(`/api/auth/passkey/generate-${kind}-options`)).json<{ challenge: string }>().challenge;
  const register = async (authenticator: ReturnType<typeof createSoftwareAuthenticator>) =>
    browser.send('POST', '/api/auth/passkey/verify-registration', {
      response: authenticator.register(await challengeOf(browser, 'register')),
      name: '手机',
    });
  const authenticate = async (asking: TestBrowser, authenticator: ReturnType<typeof createSoftwareAuthenticator>) =>
    asking.send('POST', '/api/auth/passkey/verify-authentication', {
      response: authenticator.authenticate(await challengeOf(asking, 'authenticate')),
    });

  it('signs in with a passkey, tells scripts no token, and forgets a passkey that was removed', async () => {
    const authenticator = createSoftwareAuthenticator({ origin, rpId: 'localhost', verifiesPerson: true });
    expect((await register(authenticator)).statusCode).toBe(200);
    const other = createBrowser(app);
    const answer = await authenticate(other, authenticator);
    expect([answer.statusCode, answer.json()]).toEqual([200, { done: true }]);
    expect((await other.get('/api/me')).json()).toMatchObject({ email });

    const [kept] = (await browser.get('/api/auth/passkey/list-user-passkeys')).json<{ id: string; name: string }[]>();
    expect(kept).toMatchObject({ name: '手机' });
    expect((await browser.send('POST', '/api/auth/passkey/delete-passkey', { id: kept?.id })).statusCode).toBe(200);
    expect((await authenticate(createBrowser(app), authenticator)).statusCode).toBe(401);
    const events = await store.database.selectFrom('account_event').select('type').orderBy('id').execute();
    expect(events.map(({ type }) => type)).toEqual([
      'account-created',
      'signed-in',
      'passkey-added',
      'signed-in',
      'passkey-removed',
    ]);
  });

  it('refuses a passkey that does not ask for its person, at registration and afterwards', async () => {
    expect(
      (await register(createSoftwareAuthenticator({ origin, rpId: 'localhost', verifiesPerson: false }))).statusCode,
    ).toBe(401);
    expect(await store.database.selectFrom('auth_passkey').select('id').execute()).toEqual([]);
  });

  it('refuses a passkey for another site, a repeated challenge and an unknown key', async () => {
    expect(
      (
        await register(
          createSoftwareAuthenticator({ origin: 'https://evil.example', rpId: 'localhost', verifiesPerson: true }),
        )
      ).statusCode,
    ).toBe(400);
    const authenticator = createSoftwareAuthenticator({ origin, rpId: 'localhost', verifiesPerson: true });
    await register(authenticator);
    const other = createBrowser(app);
    const challenge = await challengeOf(other, 'authenticate');
    const once = await other.send('POST', '/api/auth/passkey/verify-authentication', {
      response: authenticator.authenticate(challenge),
    });
    const twice = await other.send('POST', '/api/auth/passkey/verify-authentication', {
      response: authenticator.authenticate(challenge),
    });
    expect([once.statusCode, twice.statusCode]).toEqual([200, 400]);
    expect(
      (
        await authenticate(
          createBrowser(app),
          createSoftwareAuthenticator({ origin, rpId: 'localhost', verifiesPerson: true }),
        )
      ).statusCode,
    ).toBe(401);
  });
});
