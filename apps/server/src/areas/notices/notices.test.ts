import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import {
  createdWebhookContract,
  noticeListContract,
  webhookListContract,
  type NoticeListAnswer,
} from '@suanjian/contracts';
import type { Actor } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { composeServices } from '../../compose.ts';
import {
  leaveInOutbox,
  testClock,
  testMatter,
  testOffice,
  testProvider,
  type TestOrganisation,
} from '../../dispatch/testing/rows.ts';
import { startTicker } from '../../dispatch/ticker.ts';
import { createApp } from '../../http/app.ts';
import { createOutbound } from '../../outbound/outbound.ts';
import type { Services } from '../../services.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { calendarFeedRoutes } from '../calendar-feed/routes.ts';
import { webhookRoutes } from '../webhooks/routes.ts';
import { noticeRoutes } from './routes.ts';

type Person = Extract<Actor, { kind: 'person' }>;

withStores(({ open }) => {
  describe('notices, webhooks and the calendar over HTTP', () => {
    let store: Store;
    let server: TestServer;
    let services: Services;
    let app: FastifyInstance;
    let company: TestOrganisation;
    let administrator: Person;
    let officer: Person;
    let stranger: Person;
    let hook: Server;
    let hookAddress: string;
    let lines: string[];
    const posted: { headers: Readonly<Record<string, string | string[] | undefined>>; body: string }[] = [];
    let answer = 204;
    const people = new Map<string, Actor>();

    const outbound = createOutbound({ permits: (address) => address === '127.0.0.1' });
    const ask = (
      who: Person | undefined,
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      body?: object,
      headers: Readonly<Record<string, string>> = {},
    ) =>
      app.inject({
        method,
        url,
        headers: { ...headers, ...(who === undefined ? {} : { 'x-person': who.account }) },
        ...(body === undefined ? {} : { payload: body }),
      });
    const tick = async (): Promise<void> => {
      const faults: string[] = [];
      const ticker = startTicker({ services, outbound, every: 0, log: (message) => faults.push(message) });
      await ticker.tick();
      await ticker.stop();
    };
    const list = async (who: Person, query = ''): Promise<NoticeListAnswer> =>
      noticeListContract.parse((await ask(who, 'GET', `/api/notices${query}`)).json());

    beforeAll(async () => {
      store = await open();
      server = await createTestServer(store, '2026-03-02T02:00:00.000Z');
      const identification = {
        identify: async (headers: Headers) => ({
          actor: people.get(headers.get('x-person') ?? '') ?? { kind: 'public' as const },
          memberships: [],
        }),
      };
      const world = { now: server.services.now, newId: server.services.newId, random: server.services.random };
      services = await composeServices(server.services.config, store, world, {
        identification: async () => identification,
      });
      lines = [];
      app = await createApp(services, {
        requestsPerMinute: 0,
        log: { level: 'trace', stream: { write: (line) => lines.push(line) } },
        areas: [noticeRoutes(services), webhookRoutes(services, outbound), calendarFeedRoutes(services)],
      });
      await app.ready();
      company = await testProvider(store);
      const other = await testProvider(store, '旁观公司');
      administrator = await company.member('administrator');
      officer = await company.member('officer');
      stranger = await other.member('administrator');
      for (const person of [administrator, officer, stranger]) people.set(person.account, person);
      hook = createServer((request, response) => {
        let body = '';
        request.on('data', (part: Buffer) => (body += part.toString()));
        request.on('end', () => {
          posted.push({ headers: request.headers, body });
          response.writeHead(answer).end('an answer that is nobody’s business');
        });
      });
      await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', () => resolve()));
      const address = hook.address();
      hookAddress = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    });

    afterAll(async () => {
      hook.closeAllConnections();
      hook.close();
      await app.close();
      await server.close();
    });

    beforeEach(async () => {
      server.now = '2026-03-02T02:00:00.000Z';
      posted.length = 0;
      answer = 204;
      await store.asOwner(async (transaction) => {
        for (const table of [
          'notice_read',
          'delivery',
          'notice',
          'deadline_notice',
          'outbox',
          'webhook',
          'clock',
          'matter',
        ] as const)
          await transaction.deleteFrom(table).execute();
      });
    });

    const tell = async (count: number): Promise<void> => {
      const matter = await testMatter(store, { owner: company.id });
      for (let done = 0; done < count; done += 1)
        await leaveInOutbox(store, matter, { organisation: company.id }, `算法 ${done}`);
      await tick();
    };

    describe('notices', () => {
      it('are listed by page, the newest first, and read by each member on their own', async () => {
        await tell(52);
        const first = await list(officer);
        expect([
          first.total,
          first.unread,
          first.items.length,
          first.items[0]?.subject.zh,
          first.items[0]?.read,
        ]).toEqual([52, 52, 50, '已备案：算法 51', false]);
        expect((await list(officer, '?page=2')).items.map(({ subject }) => subject.zh)).toEqual([
          '已备案：算法 1',
          '已备案：算法 0',
        ]);
        const id = first.items[0]?.id ?? 0;
        const read = await ask(officer, 'POST', `/api/notices/${id}/read`);
        expect([read.statusCode, read.json()]).toEqual([200, { unread: 51 }]);
        expect((await ask(officer, 'POST', `/api/notices/${id}/read`)).json()).toEqual({ unread: 51 });
        const unread = await list(officer, '?unread=true');
        expect([unread.total, unread.unread, unread.items.some((item) => item.id === id)]).toEqual([51, 51, false]);
        expect((await list(administrator)).unread).toBe(52);
      });

      it('are nobody else’s', async () => {
        await tell(1);
        const id = (await list(officer)).items[0]?.id;
        expect(await list(stranger)).toMatchObject({ total: 0, unread: 0, items: [] });
        expect((await ask(stranger, 'POST', `/api/notices/${id}/read`)).statusCode).toBe(404);
        for (const wrong of ['0', 'x', '99999999999999999999', '-1'])
          expect((await ask(officer, 'POST', `/api/notices/${wrong}/read`)).statusCode).toBe(404);
        for (const url of ['/api/notices', '/api/webhooks', '/api/calendar-feed', '/api/notices/preferences'])
          expect((await ask(undefined, 'GET', url)).statusCode).toBe(401);
        expect(await store.database.selectFrom('notice_read').selectAll().execute()).toEqual([]);
      });

      it('keep the wishes of a member for one organisation', async () => {
        expect((await ask(officer, 'GET', '/api/notices/preferences')).json()).toEqual({ mail: true, language: 'zh' });
        expect((await ask(officer, 'PUT', '/api/notices/preferences', { mail: false, language: 'en' })).json()).toEqual(
          { mail: false, language: 'en' },
        );
        expect((await ask(officer, 'GET', '/api/notices/preferences')).json()).toEqual({ mail: false, language: 'en' });
        expect((await ask(administrator, 'GET', '/api/notices/preferences')).json()).toEqual({
          mail: true,
          language: 'zh',
        });
        expect((await ask(officer, 'PUT', '/api/notices/preferences', { mail: 'no', language: 'fr' })).statusCode).toBe(
          422,
        );
        await ask(officer, 'PUT', '/api/notices/preferences', { mail: true, language: 'zh' });
      });
    });

    it('stand in the description of the interface', async () => {
      const { paths } = (await ask(undefined, 'GET', '/api/openapi.json')).json();
      expect(
        Object.keys(paths)
          .filter((path) => /notices|webhooks|calendar/.test(path))
          .toSorted(),
      ).toEqual([
        '/api/calendar-feed',
        '/api/calendar-feed/renew',
        '/api/notices',
        '/api/notices/preferences',
        '/api/notices/{id}/read',
        '/api/webhooks',
        '/api/webhooks/{id}',
        '/api/webhooks/{id}/test',
        '/calendar/{file}',
      ]);
    });

    describe('webhooks', () => {
      const create = (who: Person, address = `${hookAddress}/in`) => ask(who, 'POST', '/api/webhooks', { address });

      it('show their secret once and keep it sealed', async () => {
        const made = await create(administrator);
        const webhook = createdWebhookContract.parse(made.json());
        expect(made.statusCode).toBe(201);
        expect(webhook.secret).toMatch(/^[\w-]{43}$/);
        const listed = await ask(administrator, 'GET', '/api/webhooks');
        expect(listed.body).not.toContain(webhook.secret);
        expect(webhookListContract.parse(listed.json()).items).toMatchObject([
          { id: webhook.id, active: true, waiting: 0, abandoned: [] },
        ]);
        const stored = await store.database.selectFrom('webhook').selectAll().execute();
        expect(JSON.stringify(stored)).not.toContain(webhook.secret);
      });

      it('are tested with a signed message, and say why it failed without repeating the answer', async () => {
        const { id, secret } = createdWebhookContract.parse((await create(administrator)).json());
        expect((await ask(administrator, 'POST', `/api/webhooks/${id}/test`)).json()).toEqual({
          delivered: true,
          status: 204,
        });
        const [message] = posted;
        const [, seconds, signature] =
          /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(message?.headers['suanjian-signature'])) ?? [];
        expect(signature).toBe(createHmac('sha256', secret).update(`${seconds}.${message?.body}`).digest('hex'));
        expect(JSON.parse(message?.body ?? '')).toMatchObject({ type: 'test', organisation: company.id });
        answer = 401;
        const failed = await ask(administrator, 'POST', `/api/webhooks/${id}/test`);
        expect(failed.json()).toMatchObject({ delivered: false, status: 401, fault: 'status-401' });
        expect(failed.body).not.toContain('nobody');
      });

      it('lead only into the public internet', async () => {
        for (const address of [
          'http://10.0.0.1/',
          'http://[::1]/',
          'http://169.254.169.254/',
          'http://2852039166/',
          'ftp://127.0.0.1/',
          'http://u:p@127.0.0.1:8080/',
        ]) {
          const refused = await create(administrator, address);
          expect([address, refused.statusCode, refused.json().errors[0].pointer]).toEqual([address, 422, '/address']);
        }
      });

      it('belong to administrators, of their own organisation only', async () => {
        const { id } = createdWebhookContract.parse((await create(administrator)).json());
        expect((await ask(officer, 'GET', '/api/webhooks')).statusCode).toBe(403);
        expect((await create(officer)).statusCode).toBe(403);
        expect((await ask(officer, 'DELETE', `/api/webhooks/${id}`)).statusCode).toBe(403);
        expect((await ask(officer, 'POST', `/api/webhooks/${id}/test`)).statusCode).toBe(403);
        expect((await ask(stranger, 'GET', '/api/webhooks')).json()).toEqual({ items: [] });
        expect((await ask(stranger, 'DELETE', `/api/webhooks/${id}`)).statusCode).toBe(404);
        expect((await ask(stranger, 'POST', `/api/webhooks/${id}/test`)).statusCode).toBe(404);
        expect((await ask(administrator, 'DELETE', '/api/webhooks/nonsense')).statusCode).toBe(404);
        expect(posted).toEqual([]);
        expect((await ask(administrator, 'DELETE', `/api/webhooks/${id}`)).statusCode).toBe(204);
        expect((await ask(administrator, 'DELETE', `/api/webhooks/${id}`)).statusCode).toBe(404);
      });

      it('are ten at most', async () => {
        for (let count = 0; count < 10; count += 1) expect((await create(administrator)).statusCode).toBe(201);
        expect((await create(administrator)).statusCode).toBe(409);
      });

      it('show the organisation what was given up, beside the notice as well', async () => {
        const { id } = createdWebhookContract.parse((await create(administrator)).json());
        answer = 500;
        await tell(1);
        expect(
          webhookListContract.parse((await ask(administrator, 'GET', '/api/webhooks')).json()).items,
        ).toMatchObject([{ id, waiting: 1, abandoned: [] }]);
        for (let count = 0; count < 7; count += 1) {
          server.now = new Date(Date.parse(server.now) + 100_000_000).toISOString();
          await tick();
        }
        const given = { channel: 'webhook', attempts: 8, fault: 'status-500', abandonedAt: server.now };
        expect(
          webhookListContract.parse((await ask(administrator, 'GET', '/api/webhooks')).json()).items,
        ).toMatchObject([{ id, waiting: 0, abandoned: [given] }]);
        expect((await list(officer)).items).toMatchObject([{ undelivered: [given] }]);
      });
    });

    describe('the calendar', () => {
      const addressOf = async (who: Person, renew = false): Promise<string> => {
        const response = await ask(
          who,
          renew ? 'POST' : 'GET',
          renew ? '/api/calendar-feed/renew' : '/api/calendar-feed',
        );
        return new URL(response.json().address).pathname;
      };
      const unfolded = (file: string): string => file.replaceAll(/\r\n[ \t]/g, '');

      it('has an address for each membership, which can be looked up and changed, and is kept nowhere', async () => {
        const first = await addressOf(officer);
        expect(first).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
        expect(await addressOf(officer)).toBe(first);
        expect(await addressOf(administrator)).not.toBe(first);
        const token = first.slice('/calendar/'.length, -'.ics'.length);
        expect(JSON.stringify(await store.database.selectFrom('calendar_feed').selectAll().execute())).not.toContain(
          token,
        );
        expect((await ask(undefined, 'GET', first)).statusCode).toBe(200);
        const second = await addressOf(officer, true);
        expect(second).not.toBe(first);
        expect((await ask(undefined, 'GET', first)).statusCode).toBe(404);
        expect((await ask(undefined, 'GET', second)).statusCode).toBe(200);
        for (const wrong of ['/calendar/x.ics', `/calendar/${'A'.repeat(43)}.ics`, second.slice(0, -4), '/calendar/'])
          expect((await ask(undefined, 'GET', wrong)).statusCode).toBe(404);
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines)
          for (const path of [first, second])
            expect(line).not.toContain(path.slice('/calendar/'.length, -'.ics'.length));
        expect(lines.some((line) => line.includes('"/calendar/:file"'))).toBe(true);
      });

      it('shows open clocks as whole days, with state, clause and doubt', async () => {
        const matter = await testMatter(store, { owner: company.id, title: '示例, 推荐; 算法' });
        await testClock(store, matter, { due: '2026-03-30' });
        await testClock(store, matter, { due: '2026-02-27', bearer: 'provider', provisional: true });
        const path = await addressOf(officer);
        const response = await ask(undefined, 'GET', path);
        expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8');
        const chinese = unfolded(response.body);
        expect(chinese).toContain('DTSTART;VALUE=DATE:20260330\r\n');
        expect(chinese).toContain('DTSTART;VALUE=DATE:20260227\r\n');
        expect(chinese).toContain(`UID:${matter}.toAnswer.1@suanjian\r\n`);
        expect(chinese).toContain('SUMMARY:主管部门答复：示例\\, 推荐\\; 算法（');
        expect(chinese).toContain('final/25）');
        expect(chinese).toContain('SUMMARY:【已逾期】【暂定】提供者提交备案：');
        expect(chinese.match(/STATUS:\w+/g)?.toSorted()).toEqual(['STATUS:CONFIRMED', 'STATUS:TENTATIVE']);
        const english = unfolded((await ask(undefined, 'GET', `${path}?lang=en`)).body);
        expect(english).toContain('SUMMARY:[Overdue] [Provisional] The provider files: ');
        expect(english.match(/UID:.*/g)).toEqual(chinese.match(/UID:.*/g));
        await ask(officer, 'PUT', '/api/notices/preferences', { mail: true, language: 'en' });
        expect(unfolded((await ask(undefined, 'GET', path)).body)).toBe(english);
        expect(
          (
            await ask(undefined, 'GET', path, undefined, {
              'if-none-match': String((await ask(undefined, 'GET', path)).headers['etag']),
            })
          ).statusCode,
        ).toBe(304);
        await ask(officer, 'PUT', '/api/notices/preferences', { mail: true, language: 'zh' });
      });

      it('holds nothing of others, nothing that is over, and nothing for who has left', async () => {
        const matter = await testMatter(store, { owner: company.id });
        await testClock(store, matter, { due: '2026-03-30' });
        const offices = {
          own: await testOffice(store, 'province', '330000'),
          elsewhere: await testOffice(store, 'province', '110000'),
          nation: await testOffice(store, 'nation', '000000'),
        };
        const events = async (who: Person): Promise<number> => {
          people.set(who.account, who);
          return (await ask(undefined, 'GET', await addressOf(who))).body.match(/BEGIN:VEVENT/g)?.length ?? 0;
        };
        expect(await events(officer)).toBe(1);
        expect(await events(stranger)).toBe(0);
        expect(await events(await offices.own.member('reviewer'))).toBe(1);
        expect(await events(await offices.elsewhere.member('reviewer'))).toBe(0);
        // The matter lies with the province: the nation's calendar fills when it is forwarded.
        const national = await offices.nation.member('reviewer');
        expect(await events(national)).toBe(0);
        await store.asOwner((transaction) =>
          transaction.updateTable('matter').set({ desk_level: 'nation' }).where('id', '=', matter).execute(),
        );
        expect(await events(national)).toBe(1);
        await store.asOwner((transaction) =>
          transaction.updateTable('clock').set({ ended_on: '2026-03-02', ended_how: 'stopped' }).execute(),
        );
        expect(await events(officer)).toBe(0);
        const path = await addressOf(national);
        await store.asOwner((transaction) =>
          transaction.deleteFrom('membership').where('account_id', '=', national.account).execute(),
        );
        expect((await ask(undefined, 'GET', path)).statusCode).toBe(404);
      });

      it('changes its address when the key of its owner was erased', async () => {
        const before = await addressOf(officer);
        await services.keyring.erase({ kind: 'person', id: officer.account });
        const after = await addressOf(officer);
        expect(after).not.toBe(before);
        expect((await ask(undefined, 'GET', before)).statusCode).toBe(404);
        expect((await ask(undefined, 'GET', after)).statusCode).toBe(200);
      });
    });
  });
});
