import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { AccountId } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { createBrowser, createTestApp, type TestBrowser } from '../../auth/testing/test-app.ts';
import { createTestAuth, operatorToken, testPassword, type TestAuth } from '../../auth/testing/test-auth.ts';

const operator = { kind: 'operator' } as const;
const bearer = { authorization: `Bearer ${operatorToken}` };

withStores(({ open }) => {
  let store: Store;
  let test: TestAuth;
  let app: FastifyInstance;
  let company: string;
  const accounts = new Map<string, AccountId>();

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
    const rival = await test.auth.createOrganisation(operator, {
      kind: 'provider',
      name: '另一家公司',
      place: '330100',
    });
    const people = {
      administrator: [company, 'administrator'],
      viewer: [company, 'viewer'],
      stranger: [rival, 'administrator'],
    } as const;
    for (const [who, [organisation, role]] of Object.entries(people)) {
      const { id } = await test.auth.ensureAccount(operator, {
        email: `${who}@example.cn`,
        name: who,
        password: testPassword,
        member: { organisation, roles: [role] },
      });
      accounts.set(who, id);
    }
  });

  const as = async (who: string): Promise<TestBrowser> => {
    const browser = createBrowser(app);
    await browser.submit('/sign-in', { email: `${who}@example.cn`, password: testPassword });
    return browser;
  };
  const member = (who: string): string => `/api/organisations/${company}/members/${accounts.get(who)}`;
  const codeOf = (response: { readonly body: string }): unknown =>
    (JSON.parse(response.body) as { errors?: { code: string }[] }).errors?.[0]?.code;

  it('shows members to administrators only; strangers learn not even that the organisation exists', async () => {
    const list = await (await as('administrator')).get(`/api/organisations/${company}/members`);
    expect(
      list
        .json<{ members: { email: string }[] }>()
        .members.map(({ email }) => email)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['administrator@example.cn', 'viewer@example.cn']);
    const statuses = [];
    for (const browser of [await as('viewer'), await as('stranger'), createBrowser(app)])
      statuses.push((await browser.get(`/api/organisations/${company}/members`)).statusCode);
    expect(statuses).toEqual([403, 404, 401]);
  });

  it('tells every member who works on matters, without addresses; strangers and the public learn nothing', async () => {
    const administrator = await as('administrator');
    const staff = `/api/organisations/${company}/staff`;
    expect((await administrator.get(staff)).json()).toEqual({ staff: [] });
    await administrator.send('PUT', `${member('viewer')}/roles`, { roles: ['editor', 'viewer'] });
    expect((await (await as('viewer')).get(staff)).json()).toEqual({
      staff: [{ account: accounts.get('viewer'), name: 'viewer', roles: ['editor', 'viewer'] }],
    });
    expect([
      (await (await as('stranger')).get(staff)).statusCode,
      (await createBrowser(app).get(staff)).statusCode,
    ]).toEqual([404, 401]);
    const here = createBrowser(app, '127.0.0.1');
    const office = { kind: 'office', name: '示例省网信办', place: '330000', level: 'province', department: '网信' };
    const { id } = (await here.send('POST', '/api/administration/organisations', office, bearer)).json<{
      id: string;
    }>();
    for (const role of ['auditor', 'reviewer', 'supervisor'])
      await test.auth.ensureAccount(operator, {
        email: `${role}@example.cn`,
        name: role,
        password: testPassword,
        member: { organisation: id, roles: [role] },
      });
    const seen = (await (await as('auditor')).get(`/api/organisations/${id}/staff`)).json<{
      staff: { name: string }[];
    }>();
    expect(seen.staff.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'reviewer',
      'supervisor',
    ]);
  });

  it('tells offices, and nobody else, who can be named to a joint team', async () => {
    const here = createBrowser(app, '127.0.0.1');
    const office = { kind: 'office', name: '示例市网信办', place: '330100', level: 'city', department: '网信' };
    const { id } = (await here.send('POST', '/api/administration/organisations', office, bearer)).json<{
      id: string;
    }>();
    for (const role of ['auditor', 'supervisor'])
      await test.auth.ensureAccount(operator, {
        email: `city-${role}@example.cn`,
        name: `city ${role}`,
        password: testPassword,
        member: { organisation: id, roles: [role] },
      });
    const told = (await (await as('city-supervisor')).get('/api/officials')).json<{
      officials: { name: string; office: string }[];
    }>();
    expect(told.officials).toContainEqual(expect.objectContaining({ name: 'city supervisor', office: '示例市网信办' }));
    expect(JSON.stringify(told)).not.toMatch(/city auditor|@example/u);
    const statuses = [];
    for (const browser of [await as('city-auditor'), await as('viewer'), createBrowser(app)])
      statuses.push((await browser.get('/api/officials')).statusCode);
    expect(statuses).toEqual([403, 403, 401]);
  });

  it('lets nobody but an administrator change anything', async () => {
    for (const [who, status] of [
      ['viewer', 403],
      ['stranger', 404],
    ] as const) {
      const browser = await as(who);
      const answers = [
        await browser.send('PUT', `${member('viewer')}/roles`, { roles: ['administrator'] }),
        await browser.send('DELETE', member('administrator')),
        await browser.send('POST', `/api/organisations/${company}/invitations`, {
          email: 'new@example.cn',
          roles: ['viewer'],
        }),
        await browser.get(`/api/organisations/${company}/account-events`),
      ];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([status, status, status, status]);
    }
  });

  it('gives only roles that such an organisation has', async () => {
    const browser = await as('administrator');
    expect((await browser.send('PUT', `${member('viewer')}/roles`, { roles: ['officer', 'editor'] })).statusCode).toBe(
      200,
    );
    expect(codeOf(await browser.send('PUT', `${member('viewer')}/roles`, { roles: ['reviewer'] }))).toBe(
      'members/role',
    );
    expect(codeOf(await browser.send('PUT', `${member('viewer')}/roles`, { roles: [] }))).toBe('members/no-role');
    const row = await store.database
      .selectFrom('membership')
      .select('roles')
      .where('account_id', '=', accounts.get('viewer') ?? '')
      .executeTakeFirst();
    expect(row?.roles).toEqual(['officer', 'editor']);
  });

  it('keeps the last administrator, also when two would remove each other at once', async () => {
    const browser = await as('administrator');
    expect(codeOf(await browser.send('PUT', `${member('administrator')}/roles`, { roles: ['viewer'] }))).toBe(
      'members/last-administrator',
    );
    expect(codeOf(await browser.send('DELETE', member('administrator')))).toBe('members/last-administrator');
    await browser.send('PUT', `${member('viewer')}/roles`, { roles: ['administrator'] });
    const second = await as('viewer');
    const both = await Promise.all([
      browser.send('DELETE', member('viewer')),
      second.send('DELETE', member('administrator')),
    ]);
    expect(both.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const left = await store.database
      .selectFrom('membership')
      .select('roles')
      .where('organisation_id', '=', company)
      .execute();
    expect(left.map(({ roles }) => roles)).toEqual([['administrator']]);
  });

  it('ends what a removed member may do with the next request', async () => {
    const viewer = await as('viewer');
    expect((await viewer.get('/api/me')).json()).toMatchObject({ actsFor: company });
    await (await as('administrator')).send('DELETE', member('viewer'));
    expect((await viewer.get('/api/me')).json()).toMatchObject({ memberships: [] });
  });

  it('withdraws an invitation, which then opens nothing', async () => {
    const browser = await as('administrator');
    const invited = (
      await browser.send('POST', `/api/organisations/${company}/invitations`, {
        email: 'new@example.cn',
        roles: ['editor'],
      })
    ).json<{ id: string; link: string; mailed: boolean }>();
    expect(invited.mailed).toBe(false);
    expect((await browser.get(`/api/organisations/${company}/invitations`)).json()).toMatchObject({
      invitations: [{ id: invited.id, email: 'new@example.cn' }],
    });
    expect((await browser.send('DELETE', `/api/organisations/${company}/invitations/${invited.id}`)).statusCode).toBe(
      200,
    );
    expect((await browser.send('DELETE', `/api/organisations/${company}/invitations/${invited.id}`)).statusCode).toBe(
      404,
    );
    expect((await createBrowser(app).get(new URL(invited.link).pathname)).statusCode).toBe(410);
  });

  it('keeps a record of every change, without tokens and addresses', async () => {
    const browser = await as('administrator');
    const { link } = (
      await browser.send('POST', `/api/organisations/${company}/invitations`, {
        email: 'new@example.cn',
        roles: ['editor'],
      })
    ).json<{ link: string }>();
    await browser.send('PUT', `${member('viewer')}/roles`, { roles: ['editor'] });
    await browser.send('DELETE', member('viewer'));
    const { events } = (await browser.get(`/api/organisations/${company}/account-events`)).json<{
      events: { type: string; actor: string }[];
    }>();
    expect(events.map(({ type, actor }) => [type, actor === 'operator' ? actor : 'administrator'])).toEqual([
      ['member-removed', 'administrator'],
      ['roles-changed', 'administrator'],
      ['invited', 'administrator'],
      ['member-added', 'operator'],
      ['member-added', 'operator'],
      ['organisation-created', 'operator'],
    ]);
    const written = JSON.stringify(await store.database.selectFrom('account_event').selectAll().execute());
    for (const secret of ['example.cn', link.split('/').at(-1) ?? '', testPassword])
      expect(written).not.toContain(secret);
  });

  it('lets row security stop what the routes would let pass', async () => {
    const scope = { side: 'provider', account: accounts.get('stranger') ?? '', organisation: 'not-ours' };
    const changed = await store.inScope(scope, (transaction) =>
      transaction
        .updateTable('membership')
        .set({ roles: ['administrator'] })
        .where('organisation_id', '=', company)
        .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    const forged = store.inScope(scope, (transaction) =>
      transaction
        .insertInto('account_event')
        .values({
          type: 'roles-changed',
          actor: 'somebody else',
          organisation_id: company,
          account_id: null,
          details: '{}',
          at: test.now(),
        })
        .execute(),
    );
    await expect(forged).rejects.toMatchObject({ kind: 'denied' });
  });

  it('leaves making organisations and accounts to the operator at this machine', async () => {
    const office = { kind: 'office', name: '示例市网信办', place: '330100', level: 'city', department: '网信' };
    expect(
      (await (await as('administrator')).send('POST', '/api/administration/organisations', office)).statusCode,
    ).toBe(403);
    expect(
      (await createBrowser(app).send('POST', '/api/administration/organisations', office, bearer)).statusCode,
    ).toBe(401);
    const here = createBrowser(app, '127.0.0.1');
    const made = await here.send('POST', '/api/administration/organisations', office, bearer);
    expect(made.statusCode).toBe(201);
    expect(
      codeOf(await here.send('POST', '/api/administration/organisations', { ...office, place: '330000' }, bearer)),
    ).toBe('organisation/place');
    const { id } = made.json<{ id: string }>();
    const account = {
      email: 'sun@example.cn',
      name: '孙四',
      password: testPassword,
      organisation: id,
      roles: ['administrator'],
    };
    expect((await here.send('POST', '/api/administration/accounts', account, bearer)).statusCode).toBe(201);
    expect((await here.send('POST', '/api/administration/accounts', account, bearer)).json()).toMatchObject({
      created: false,
    });
    expect(
      (
        await here.send(
          'POST',
          '/api/administration/accounts',
          { ...account, email: 'zhou@example.cn', roles: ['officer'] },
          bearer,
        )
      ).statusCode,
    ).toBe(422);
    expect(
      await store.database.selectFrom('auth_user').select('id').where('email', '=', 'zhou@example.cn').execute(),
    ).toEqual([]);
    expect((await (await as('sun')).get('/api/me')).json()).toMatchObject({
      actsFor: id,
      memberships: [{ kind: 'office', level: 'city', place: '330100' }],
    });
    const listed = (await here.get('/api/administration/organisations', bearer)).json<{
      organisations: { id: string; members: number }[];
    }>();
    expect(listed.organisations.find((organisation) => organisation.id === id)?.members).toBe(1);
  });
});
