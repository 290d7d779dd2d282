import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { webhookMessageContract } from '@suanjian/contracts';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { createOutbound } from '../outbound/outbound.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { DeliveryFault } from './delivery-faults.ts';
import type { Mail, Mailer } from './mailer.ts';
import {
  leaveInOutbox,
  testClock,
  testMatter,
  testOffice,
  testProvider,
  type TestOrganisation,
} from './testing/rows.ts';
import { startTicker, type Ticker } from './ticker.ts';
import { secretPlace } from './webhook.ts';

interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A receiver on loopback whose answer a test decides by path. */
const receiver = async (): Promise<{
  address: string;
  received: Received[];
  answers: Map<string, number | 'silent'>;
  server: Server;
  busiest: () => number;
}> => {
  const received: Received[] = [];
  const answers = new Map<string, number | 'silent'>();
  let [busy, busiest] = [0, 0];
  const server = createServer((request, response) => {
    busiest = Math.max(busiest, (busy += 1));
    response.on('close', () => (busy -= 1));
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const path = request.url ?? '';
      received.push({ path, headers: request.headers, body });
      const answer = answers.get(path) ?? 204;
      if (answer !== 'silent') setTimeout(() => response.writeHead(answer).end(), 5);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  return { address: `http://127.0.0.1:${address.port}`, received, answers, server, busiest: () => busiest };
};

withStores(({ open }) => {
  describe('what leaves the server by itself', () => {
    let store: Store;
    let server: TestServer;
    let company: TestOrganisation;
    let hooks: Awaited<ReturnType<typeof receiver>>;
    let mails: Mail[];
    let mailFault: DeliveryFault | undefined;
    let logged: string[];
    const tickers: Ticker[] = [];

    const mailer: Mailer = {
      send: async (mail) => {
        if (mailFault !== undefined) throw mailFault;
        mails.push(mail);
      },
      close: () => undefined,
    };

    const ticker = (): Ticker => {
      const made = startTicker({
        services: server.services,
        outbound: createOutbound({ permits: (address) => address === '127.0.0.1' }),
        mail: mailer,
        every: 0,
        log: (message, facts) => logged.push(`${message}: ${facts['fault'] ?? facts['kind'] ?? ''}`),
      });
      tickers.push(made);
      return made;
    };

    const addWebhook = async (organisation: string, path: string): Promise<string> => {
      const id = randomUUID();
      const secret = await server.services.box.seal(
        `secret of ${path}`,
        { kind: 'organisation', id: organisation },
        secretPlace(id),
      );
      await store.asOwner((transaction) =>
        transaction
          .insertInto('webhook')
          .values({
            id,
            organisation_id: organisation,
            address: `${hooks.address}${path}`,
            secret: JSON.stringify(secret),
            created_by: 'test',
            created_at: server.now,
          })
          .execute(),
      );
      return id;
    };

    const notices = () =>
      store.database
        .selectFrom('notice')
        .select(['organisation_id', 'cause', 'subject', 'position', 'matter_kind'])
        .orderBy('id')
        .execute();
    const deliveries = () =>
      store.database
        .selectFrom('delivery')
        .select([
          'channel',
          'target',
          'attempts',
          'next_attempt_at',
          'delivered_at',
          'abandoned_at',
          'claimed_until',
          'last_fault',
        ])
        .orderBy('id')
        .execute();
    const later = (seconds: number): void => {
      server.now = new Date(Date.parse(server.now) + seconds * 1000).toISOString();
    };

    beforeEach(async () => {
      store = await open();
      server = await createTestServer(store, '2026-03-02T02:00:00.000Z');
      company = await testProvider(store);
      hooks = await receiver();
      mails = [];
      mailFault = undefined;
      logged = [];
    });

    afterEach(async () => {
      for (const made of tickers.splice(0)) await made.stop();
      hooks.server.closeAllConnections();
      hooks.server.close();
      await server.close();
    });

    it('goes to the owner, or to every office of the level over the place', async () => {
      const zhejiang = await testOffice(store, 'province', '330000', 'telecom');
      const network = await testOffice(store, 'province', '330000');
      await testOffice(store, 'province', '110000');
      const nation = await testOffice(store, 'nation', '000000');
      const matter = await testMatter(store, { owner: company.id });
      await leaveInOutbox(store, matter, { organisation: company.id });
      await leaveInOutbox(store, matter, { level: 'province', place: '330106' });
      await leaveInOutbox(store, matter, { level: 'nation', place: '330106' });
      await ticker().tick();
      expect((await notices()).map(({ organisation_id: id }) => id)).toEqual([
        company.id,
        network.id,
        zhejiang.id,
        nation.id,
      ]);
      expect(await store.database.selectFrom('outbox').select('id').where('handled_at', 'is', null).execute()).toEqual(
        [],
      );
      expect(logged).toEqual([]);
    });

    it('says so in the log when there is nobody to tell, and goes on', async () => {
      const matter = await testMatter(store, { owner: company.id });
      await leaveInOutbox(store, matter, { level: 'province', place: '650000' });
      await leaveInOutbox(store, matter, { organisation: company.id });
      await ticker().tick();
      expect(logged).toEqual(['a notice had nobody to go to: ']);
      expect(await notices()).toHaveLength(1);
    });

    it('passes over a row that cannot be spread and tries it again', async () => {
      const matter = await testMatter(store, { owner: company.id });
      await leaveInOutbox(store, matter, { organisation: randomUUID() });
      await leaveInOutbox(store, matter, { organisation: company.id });
      await ticker().tick();
      await ticker().tick();
      expect(logged).toEqual(['a notice could not be spread: QueryFault', 'a notice could not be spread: QueryFault']);
      expect(await notices()).toHaveLength(1);
    });

    it('is told once by several servers together', async () => {
      const matter = await testMatter(store, { owner: company.id });
      await addWebhook(company.id, '/once');
      await testClock(store, matter, { due: '2026-03-03', bearer: 'provider' });
      for (let count = 0; count < 12; count += 1) await leaveInOutbox(store, matter, { organisation: company.id });
      await Promise.all([ticker(), ticker(), ticker()].map((made) => made.tick()));
      expect(await notices()).toHaveLength(13);
      const ids = hooks.received.map(({ body }) => webhookMessageContract.parse(JSON.parse(body)).id);
      expect(ids).toHaveLength(13);
      expect(new Set(ids).size).toBe(13);
      expect(logged).toEqual([]);
    });

    it('serves each receiver one thing at a time, however many servers send', async () => {
      await addWebhook(company.id, '/one');
      const matter = await testMatter(store, { owner: company.id });
      for (let count = 0; count < 8; count += 1) await leaveInOutbox(store, matter, { organisation: company.id });
      const together = [ticker(), ticker(), ticker()];
      // Several rounds, so that the connections are open and the claims really meet.
      for (let round = 1; round <= 6; round += 1) {
        await Promise.all(together.map((made) => made.tick()));
        expect(hooks.received).toHaveLength(8 * round);
        await store.asOwner((transaction) => transaction.updateTable('delivery').set({ delivered_at: null }).execute());
      }
      expect(hooks.busiest()).toBe(1);
    });

    describe('webhooks', () => {
      it('get a signed message without content that could be confidential', async () => {
        await addWebhook(company.id, '/in');
        const matter = await testMatter(store, { owner: company.id });
        await leaveInOutbox(store, matter, { organisation: company.id });
        await ticker().tick();
        const [first] = hooks.received;
        if (first === undefined) throw new Error('nothing was received');
        const seconds = Date.parse(server.now) / 1000;
        const signature = createHmac('sha256', 'secret of /in').update(`${seconds}.${first.body}`).digest('hex');
        expect(first.headers['suanjian-signature']).toBe(`t=${seconds},v1=${signature}`);
        expect(first.headers['content-type']).toBe('application/json');
        expect(webhookMessageContract.strict().parse(JSON.parse(first.body))).toEqual({
          id: expect.stringMatching(/^notice-\d+$/),
          type: 'notice',
          at: '2026-03-02T01:00:00.000Z',
          organisation: company.id,
          subject: { zh: '已备案：示例推荐', en: 'Filed: 示例推荐' },
          body: { zh: '请查看。', en: 'Please look.' },
          matter: {
            kind: 'filing',
            id: matter,
            position: 3,
            link: `${server.services.config.publicAddress}/workspace/matters/filing/${matter}`,
          },
        });
        expect(await deliveries()).toMatchObject([
          { attempts: 1, delivered_at: server.now, claimed_until: null, last_fault: null },
        ]);
      });

      it('that fail are tried again with growing pauses, eight times over a day, and then given up', async () => {
        await addWebhook(company.id, '/broken');
        hooks.answers.set('/broken', 503);
        await leaveInOutbox(store, await testMatter(store, { owner: company.id }), { organisation: company.id });
        const start = Date.parse(server.now);
        const tries: number[] = [];
        const made = ticker();
        for (let round = 0; round < 20; round += 1) {
          const before = hooks.received.length;
          await made.tick();
          if (hooks.received.length > before) tries.push((Date.parse(server.now) - start) / 1000);
          const [row] = await deliveries();
          if (row === undefined || row.abandoned_at !== null) break;
          // Nothing happens a moment too early.
          server.now = new Date(Date.parse(row.next_attempt_at) - 1000).toISOString();
          await made.tick();
          server.now = row.next_attempt_at;
        }
        expect(tries).toEqual([0, 80, 320, 1040, 3200, 9680, 29_120, 87_440]);
        expect(await deliveries()).toMatchObject([
          { attempts: 8, delivered_at: null, abandoned_at: server.now, last_fault: 'status-503' },
        ]);
        later(1_000_000);
        await made.tick();
        expect(hooks.received).toHaveLength(8);
        const ids = hooks.received.map(({ body }) => webhookMessageContract.parse(JSON.parse(body)).id);
        expect(new Set(ids).size).toBe(1);
      });

      it('that come back get everything, and no one else has waited for them', async () => {
        const other = await testProvider(store, '另一公司');
        await addWebhook(company.id, '/away');
        await addWebhook(other.id, '/well');
        hooks.answers.set('/away', 500);
        const matter = await testMatter(store, { owner: company.id });
        for (let count = 0; count < 3; count += 1) {
          await leaveInOutbox(store, matter, { organisation: company.id });
          await leaveInOutbox(store, matter, { organisation: other.id });
        }
        const made = ticker();
        await made.tick();
        const reached = (path: string) => hooks.received.filter((seen) => seen.path === path).length;
        // After the first failure the rest is not tried into the same wall.
        expect([reached('/away'), reached('/well')]).toEqual([1, 3]);
        hooks.answers.delete('/away');
        later(80);
        await made.tick();
        expect([reached('/away'), reached('/well')]).toEqual([4, 3]);
        expect((await deliveries()).every(({ delivered_at: at }) => at !== null)).toBe(true);
      });

      it('are not contacted at addresses that have become private', async () => {
        const id = await addWebhook(company.id, '/moved');
        await store.asOwner((transaction) =>
          transaction
            .updateTable('webhook')
            .set({ address: 'http://169.254.169.254/latest' })
            .where('id', '=', id)
            .execute(),
        );
        await leaveInOutbox(store, await testMatter(store, { owner: company.id }), { organisation: company.id });
        await ticker().tick();
        expect(await deliveries()).toMatchObject([{ attempts: 1, last_fault: 'address-forbidden' }]);
      });

      it('that were removed, or whose key was erased, are given up at once', async () => {
        const removed = await addWebhook(company.id, '/removed');
        const other = await testProvider(store, '另一公司');
        await addWebhook(other.id, '/erased');
        hooks.answers.set('/removed', 500);
        const matter = await testMatter(store, { owner: company.id });
        await leaveInOutbox(store, matter, { organisation: company.id });
        await leaveInOutbox(store, matter, { organisation: other.id });
        await server.services.keyring.erase({ kind: 'organisation', id: other.id });
        const made = ticker();
        await made.tick();
        await store.asOwner((transaction) => transaction.deleteFrom('webhook').where('id', '=', removed).execute());
        later(80);
        await made.tick();
        expect((await deliveries()).map(({ last_fault: fault, abandoned_at: at }) => [fault, at !== null])).toEqual([
          ['receiver-gone', true],
          ['key-erased', true],
        ]);
      });

      it('interrupted by a stop are not counted, and another server delivers', async () => {
        await addWebhook(company.id, '/slow');
        hooks.answers.set('/slow', 'silent');
        await leaveInOutbox(store, await testMatter(store, { owner: company.id }), { organisation: company.id });
        const made = ticker();
        const round = made.tick();
        await expect.poll(() => hooks.received.length).toBe(1);
        await made.stop();
        await round;
        expect(await deliveries()).toMatchObject([{ attempts: 0, claimed_until: null, last_fault: null }]);
        hooks.answers.delete('/slow');
        await ticker().tick();
        expect(await deliveries()).toMatchObject([{ attempts: 1, delivered_at: server.now }]);
      });

      it('claimed by a server that died are taken over once its claim has run out', async () => {
        await addWebhook(company.id, '/in');
        await leaveInOutbox(store, await testMatter(store, { owner: company.id }), { organisation: company.id });
        const made = ticker();
        mailFault = undefined;
        hooks.answers.set('/in', 500);
        await made.tick();
        later(100);
        const held = new Date(Date.parse(server.now) + 60_000).toISOString();
        await store.asOwner((transaction) =>
          transaction.updateTable('delivery').set({ claimed_until: held }).execute(),
        );
        hooks.answers.delete('/in');
        await made.tick();
        expect(hooks.received).toHaveLength(1);
        later(61);
        await made.tick();
        expect(hooks.received).toHaveLength(2);
        expect(await deliveries()).toMatchObject([{ attempts: 2, delivered_at: server.now }]);
      });
    });

    describe('mails', () => {
      it('go to members who want them, in their language first, and hold a link in place of content', async () => {
        const one = await company.member('officer');
        const two = await company.member('viewer');
        const three = await company.member('viewer');
        await store.asOwner((transaction) =>
          transaction
            .insertInto('notice_preference')
            .values([
              { account_id: two.account, organisation_id: company.id, mail: true, language: 'en' },
              { account_id: three.account, organisation_id: company.id, mail: false, language: 'zh' },
            ])
            .execute(),
        );
        const matter = await testMatter(store, { owner: company.id });
        await leaveInOutbox(store, matter, { organisation: company.id });
        await ticker().tick();
        const subjects = new Map(mails.map(({ to, subject }) => [to, subject]));
        expect(subjects).toEqual(
          new Map([
            [`${one.account}@example.cn`, '已备案：示例推荐'],
            [`${two.account}@example.cn`, 'Filed: 示例推荐'],
          ]),
        );
        const english = mails.find(({ to }) => to.startsWith(two.account))?.body ?? '';
        expect(english.indexOf('Please look.')).toBeLessThan(english.indexOf('请查看。'));
        expect(english).toContain(`/workspace/matters/filing/${matter}`);
      });

      it('wait all together while the mail server is away, and not at all for who has left', async () => {
        const staying = await company.member('officer');
        const leaving = await company.member('viewer');
        await leaveInOutbox(store, await testMatter(store, { owner: company.id }), { organisation: company.id });
        mailFault = new DeliveryFault('mail-unreachable', 'channel');
        const made = ticker();
        await made.tick();
        expect(mails).toEqual([]);
        await store.asOwner((transaction) =>
          transaction.deleteFrom('membership').where('account_id', '=', leaving.account).execute(),
        );
        mailFault = undefined;
        later(80);
        await made.tick();
        later(80);
        await made.tick();
        expect(mails.map(({ to }) => to)).toEqual([`${staying.account}@example.cn`]);
        const rows = await deliveries();
        expect(rows.find(({ target }) => target === leaving.account)).toMatchObject({ last_fault: 'receiver-gone' });
        expect(rows.find(({ target }) => target === staying.account)?.delivered_at).not.toBeNull();
      });

      it('that are refused for good are not sent again', async () => {
        await company.member('officer');
        await leaveInOutbox(store, await testMatter(store, { owner: company.id }), { organisation: company.id });
        mailFault = new DeliveryFault('mail-refused', 'now');
        await ticker().tick();
        expect(await deliveries()).toMatchObject([
          { attempts: 1, abandoned_at: server.now, last_fault: 'mail-refused' },
        ]);
      });
    });

    describe('deadlines', () => {
      const causes = async () => (await notices()).map(({ cause }) => cause.split('/').at(-1));

      it('warn the bearer five, two and no working days before, and once they have lapsed', async () => {
        const office = await testOffice(store, 'province', '330000');
        const matter = await testMatter(store, { owner: company.id });
        await testClock(store, matter, { due: '2026-03-30' });
        const made = ticker();
        const seen: (readonly [string, string])[] = [];
        for (const day of ['20', '22', '23', '24', '25', '26', '28', '29', '30', '31']) {
          server.now = `2026-03-${day}T02:00:00.000Z`;
          const before = (await notices()).length;
          await made.tick();
          await made.tick();
          for (const { subject } of (await notices()).slice(before)) seen.push([day, subject.zh]);
        }
        expect(seen).toEqual([
          ['23', '还有 5 个工作日到期：主管部门答复，示例推荐'],
          ['26', '还有 2 个工作日到期：主管部门答复，示例推荐'],
          ['30', '今天到期：主管部门答复，示例推荐'],
          ['31', '已经逾期：主管部门答复，示例推荐'],
        ]);
        expect(new Set((await notices()).map(({ organisation_id: id }) => id))).toEqual(new Set([office.id]));
      });

      it('count the day as the law does: in Shanghai, until midnight', async () => {
        await testClock(store, await testMatter(store, { owner: company.id }), {
          due: '2026-03-30',
          bearer: 'provider',
        });
        server.now = '2026-03-30T15:59:59.000Z';
        await ticker().tick();
        expect(await causes()).toEqual(['0']);
        server.now = '2026-03-30T16:00:00.000Z';
        await ticker().tick();
        expect(await causes()).toEqual(['0', 'lapsed']);
      });

      it('give the present warning only, after days without a server', async () => {
        await testClock(store, await testMatter(store, { owner: company.id }), {
          due: '2026-03-30',
          bearer: 'provider',
        });
        server.now = '2026-04-20T02:00:00.000Z';
        await ticker().tick();
        expect(await causes()).toEqual(['lapsed']);
      });

      it('are quiet for clocks that are suspended or have ended, and speak again when a due date moves', async () => {
        server.now = '2026-03-30T02:00:00.000Z';
        await testClock(store, await testMatter(store, { owner: company.id }), {
          due: '2026-03-30',
          bearer: 'provider',
          suspended: true,
        });
        const ended = await testMatter(store, { owner: company.id });
        await testClock(store, ended, { due: '2026-03-30', bearer: 'provider' });
        await store.asOwner((transaction) =>
          transaction
            .updateTable('clock')
            .set({ ended_on: '2026-03-20', ended_how: 'stopped' })
            .where('matter_id', '=', ended)
            .execute(),
        );
        const moving = await testMatter(store, { owner: company.id });
        await testClock(store, moving, { due: '2026-03-30', bearer: 'provider' });
        await ticker().tick();
        expect(await causes()).toEqual(['0']);
        await store.asOwner((transaction) =>
          transaction.updateTable('clock').set({ due_on: '2026-04-01' }).where('matter_id', '=', moving).execute(),
        );
        await ticker().tick();
        expect(await causes()).toEqual(['0', '2']);
      });

      it('of an office go to the level where the matter lies', async () => {
        await testOffice(store, 'province', '330000');
        const nation = await testOffice(store, 'nation', '000000');
        server.now = '2026-03-30T02:00:00.000Z';
        await testClock(store, await testMatter(store, { owner: company.id, level: 'nation' }), { due: '2026-03-30' });
        await ticker().tick();
        expect((await notices()).map(({ organisation_id: id }) => id)).toEqual([nation.id]);
      });

      it('are worked off completely when there are many', async () => {
        server.now = '2026-03-30T02:00:00.000Z';
        for (let count = 0; count < 120; count += 1)
          await testClock(store, await testMatter(store, { owner: company.id, title: `算法 ${count}` }), {
            due: '2026-03-30',
            bearer: 'provider',
          });
        await ticker().tick();
        expect(await notices()).toHaveLength(120);
        expect(logged).toEqual([]);
      });
    });
  });
});
