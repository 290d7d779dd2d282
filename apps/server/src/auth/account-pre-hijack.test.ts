import { createOTP } from '@better-auth/utils/otp';
import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { AccountId, OrganisationId } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { totpSecret } from './testing/authenticator-app.ts';
import { createSoftwareAuthenticator } from './testing/software-authenticator.ts';
import { createBrowser, createTestApp, type TestBrowser } from './testing/test-app.ts';
import { createTestAuth, headersWith, testPassword, type TestAuth } from './testing/test-auth.ts';

const email = 'wang@office.example';
const address = '192.0.2.7';
const ownersPassword = 'only the owner knows it';
const operator = { kind: 'operator' } as const;

withStores(({ open }) => {
  let store: Store;
  let test: TestAuth;
  let app: FastifyInstance;
  let office: OrganisationId;
  const mails: { readonly to: string; readonly body: string }[] = [];

  const begin = async (withMail: boolean): Promise<void> => {
    test = createTestAuth({
      store,
      ...(withMail
        ? {
            sendMail: async (to: string, _subject: string, body: string) => {
              mails.push({ to, body });
            },
          }
        : {}),
    });
    app = await createTestApp(store, test.auth);
    onTestFinished(() => app.close());
    office = await test.auth.createOrganisation(operator, {
      kind: 'office',
      name: '示例省网信办',
      place: '330000',
      level: 'province',
      department: '网信',
    });
  };

  beforeEach(async () => {
    mails.length = 0;
    store = await open();
  });

  const registerAs = (password: string) =>
    test.auth.registerCompany({ company: '空壳公司', place: '330100', name: '王五', email, password }, address);
  const signedIn = async (password: string): Promise<TestBrowser> => {
    const browser = createBrowser(app);
    await browser.submit('/sign-in', { email, password });
    expect((await browser.get('/api/me')).statusCode).toBe(200);
    return browser;
  };
  const newPasskey = () =>
    createSoftwareAuthenticator({ origin: 'http://localhost:8080', rpId: 'localhost', verifiesPerson: true });
  const challengeOf = async (browser: TestBrowser, kind: 'register' | 'authenticate'): Promise<string> =>
    (await browser.get(`/api/auth/passkey/generate-${kind}-options`)).json<{ challenge: string }>().challenge;
  const addPasskey = async (browser: TestBrowser) => {
    const passkey = newPasskey();
    const answer = await browser.send('POST', '/api/auth/passkey/verify-registration', {
      response: passkey.register(await challengeOf(browser, 'register')),
      name: '手机',
    });
    expect(answer.statusCode).toBe(200);
    return passkey;
  };
  const statusOfPasskey = async (passkey: ReturnType<typeof newPasskey>): Promise<number> => {
    const browser = createBrowser(app);
    const response = passkey.authenticate(await challengeOf(browser, 'authenticate'));
    return (await browser.send('POST', '/api/auth/passkey/verify-authentication', { response })).statusCode;
  };
  const addSecondFactor = async (password: string): Promise<void> => {
    const { cookies } = await test.auth.signIn(email, password, new Headers(), address);
    const { id } = await accountRow();
    const { totpUri } = await test.auth.startSecondFactor(id, password, headersWith(cookies));
    const code = await createOTP(totpSecret(totpUri)).totp();
    await test.auth.confirmSecondFactor(id, code, headersWith(cookies));
  };
  const accountRow = async (): Promise<{ id: AccountId; verified: boolean; secondFactor: boolean }> => {
    const { id, ...row } = await store.database
      .selectFrom('auth_user')
      .select(['id', 'email_verified as verified', 'two_factor_enabled as secondFactor'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    return { ...row, id: id as AccountId };
  };
  const resetByMail = async (password: string): Promise<void> => {
    await test.auth.requestPasswordReset(email, new Headers(), address);
    const [, token = ''] = /new-password\/(\S+)/.exec(mails.at(-1)?.body ?? '') ?? [];
    expect(await test.auth.resetPassword(token, password, address)).toBe(true);
  };
  const invite = async (): Promise<string> => (await test.auth.invite(operator, office, email, ['supervisor'])).token;
  const eventsOf = async (type: string) =>
    store.database.selectFrom('account_event').select(['actor', 'details']).where('type', '=', type).execute();
  const isMember = async (): Promise<boolean> =>
    (await store.database
      .selectFrom('membership')
      .select('roles')
      .where('organisation_id', '=', office)
      .executeTakeFirst()) !== undefined;

  it('leaves whoever registered a stranger’s address no way in once its owner resets the password and joins', async () => {
    await begin(true);
    await registerAs(testPassword);
    const mallory = await signedIn(testPassword);
    const passkey = await addPasskey(mallory);
    await addSecondFactor(testPassword);
    expect(await statusOfPasskey(passkey)).toBe(200);

    await resetByMail(ownersPassword);
    expect(await statusOfPasskey(passkey)).toBe(401);
    expect((await mallory.get('/api/me')).statusCode).toBe(401);
    const { id, ...flags } = await accountRow();
    expect(flags).toEqual({ verified: true, secondFactor: false });

    const owner = await signedIn(ownersPassword);
    expect((await owner.submit(`/invitation/${await invite()}`, {})).headers.location).toBe('/workspace');
    expect((await owner.get('/api/me')).json()).toMatchObject({ email, memberships: [{}, { roles: ['supervisor'] }] });
    expect(await statusOfPasskey(passkey)).toBe(401);
    expect((await test.auth.signIn(email, testPassword, new Headers(), address)).outcome).toBe('wrong');
    expect(await eventsOf('ways-in-removed')).toEqual([
      { actor: id, details: expect.objectContaining({ passkeys: 1, secondFactors: 1, credentials: 0 }) as unknown },
    ]);
    expect(await eventsOf('address-proven')).toEqual([{ actor: id, details: { by: 'password-reset' } }]);
  });

  it('keeps passkey and second factor of a proven address when its password is reset or it joins', async () => {
    await begin(true);
    await registerAs(testPassword);
    await resetByMail(ownersPassword);
    const owner = await signedIn(ownersPassword);
    const passkey = await addPasskey(owner);
    await owner.submit(`/invitation/${await invite()}`, {});
    expect(await isMember()).toBe(true);
    await addSecondFactor(ownersPassword);
    await resetByMail('and one more password');
    expect(await statusOfPasskey(passkey)).toBe(200);
    expect(await accountRow()).toMatchObject({ verified: true, secondFactor: true });
    expect((await test.auth.signIn(email, 'and one more password', new Headers(), address)).outcome).toBe(
      'second-factor',
    );
    expect(await eventsOf('address-proven')).toHaveLength(1);
  });

  it('takes no invitation for an unproven address where it could be proven by mail, and the invitation stays good', async () => {
    await begin(true);
    await registerAs(testPassword);
    const browser = await signedIn(testPassword);
    const path = `/en/invitation/${await invite()}`;
    const refused = await browser.submit(path, {});
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('It is not proven yet that this address is yours.');
    expect(await isMember()).toBe(false);
    await resetByMail(ownersPassword);
    await (await signedIn(ownersPassword)).submit(path, {});
    expect(await isMember()).toBe(true);
  });

  it('does not take the link of an invitation for a proof: whoever invites is shown it', async () => {
    await begin(true);
    const { token } = await test.auth.invite(operator, office, email, ['viewer']);
    await test.auth.acceptWithNewAccount(token, {
      name: '王五',
      passwordHash: await test.auth.hashNewPassword(testPassword),
    });
    const passkey = await addPasskey(await signedIn(testPassword));
    expect(await accountRow()).toMatchObject({ verified: false });
    await resetByMail(ownersPassword);
    expect(await statusOfPasskey(passkey)).toBe(401);
  });

  it('without mail, lets an unproven address join and takes all but its password and the session that accepts', async () => {
    await begin(false);
    await registerAs(testPassword);
    const earlier = await signedIn(testPassword);
    const passkey = await addPasskey(earlier);
    const { cookies } = await test.auth.signIn(email, testPassword, new Headers(), address);
    const { session } = await test.auth.identification.identify(headersWith(cookies), address);
    const { id } = await accountRow();
    const accepted = await test.auth.acceptInvitation(await invite(), { id, email, session });
    expect(accepted.removed).toEqual({ passkeys: 1, secondFactors: 0, credentials: 0, sessions: 1 });
    expect(await isMember()).toBe(true);
    expect(await statusOfPasskey(passkey)).toBe(401);
    expect((await earlier.get('/api/me')).statusCode).toBe(401);
    expect((await test.auth.identification.identify(headersWith(cookies), address)).actor.kind).toBe('person');
    expect(await accountRow()).toMatchObject({ verified: false });
  });

  it('hands the operator an account that a stranger registered without any of the stranger’s ways in', async () => {
    await begin(false);
    await registerAs(testPassword);
    const mallory = await signedIn(testPassword);
    const passkey = await addPasskey(mallory);
    const wanted = { email, name: '王五', member: { organisation: office, roles: ['supervisor'] } };
    await expect(test.auth.ensureAccount(operator, wanted)).rejects.toMatchObject({ problem: { status: 422 } });
    expect(await isMember()).toBe(false);
    const { id } = await accountRow();
    expect(await test.auth.ensureAccount(operator, { ...wanted, password: ownersPassword })).toEqual({
      id,
      created: true,
    });
    expect([await statusOfPasskey(passkey), (await mallory.get('/api/me')).statusCode]).toEqual([401, 401]);
    expect((await test.auth.signIn(email, testPassword, new Headers(), address)).outcome).toBe('wrong');
    const own = await addPasskey(await signedIn(ownersPassword));
    expect(await test.auth.ensureAccount(operator, { ...wanted, password: 'not looked at any more' })).toEqual({
      id,
      created: false,
    });
    expect(await statusOfPasskey(own)).toBe(200);
    expect(await eventsOf('address-proven')).toEqual([{ actor: 'operator', details: { by: 'operator' } }]);
  });
});
