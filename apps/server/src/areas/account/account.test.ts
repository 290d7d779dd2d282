import { createOTP } from '@better-auth/utils/otp';
import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { totpSecret } from '../../auth/testing/authenticator-app.ts';
import { createBrowser, createTestApp, type TestBrowser } from '../../auth/testing/test-app.ts';
import { createTestAuth, operatorToken, testPassword, type TestAuth } from '../../auth/testing/test-auth.ts';

const operator = { kind: 'operator' } as const;
const email = 'lin@example.cn';

withStores(({ open }) => {
  let store: Store;
  let test: TestAuth;
  let app: FastifyInstance;
  let browser: TestBrowser;
  let company: string;
  let office: string;

  const signIn = async (): Promise<TestBrowser> => {
    const signedIn = createBrowser(app);
    await signedIn.submit('/sign-in', { email, password: testPassword });
    return signedIn;
  };

  beforeEach(async () => {
    store = await open();
    test = createTestAuth({ store });
    app = await createTestApp(store, test.auth);
    onTestFinished(() => app.close());
    company = await test.auth.createOrganisation(operator, {
      kind: 'provider',
      name: '示例科技有限公司',
      place: '330100',
    });
    office = await test.auth.createOrganisation(operator, {
      kind: 'office',
      name: '示例省网信办',
      place: '330000',
      level: 'province',
      department: '网信',
    });
    const { id } = await test.auth.ensureAccount(operator, {
      email,
      name: '林一',
      password: testPassword,
      member: { organisation: company, roles: ['officer'] },
    });
    test.advance(1000);
    await test.auth.addMember(operator, office, id, ['reviewer']);
    browser = await signIn();
  });

  it('remembers for whom somebody chose to act, and refuses what they do not belong to', async () => {
    expect((await browser.get('/api/me')).json()).toMatchObject({ actsFor: company });
    const chosen = await browser.send('POST', '/api/me/organisation', { organisation: office });
    expect(chosen.headers['set-cookie']).toMatch(/organisation=.*HttpOnly; SameSite=Lax/);
    expect((await browser.get('/api/me')).json()).toMatchObject({ actsFor: office });
    expect((await browser.get('/api/me', { 'x-organisation': company })).json()).toMatchObject({ actsFor: company });
    expect((await browser.get('/api/me', { 'x-organisation': 'elsewhere' })).statusCode).toBe(403);
    expect((await browser.send('POST', '/api/me/organisation', { organisation: 'elsewhere' })).statusCode).toBe(403);
  });

  it('refuses changes from another site', async () => {
    expect(
      (await browser.send('POST', '/api/me/organisation', { organisation: office }, { origin: 'https://evil.example' }))
        .statusCode,
    ).toBe(403);
  });

  it('is for people who are signed in; the operator has no account', async () => {
    for (const path of ['/api/me', '/api/me/sessions'])
      expect((await createBrowser(app).get(path)).statusCode).toBe(401);
    const here = createBrowser(app, '127.0.0.1');
    const bearer = { authorization: `Bearer ${operatorToken}` };
    expect((await here.get('/api/me', bearer)).json()).toMatchObject({ kind: 'operator' });
    expect((await here.get('/api/me/sessions', bearer)).statusCode).toBe(403);
  });

  it('ends one session or all others', async () => {
    const second = await signIn();
    const third = await signIn();
    const { sessions } = (await browser.get('/api/me/sessions')).json<{
      sessions: { id: string; current: boolean; address: string }[];
    }>();
    expect(sessions.map(({ address }) => address)).toEqual(['192.0.2.7', '192.0.2.7', '192.0.2.7']);
    const own = sessions.find(({ current }) => current);
    expect((await second.send('DELETE', `/api/me/sessions/${own?.id}`)).statusCode).toBe(200);
    expect((await browser.get('/api/me')).statusCode).toBe(401);
    expect((await third.send('DELETE', '/api/me/sessions')).json()).toEqual({ ended: 1 });
    expect([(await second.get('/api/me')).statusCode, (await third.get('/api/me')).statusCode]).toEqual([401, 200]);
  });

  it('sets up a second factor and asks for it at the next sign-in', async () => {
    expect((await browser.send('POST', '/api/me/second-factor', { password: 'wrong wrong wrong' })).statusCode).toBe(
      422,
    );
    const started = (await browser.send('POST', '/api/me/second-factor', { password: testPassword })).json<{
      totpUri: string;
      recoveryCodes: string[];
    }>();
    const code = () => createOTP(totpSecret(started.totpUri)).totp();
    expect((await browser.send('POST', '/api/me/second-factor/confirm', { code: await code() })).statusCode).toBe(200);
    expect((await browser.get('/api/me')).json()).toMatchObject({ secondFactor: true });

    const next = createBrowser(app);
    const asked = await next.submit('/sign-in', { email, password: testPassword, back: '/workspace/filings' });
    expect(asked.headers.location).toBe('/sign-in/second-factor?next=%2Fworkspace%2Ffilings');
    expect((await next.get('/api/me')).statusCode).toBe(401);
    expect(
      (await next.submit('/sign-in/second-factor', { code: '000000', back: '/workspace/filings' })).statusCode,
    ).toBe(401);
    const passed = await next.submit('/sign-in/second-factor', { code: await code(), back: '/workspace/filings' });
    expect([passed.statusCode, passed.headers.location]).toEqual([303, '/workspace/filings']);
    expect((await next.get('/api/me')).json()).toMatchObject({ email, secondFactor: true });

    const renewed = (await next.send('POST', '/api/me/recovery-codes', { password: testPassword })).json<{
      recoveryCodes: string[];
    }>();
    const [old = ''] = started.recoveryCodes;
    const [fresh = ''] = renewed.recoveryCodes;
    const third = createBrowser(app);
    await third.submit('/sign-in', { email, password: testPassword });
    expect((await third.submit('/sign-in/second-factor', { code: old })).statusCode).toBe(401);
    expect((await third.submit('/sign-in/second-factor', { code: fresh })).statusCode).toBe(303);
    expect((await third.send('POST', '/api/me/second-factor/remove', { password: testPassword })).statusCode).toBe(200);
    expect((await third.get('/api/me')).json()).toMatchObject({ secondFactor: false });
  });

  it('gives up a second factor that is guessed at', async () => {
    const started = (await browser.send('POST', '/api/me/second-factor', { password: testPassword })).json<{
      totpUri: string;
    }>();
    await browser.send('POST', '/api/me/second-factor/confirm', {
      code: await createOTP(totpSecret(started.totpUri)).totp(),
    });
    const guessing = createBrowser(app);
    await guessing.submit('/sign-in', { email, password: testPassword });
    for (let attempt = 0; attempt < 6; attempt += 1)
      await guessing.submit('/sign-in/second-factor', { code: '000000' });
    const right = await createOTP(totpSecret(started.totpUri)).totp();
    expect((await guessing.submit('/sign-in/second-factor', { code: right })).statusCode).toBe(401);
  });

  it('changes the password', async () => {
    expect((await browser.send('POST', '/api/me/password', { current: testPassword, next: 'short' })).statusCode).toBe(
      422,
    );
    expect(
      (await browser.send('POST', '/api/me/password', { current: testPassword, next: 'another long password' }))
        .statusCode,
    ).toBe(200);
    expect((await browser.get('/api/me')).statusCode).toBe(200);
    expect((await createBrowser(app).submit('/sign-in', { email, password: testPassword })).statusCode).toBe(401);
  });
});
