import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { createBrowser, createTestApp } from '../../auth/testing/test-app.ts';
import {
  countingHasher,
  createTestAuth,
  operatorToken,
  testPassword,
  type TestAuth,
} from '../../auth/testing/test-auth.ts';

const operator = { kind: 'operator' } as const;
const email = 'lin@example.cn';
const bearer = { authorization: `Bearer ${operatorToken}` };

withStores(({ open }) => {
  let store: Store;
  let test: TestAuth;
  let app: FastifyInstance;
  let log: string[];

  beforeEach(async () => {
    store = await open();
    test = createTestAuth({ store, hasher: countingHasher() });
    log = [];
    app = await createTestApp(store, test.auth, log);
    onTestFinished(() => app.close());
  });

  const signedIn = async (address = email) => {
    const browser = createBrowser(app);
    await browser.submit('/sign-in', { email: address, password: testPassword });
    return browser;
  };

  it('takes people to where they wanted to go, and never to another site', async () => {
    await test.auth.ensureAccount(operator, { email, name: '林一', password: testPassword });
    const targets = {
      '/workspace/filings?x=1': '/workspace/filings?x=1',
      'https://evil.example/': '/workspace',
      '//evil.example': '/workspace',
      '/\\evil.example': '/workspace',
      '': '/workspace',
    };
    for (const [next, expected] of Object.entries(targets)) {
      const response = await createBrowser(app).submit('/sign-in', { email, password: testPassword, back: next });
      expect([response.statusCode, response.headers.location]).toEqual([303, expected]);
    }
  });

  it('says the same for an unknown address and a wrong password, in the reader’s language', async () => {
    await test.auth.ensureAccount(operator, { email, name: '林一', password: testPassword });
    const wrong = await createBrowser(app).submit('/en/sign-in', { email, password: 'wrong wrong wrong' });
    const unknown = await createBrowser(app).submit('/en/sign-in', {
      email: 'nobody@example.cn',
      password: testPassword,
    });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.body).toBe(
      'sign-in /sign-in back=/workspace error=The address or the password is wrong. Check both and try again. organisation=',
    );
    expect([unknown.statusCode, unknown.body]).toEqual([wrong.statusCode, wrong.body]);
  });

  it('refuses forms from other sites and forms that do not say where they come from', async () => {
    const browser = createBrowser(app);
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }])
      expect((await browser.submit('/sign-in', { email, password: testPassword }, headers)).statusCode).toBe(403);
    const silent = await app.inject({
      method: 'POST',
      url: '/sign-in',
      payload: 'email=a',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(silent.statusCode).toBe(403);
  });

  it('registers a company, which its officer then administers; a known address changes nothing and looks the same', async () => {
    const fields = { company: '示例科技有限公司', place: '330100', name: '林一', email, password: testPassword };
    const first = await createBrowser(app).submit('/register-company', fields);
    const second = await createBrowser(app).submit('/register-company', {
      ...fields,
      company: '另一家公司',
      password: 'some other password',
    });
    expect([second.statusCode, second.body]).toEqual([first.statusCode, first.body]);
    const browser = await signedIn();
    const me = await browser.get('/api/me');
    expect(me.json()).toMatchObject({
      kind: 'person',
      email,
      secondFactor: false,
      memberships: [{ name: '示例科技有限公司', kind: 'provider', roles: ['officer', 'administrator'] }],
    });
    const rows = await store.database.selectFrom('organisation').select(['name', 'registered', 'place']).execute();
    expect(rows).toEqual([{ name: '示例科技有限公司', registered: false, place: '330100' }]);
  });

  it('says what is wrong with a registration and keeps what was filled in, save the password', async () => {
    const fields = { company: '示例科技有限公司', place: '330100', name: '林一', email, password: 'short' };
    const short = await createBrowser(app).submit('/en/register-company', fields);
    expect(short.statusCode).toBe(422);
    expect(short.body).toContain('A password has 12 to 128 characters.');
    expect(short.body).toContain(email);
    expect(short.body).not.toContain('short]');
    const strange = await createBrowser(app).submit('/en/register-company', {
      ...fields,
      password: testPassword,
      place: '999999',
    });
    expect(strange.body).toContain('There is no place with the code 999999.');
    expect(await store.database.selectFrom('auth_user').select('id').execute()).toEqual([]);
  });

  it('lets an invitation be accepted once, with a new account, and not after it expired', async () => {
    const office = await test.auth.createOrganisation(operator, {
      kind: 'office',
      name: '示例省网信办',
      place: '330000',
      level: 'province',
      department: '网信',
    });
    const invited = await createBrowser(app, '127.0.0.1').send(
      'POST',
      `/api/organisations/${office}/invitations`,
      { email: 'Zhao@example.cn', roles: ['reviewer'] },
      bearer,
    );
    expect(invited.statusCode).toBe(201);
    const path = new URL(invited.json<{ link: string }>().link).pathname;
    const browser = createBrowser(app);
    expect((await browser.get(`/en${path}`)).body).toContain('Join 示例省网信办 [name= password=]');
    const accepted = await browser.submit(path, { name: '赵二', password: testPassword });
    expect([accepted.statusCode, accepted.headers.location]).toEqual([303, '/workspace']);
    expect((await browser.get('/api/me')).json()).toMatchObject({
      actsFor: office,
      memberships: [{ roles: ['reviewer'] }],
    });
    expect((await createBrowser(app).get(path)).statusCode).toBe(410);

    const later = await createBrowser(app, '127.0.0.1').send(
      'POST',
      `/api/organisations/${office}/invitations`,
      { email: 'qian@example.cn', roles: ['viewer'] },
      bearer,
    );
    test.advance(7 * 86_400_000);
    const laterPath = new URL(later.json<{ link: string }>().link).pathname;
    expect((await createBrowser(app).submit(laterPath, { name: '钱三', password: testPassword })).statusCode).toBe(410);
  });

  it('lets somebody with an account accept only when signed in with the invited address', async () => {
    const company = await test.auth.createOrganisation(operator, {
      kind: 'provider',
      name: '示例科技有限公司',
      place: '330100',
    });
    for (const address of [email, 'other@example.cn'])
      await test.auth.ensureAccount(operator, { email: address, name: '林一', password: testPassword });
    const { token } = await test.auth.invite(operator, company, email, ['editor']);
    const path = `/invitation/${token}`;
    expect((await createBrowser(app).get(path)).body).toContain(`/sign-in?next=${encodeURIComponent(path)}`);
    const other = await signedIn('other@example.cn');
    expect((await other.get(path)).statusCode).toBe(409);
    expect((await other.submit(path, {})).statusCode).toBe(409);
    const right = await signedIn();
    expect((await right.submit(path, {})).headers.location).toBe('/workspace');
    expect((await right.get('/api/me')).json()).toMatchObject({ actsFor: company });
  });

  it('signs out', async () => {
    await test.auth.ensureAccount(operator, { email, name: '林一', password: testPassword });
    const browser = await signedIn();
    expect((await browser.get('/api/me')).statusCode).toBe(200);
    expect((await browser.submit('/en/sign-out', {})).headers.location).toBe('/en');
    expect((await browser.get('/api/me')).statusCode).toBe(401);
  });

  it('opens of the library only what is named', async () => {
    await test.auth.ensureAccount(operator, { email, name: '林一', password: testPassword });
    const browser = await signedIn();
    for (const path of ['/api/auth/get-session', '/api/auth/list-sessions', '/api/auth/error', '/api/auth/ok'])
      expect((await browser.get(path)).statusCode).toBe(404);
    for (const path of [
      '/api/auth/sign-up/email',
      '/api/auth/sign-in/email',
      '/api/auth/update-user',
      '/api/auth/two-factor/enable',
    ])
      expect((await browser.send('POST', path, {})).statusCode).toBe(404);
  });

  it('offers passkeys for this name, to people who are signed in', async () => {
    await test.auth.ensureAccount(operator, { email, name: '林一', password: testPassword });
    expect((await createBrowser(app).get('/api/auth/passkey/generate-register-options')).statusCode).toBe(401);
    const browser = await signedIn();
    const options = await browser.get('/api/auth/passkey/generate-register-options');
    expect(options.json()).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: email },
      authenticatorSelection: { userVerification: 'required' },
    });
    const asked = await createBrowser(app).get('/api/auth/passkey/generate-authenticate-options');
    expect(asked.json()).toMatchObject({ rpId: 'localhost' });
    expect(
      (await createBrowser(app).send('POST', '/api/auth/passkey/verify-authentication', { response: {} })).statusCode,
    ).toBeGreaterThanOrEqual(400);
  });

  it('writes no password, address, token or code into the log of requests', async () => {
    const company = await test.auth.createOrganisation(operator, {
      kind: 'provider',
      name: '示例科技有限公司',
      place: '330100',
    });
    const { token } = await test.auth.invite(operator, company, email, ['editor']);
    const browser = createBrowser(app);
    await browser.submit(`/invitation/${token}`, { name: '林一', password: testPassword });
    await browser.submit('/sign-in', { email, password: 'wrong wrong wrong' });
    await browser.get('/api/me');
    const all = [...log, ...test.logged].join('\n');
    expect(log.length).toBeGreaterThan(0);
    for (const secret of [token, testPassword, 'wrong wrong wrong', email, '林一', ...browser.jar.values()])
      expect(all).not.toContain(secret);
  });
});
