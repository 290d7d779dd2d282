import { createOTP } from '@better-auth/utils/otp';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import type { AccountId } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { totpSecret } from './testing/authenticator-app.ts';
import { countingHasher, createTestAuth, headersWith, testPassword, type TestAuth } from './testing/test-auth.ts';

const address = '192.0.2.7';
const email = 'lin@example.cn';
const operator = { kind: 'operator' } as const;

withStores(({ open }) => {
  let store: Store;
  let test: TestAuth;
  let hasher: ReturnType<typeof countingHasher>;
  let account: AccountId;

  beforeEach(async () => {
    store = await open();
    hasher = countingHasher();
    test = createTestAuth({ store, hasher });
    ({ id: account } = await test.auth.ensureAccount(operator, { email, name: '林一', password: testPassword }));
  });

  const signIn = (password = testPassword, name = email) => test.auth.signIn(name, password, new Headers(), address);
  const whoIs = (headers: Headers) => test.auth.identification.identify(headers, address);

  it('signs in with the right password, whatever the case of the address, and knows the person afterwards', async () => {
    const { outcome, cookies } = await signIn(testPassword, ' LIN@example.cn ');
    expect(outcome).toBe('signed-in');
    const identity = await whoIs(headersWith(cookies));
    expect(identity).toMatchObject({ actor: { kind: 'person', account, name: '林一' }, email, memberships: [] });
  });

  it('sets cookies that scripts cannot read and other sites cannot send along', async () => {
    const { cookies } = await signIn();
    const [cookie] = cookies.getSetCookie();
    expect(cookie).toMatch(/^suanjian\.session_token=.*HttpOnly.*SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i);
    const secure = createTestAuth({ store, publicAddress: 'https://suanjian.example' });
    const [overTls] = (await secure.auth.signIn(email, testPassword, new Headers(), address)).cookies.getSetCookie();
    expect(overTls).toMatch(/^__Secure-suanjian\.session_token=.*Secure/i);
  });

  it('answers an unknown address as it answers a wrong password, at the cost of one hash each', async () => {
    hasher.count = 0;
    const wrong = await signIn('not the password at all');
    const costOfWrong = hasher.count;
    hasher.count = 0;
    const unknown = await signIn(testPassword, 'nobody@example.cn');
    expect(unknown.outcome).toBe(wrong.outcome);
    expect(wrong.outcome).toBe('wrong');
    expect(unknown.cookies.getSetCookie()).toEqual(wrong.cookies.getSetCookie());
    expect([costOfWrong, hasher.count]).toEqual([1, 1]);
  });

  it('stops guessing, and lets go after a while', async () => {
    for (let attempt = 0; attempt < 8; attempt += 1) expect((await signIn('a wrong password')).outcome).toBe('wrong');
    await expect(signIn()).rejects.toMatchObject({ problem: { status: 429 } });
    expect((await test.auth.signIn(email, testPassword, new Headers(), '198.51.100.4')).outcome).toBe('signed-in');
    test.advance(16 * 60_000);
    expect((await signIn()).outcome).toBe('signed-in');
  });

  it('forgets a forged, an altered and an ended session', async () => {
    const { cookies } = await signIn();
    const cookie = headersWith(cookies).get('cookie') ?? '';
    const altered = new Headers({
      cookie: cookie.replace(/=(.)/, (_, first: string) => `=${first === 'a' ? 'b' : 'a'}`),
    });
    expect((await whoIs(altered)).actor.kind).toBe('public');
    await test.auth.signOut(headersWith(cookies, { origin: 'http://127.0.0.1:8080' }));
    expect((await whoIs(headersWith(cookies))).actor.kind).toBe('public');
  });

  it('does not believe a session past its end', async () => {
    const { cookies } = await signIn();
    await sql`update auth_session set expires_at = now() - interval '1 second'`.execute(store.database);
    expect((await whoIs(headersWith(cookies))).actor.kind).toBe('public');
  });

  it('throws away sessions that have run out, and keeps the others', async () => {
    await signIn();
    await test.auth.removeExpired();
    expect(await store.database.selectFrom('auth_session').select('id').execute()).toHaveLength(1);
    test.advance(13 * 3_600_000);
    await test.auth.removeExpired();
    expect(await store.database.selectFrom('auth_session').select('id').execute()).toEqual([]);
  });

  it('lists sessions without their tokens, and a revoked one is revoked at once', async () => {
    const first = await signIn();
    const second = await signIn();
    const identity = await whoIs(headersWith(second.cookies));
    const sessions = await test.auth.listSessions(account, identity.session);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions).toHaveLength(2);
    expect(JSON.stringify(sessions)).not.toContain('token');
    const other = sessions.find(({ current }) => !current);
    await test.auth.revokeSession(account, other?.id ?? '');
    expect((await whoIs(headersWith(first.cookies))).actor.kind).toBe('public');
    expect((await whoIs(headersWith(second.cookies))).actor.kind).toBe('person');
    await expect(test.auth.revokeSession('somebody else' as AccountId, identity.session ?? '')).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });

  it('asks for the second factor once it is confirmed, takes each recovery code once, and can do without again', async () => {
    const { cookies } = await signIn();
    const started = await test.auth.startSecondFactor(account, testPassword, headersWith(cookies));
    expect(started.recoveryCodes.length).toBeGreaterThanOrEqual(8);
    // Started but not confirmed: the password is still enough.
    expect((await signIn()).outcome).toBe('signed-in');
    await expect(test.auth.confirmSecondFactor(account, '000000', headersWith(cookies))).rejects.toMatchObject({
      problem: { status: 422 },
    });
    const code = () => createOTP(totpSecret(started.totpUri)).totp();
    const confirmed = await test.auth.confirmSecondFactor(account, await code(), headersWith(cookies));

    const half = await signIn();
    expect(half.outcome).toBe('second-factor');
    expect((await whoIs(headersWith(half.cookies))).actor.kind).toBe('public');
    expect((await test.auth.secondFactor('000000', headersWith(half.cookies), address)).outcome).toBe('wrong');
    const whole = await test.auth.secondFactor(await code(), headersWith(half.cookies), address);
    expect(whole.outcome).toBe('signed-in');
    expect((await whoIs(headersWith(whole.cookies))).actor).toMatchObject({ kind: 'person', account });

    const [recovery = ''] = started.recoveryCodes;
    const lost = await signIn();
    expect((await test.auth.secondFactor(recovery, headersWith(lost.cookies), address)).outcome).toBe('signed-in');
    const again = await signIn();
    expect((await test.auth.secondFactor(recovery, headersWith(again.cookies), address)).outcome).toBe('wrong');

    await test.auth.removeSecondFactor(account, testPassword, headersWith(confirmed));
    expect((await signIn()).outcome).toBe('signed-in');
    const events = await store.database
      .selectFrom('account_event')
      .select('type')
      .where('account_id', '=', account)
      .execute();
    const count = (type: string) => events.filter((event) => event.type === type).length;
    expect({ on: count('second-factor-on'), off: count('second-factor-off'), signedIn: count('signed-in') }).toEqual({
      on: 1,
      off: 1,
      signedIn: 5,
    });
  });

  it('changes a password and ends the other sessions', async () => {
    const first = await signIn();
    const second = await signIn();
    await expect(
      test.auth.changePassword(
        account,
        'not the password',
        'another long password',
        headersWith(second.cookies),
        address,
      ),
    ).rejects.toMatchObject({ problem: { errors: [{ pointer: '/current' }] } });
    const cookies = await test.auth.changePassword(
      account,
      testPassword,
      'another long password',
      headersWith(second.cookies),
      address,
    );
    expect((await whoIs(headersWith(first.cookies))).actor.kind).toBe('public');
    expect((await whoIs(headersWith(cookies))).actor.kind).toBe('person');
    expect((await signIn('another long password')).outcome).toBe('signed-in');
  });

  it('resets a password by mail once, says the same to everybody, and ends every session', async () => {
    const mails: { to: string; body: string }[] = [];
    const mailing = createTestAuth({
      store,
      hasher,
      sendMail: async (to, _subject, body) => {
        mails.push({ to, body });
      },
    });
    const { cookies } = await mailing.auth.signIn(email, testPassword, new Headers(), address);
    await mailing.auth.requestPasswordReset('nobody@example.cn', new Headers(), address);
    await mailing.auth.requestPasswordReset(email, new Headers(), address);
    expect(mails.map(({ to }) => to)).toEqual([email]);
    const [, token = ''] = /new-password\/(\S+)/.exec(mails[0]?.body ?? '') ?? [];
    const { rows } = await sql<{ identifier: string }>`select identifier from auth_verification`.execute(
      store.database,
    );
    expect(rows.some(({ identifier }) => identifier.includes(token))).toBe(false);
    expect(await mailing.auth.resetPassword(token, 'yet another password', address)).toBe(true);
    expect(await mailing.auth.resetPassword(token, 'and one more password', address)).toBe(false);
    expect((await mailing.auth.identification.identify(headersWith(cookies), address)).actor.kind).toBe('public');
    expect((await mailing.auth.signIn(email, 'yet another password', new Headers(), address)).outcome).toBe(
      'signed-in',
    );
    await expect(test.auth.requestPasswordReset(email, new Headers(), address)).rejects.toMatchObject({
      problem: { status: 422 },
    });
  });

  it('keeps accounts and everything secret out of reach of the application role', async () => {
    await signIn();
    for (const table of [
      'auth_user',
      'auth_session',
      'auth_credential',
      'auth_verification',
      'auth_two_factor',
      'auth_passkey',
    ])
      await expect(
        store.inScope({ side: 'operator', account }, (transaction) =>
          sql`select * from ${sql.table(table)}`.execute(transaction),
        ),
      ).rejects.toMatchObject({ kind: 'denied' });
    const { rows } = await sql<{
      forced: boolean;
    }>`select bool_and(relforcerowsecurity) as forced from pg_class where relname like 'auth\_%' and relkind = 'r'`.execute(
      store.database,
    );
    expect(rows).toEqual([{ forced: true }]);
  });

  it('only ever adds account events, even as owner', async () => {
    await expect(sql`update account_event set type = 'other'`.execute(store.database)).rejects.toThrow(
      'only ever added',
    );
    await expect(sql`delete from account_event`.execute(store.database)).rejects.toThrow('only ever added');
  });

  it('logs neither passwords nor addresses nor tokens', async () => {
    const { cookies } = await signIn();
    await signIn('a wrong password');
    await test.auth.secondFactor('123456', headersWith(cookies), address);
    const all = test.logged.join('\n');
    for (const secret of [testPassword, 'a wrong password', email, headersWith(cookies).get('cookie') ?? ''])
      expect(all).not.toContain(secret);
  });
});
