import { beforeEach, expect, it } from 'vitest';
import type { AccountId } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { cookieHeader, createTestAuth, operatorToken, testPassword, type TestAuth } from './testing/test-auth.ts';

const operator = { kind: 'operator' } as const;
const email = 'lin@example.cn';
const bearer = (token: string): Headers => new Headers({ authorization: `Bearer ${token}` });

withStores(({ open }) => {
  let store: Store;
  let test: TestAuth;
  let account: AccountId;
  let company: string;
  let office: string;
  let cookie: string;

  beforeEach(async () => {
    store = await open();
    test = createTestAuth({ store });
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
    ({ id: account } = await test.auth.ensureAccount(operator, { email, name: '林一', password: testPassword }));
    await test.auth.addMember(operator, company, account, ['officer']);
    test.advance(1000);
    await test.auth.addMember(operator, office, account, ['viewer', 'reviewer']);
    cookie = cookieHeader((await test.auth.signIn(email, testPassword, new Headers(), '192.0.2.7')).cookies);
  });

  const identify = (headers: Headers, address = '192.0.2.7') => test.auth.identification.identify(headers, address);

  it('knows the operator by the token of the run file, from this machine only', async () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.8.8.8'])
      expect((await identify(bearer(operatorToken), address)).actor.kind).toBe('operator');
    for (const address of ['192.0.2.7', '10.0.0.1', '::ffff:10.0.0.1', 'localhost', '127.0.0.1.evil.example', ''])
      expect((await identify(bearer(operatorToken), address)).actor.kind).toBe('public');
    for (const token of ['', 'wrong', `${operatorToken}x`, operatorToken.slice(1)])
      expect((await identify(bearer(token), '127.0.0.1')).actor.kind).toBe('public');
  });

  it('does not let a cookie make good a wrong token', async () => {
    expect((await identify(new Headers({ cookie, authorization: 'Bearer wrong' }), '127.0.0.1')).actor.kind).toBe(
      'public',
    );
  });

  it('acts for the first organisation unless another is chosen', async () => {
    const first = await identify(new Headers({ cookie }));
    expect(first.actor).toMatchObject({
      kind: 'person',
      account,
      membership: { kind: 'provider', organisation: company, roles: ['officer'] },
    });
    expect(first.memberships.map(({ organisation }) => organisation)).toEqual([company, office]);
    const byCookie = await identify(new Headers({ cookie: `${cookie}; organisation=${office}` }));
    expect(byCookie.actor).toMatchObject({
      membership: {
        kind: 'office',
        organisation: office,
        roles: ['reviewer', 'viewer'],
        level: 'province',
        place: '330000',
        department: '网信',
      },
    });
    const byHeader = await identify(
      new Headers({ cookie: `${cookie}; organisation=${office}`, 'x-organisation': company }),
    );
    expect(byHeader.actor).toMatchObject({ membership: { organisation: company } });
  });

  it('forgets a remembered organisation that the person has left, and refuses a named one', async () => {
    await test.auth.removeMember(operator, office, account);
    expect((await identify(new Headers({ cookie: `${cookie}; organisation=${office}` }))).actor).toMatchObject({
      membership: { organisation: company },
    });
    await expect(identify(new Headers({ cookie, 'x-organisation': office }))).rejects.toMatchObject({
      problem: { status: 403 },
    });
  });

  it('leaves somebody without an organisation a person without a membership', async () => {
    await test.auth.removeMember(operator, office, account);
    await test.auth.removeMember(operator, company, account).catch(() => undefined);
    const identity = await identify(new Headers({ cookie }));
    expect(identity.actor).toEqual({ kind: 'person', account, name: '林一' });
  });
});
