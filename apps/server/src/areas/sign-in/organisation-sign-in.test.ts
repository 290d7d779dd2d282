import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { client, startIdentityProvider, type IdentityProvider } from '../../auth/testing/identity-provider.ts';
import { createBrowser, createTestApp, type TestBrowser } from '../../auth/testing/test-app.ts';
import { createTestAuth, publicAddress, testPassword, type TestAuth } from '../../auth/testing/test-auth.ts';

const operator = { kind: 'operator' } as const;

withStores(({ open }) => {
  let provider: IdentityProvider;
  let store: Store;
  let test: TestAuth;
  let app: FastifyInstance;
  let organisation: string;

  beforeAll(async () => {
    provider = await startIdentityProvider(`${publicAddress}/api/auth/callback/oidc`);
  });
  afterAll(() => provider.close());

  beforeEach(async () => {
    store = await open();
    test = createTestAuth({ store, oidc: { issuer: provider.issuer, name: '统一身份', ...client } });
    app = await createTestApp(store, test.auth);
    onTestFinished(() => app.close());
    organisation = await test.auth.createOrganisation(operator, {
      kind: 'office',
      name: '示例省网信办',
      place: '330000',
      level: 'province',
      department: '网信',
    });
    provider.people.clear();
    provider.people.set('lin', { name: '林一', email: 'lin@example.cn', verified: true });
  });

  const local = (address: string): string => address.replace(publicAddress, '');
  const throughProvider = async (browser: TestBrowser, login: string, next = '/workspace') => {
    const started = await browser.get(`/sign-in/organisation?next=${encodeURIComponent(next)}`);
    expect(started.statusCode).toBe(303);
    return browser.get(local(await provider.signIn(String(started.headers.location), login)));
  };

  it('lets an invited person in, as a member of what they were invited to, and knows them the next time', async () => {
    await test.auth.invite(operator, organisation, 'lin@example.cn', ['reviewer']);
    const browser = createBrowser(app);
    const back = await throughProvider(browser, 'lin', '/workspace/queue');
    expect([back.statusCode, local(String(back.headers.location))]).toEqual([302, '/workspace/queue']);
    expect((await browser.get('/api/me')).json()).toMatchObject({
      name: '林一',
      actsFor: organisation,
      password: false,
      identityProvider: { linked: true },
      memberships: [{ roles: ['reviewer'] }],
    });

    const again = createBrowser(app);
    await throughProvider(again, 'lin');
    expect((await again.get('/api/me')).json()).toMatchObject({ actsFor: organisation });
    expect(await store.database.selectFrom('auth_user').select('email').execute()).toEqual([
      { email: 'lin@example.cn' },
    ]);
    const tokens = await store.database
      .selectFrom('auth_credential')
      .select(['access_token', 'refresh_token', 'id_token'])
      .execute();
    expect(tokens).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
  });

  it('turns away whoever was not invited, or whose address nobody vouches for', async () => {
    const stranger = await throughProvider(createBrowser(app), 'lin');
    expect(String(stranger.headers.location)).toContain('/sign-in?error=');
    await test.auth.invite(operator, organisation, 'wang@example.cn', ['reviewer']);
    provider.people.set('wang', { name: '王五', email: 'wang@example.cn', verified: false });
    const unverified = await throughProvider(createBrowser(app), 'wang');
    expect(String(unverified.headers.location)).toContain('/sign-in?error=');
    expect((await createBrowser(app).get(local(String(unverified.headers.location)))).body).toContain(
      '单位统一登录没有成功',
    );
    expect(await store.database.selectFrom('auth_user').select('id').execute()).toEqual([]);
  });

  it('does not hand an account with a password to whoever has its address there, until its owner links the two', async () => {
    await test.auth.ensureAccount(operator, {
      email: 'lin@example.cn',
      name: '林一',
      password: testPassword,
      member: { organisation, roles: ['reviewer'] },
    });
    const refused = await throughProvider(createBrowser(app), 'lin');
    expect(String(refused.headers.location)).toContain('/sign-in?error=');

    const owner = createBrowser(app);
    await owner.submit('/sign-in', { email: 'lin@example.cn', password: testPassword });
    const link = await owner.send('POST', '/api/me/identity-provider');
    const linked = await owner.get(local(await provider.signIn(link.json<{ url: string }>().url, 'lin')));
    expect(local(String(linked.headers.location))).toBe('/workspace/account');
    expect((await owner.get('/api/me')).json()).toMatchObject({ password: true, identityProvider: { linked: true } });
    const browser = createBrowser(app);
    await throughProvider(browser, 'lin');
    expect((await browser.get('/api/me')).json()).toMatchObject({ email: 'lin@example.cn', actsFor: organisation });
  });

  it('does not link an account there whose address is another, and says so where linking began', async () => {
    await test.auth.ensureAccount(operator, { email: 'lin@example.cn', name: '林一', password: testPassword });
    provider.people.set('zhou', { name: '周二', email: 'zhou@example.cn', verified: true });
    const owner = createBrowser(app);
    await owner.submit('/sign-in', { email: 'lin@example.cn', password: testPassword });
    const link = await owner.send('POST', '/api/me/identity-provider');
    const back = await owner.get(local(await provider.signIn(link.json<{ url: string }>().url, 'zhou')));
    expect(local(String(back.headers.location))).toMatch(/^\/workspace\/account\?error=/);
    expect((await owner.get('/api/me')).json()).toMatchObject({ identityProvider: { linked: false } });
  });

  it('refuses a callback that this browser did not ask for', async () => {
    await test.auth.invite(operator, organisation, 'lin@example.cn', ['reviewer']);
    const started = await createBrowser(app).get('/sign-in/organisation?next=%2Fworkspace');
    const callback = local(await provider.signIn(String(started.headers.location), 'lin'));
    const victim = createBrowser(app);
    expect(String((await victim.get(callback)).headers.location)).toContain('error=');
    expect((await victim.get('/api/me')).statusCode).toBe(401);
  });
});
