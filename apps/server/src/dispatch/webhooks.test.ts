import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { webhookMessageContract } from '@suanjian/contracts';
import { withStores } from '@suanjian/records/testing';
import { dispatchWorld } from './testing/dispatch-world.ts';
import { leaveInOutbox, testMatter, testProvider } from './testing/rows.ts';

withStores((stores) => {
  describe('webhooks', () => {
    const { addWebhook, deliveries, later, present, ticker } = dispatchWorld(stores);

    it('get a signed message without content that could be confidential', async () => {
      const world = present();
      await addWebhook(world.company.id, '/in');
      const matter = await testMatter(world.store, { owner: world.company.id });
      await leaveInOutbox(world.store, matter, { organisation: world.company.id });
      await ticker().tick();
      const [first] = world.hooks.received;
      if (first === undefined) throw new Error('nothing was received');
      const seconds = Date.parse(world.server.now) / 1000;
      const signature = createHmac('sha256', 'secret of /in').update(`${seconds}.${first.body}`).digest('hex');
      expect(first.headers['suanjian-signature']).toBe(`t=${seconds},v1=${signature}`);
      expect(first.headers['content-type']).toBe('application/json');
      expect(webhookMessageContract.strict().parse(JSON.parse(first.body))).toEqual({
        id: expect.stringMatching(/^notice-\d+$/),
        type: 'notice',
        at: '2026-03-02T01:00:00.000Z',
        organisation: world.company.id,
        subject: { zh: '已备案：示例推荐', en: 'Filed: 示例推荐' },
        body: { zh: '请查看。', en: 'Please look.' },
        matter: {
          kind: 'filing',
          id: matter,
          position: 3,
          link: `${world.server.services.config.publicAddress}/workspace/matters/filing/${matter}`,
        },
      });
      expect(await deliveries()).toMatchObject([
        { attempts: 1, delivered_at: world.server.now, claimed_until: null, last_fault: null },
      ]);
    });

    it('that fail are tried again with growing pauses, eight times over a day, and then given up', async () => {
      const world = present();
      await addWebhook(world.company.id, '/broken');
      world.hooks.answers.set('/broken', 503);
      await leaveInOutbox(world.store, await testMatter(world.store, { owner: world.company.id }), {
        organisation: world.company.id,
      });
      const start = Date.parse(world.server.now);
      const tries: number[] = [];
      const made = ticker();
      for (let round = 0; round < 20; round += 1) {
        const before = world.hooks.received.length;
        await made.tick();
        if (world.hooks.received.length > before) tries.push((Date.parse(world.server.now) - start) / 1000);
        const [row] = await deliveries();
        if (row === undefined || row.abandoned_at !== null) break;
        // Nothing happens a moment too early.
        world.server.now = new Date(Date.parse(row.next_attempt_at) - 1000).toISOString();
        await made.tick();
        world.server.now = row.next_attempt_at;
      }
      expect(tries).toEqual([0, 80, 320, 1040, 3200, 9680, 29_120, 87_440]);
      expect(await deliveries()).toMatchObject([
        { attempts: 8, delivered_at: null, abandoned_at: world.server.now, last_fault: 'status-503' },
      ]);
      later(1_000_000);
      await made.tick();
      expect(world.hooks.received).toHaveLength(8);
      const ids = world.hooks.received.map(({ body }) => webhookMessageContract.parse(JSON.parse(body)).id);
      expect(new Set(ids).size).toBe(1);
    });

    it('that come back get everything, and no one else has waited for them', async () => {
      const world = present();
      const other = await testProvider(world.store, '另一公司');
      await addWebhook(world.company.id, '/away');
      await addWebhook(other.id, '/well');
      world.hooks.answers.set('/away', 500);
      const matter = await testMatter(world.store, { owner: world.company.id });
      for (let count = 0; count < 3; count += 1) {
        await leaveInOutbox(world.store, matter, { organisation: world.company.id });
        await leaveInOutbox(world.store, matter, { organisation: other.id });
      }
      const made = ticker();
      await made.tick();
      const reached = (path: string) => world.hooks.received.filter((seen) => seen.path === path).length;
      // After the first failure the rest is not tried into the same wall.
      expect([reached('/away'), reached('/well')]).toEqual([1, 3]);
      world.hooks.answers.delete('/away');
      later(80);
      await made.tick();
      expect([reached('/away'), reached('/well')]).toEqual([4, 3]);
      expect((await deliveries()).every(({ delivered_at: at }) => at !== null)).toBe(true);
    });

    it('are not contacted at addresses that have become private', async () => {
      const world = present();
      const id = await addWebhook(world.company.id, '/moved');
      await world.store.asOwner((transaction) =>
        transaction
          .updateTable('webhook')
          .set({ address: 'http://169.254.169.254/latest' })
          .where('id', '=', id)
          .execute(),
      );
      await leaveInOutbox(world.store, await testMatter(world.store, { owner: world.company.id }), {
        organisation: world.company.id,
      });
      await ticker().tick();
      expect(await deliveries()).toMatchObject([{ attempts: 1, last_fault: 'address-forbidden' }]);
    });

    it('that were removed, or whose key was erased, are given up at once', async () => {
      const world = present();
      const removed = await addWebhook(world.company.id, '/removed');
      const other = await testProvider(world.store, '另一公司');
      await addWebhook(other.id, '/erased');
      world.hooks.answers.set('/removed', 500);
      const matter = await testMatter(world.store, { owner: world.company.id });
      await leaveInOutbox(world.store, matter, { organisation: world.company.id });
      await leaveInOutbox(world.store, matter, { organisation: other.id });
      await world.server.services.keyring.erase({ kind: 'organisation', id: other.id });
      const made = ticker();
      await made.tick();
      await world.store.asOwner((transaction) => transaction.deleteFrom('webhook').where('id', '=', removed).execute());
      later(80);
      await made.tick();
      expect((await deliveries()).map(({ last_fault: fault, abandoned_at: at }) => [fault, at !== null])).toEqual([
        ['receiver-gone', true],
        ['key-erased', true],
      ]);
    });

    it('interrupted by a stop are not counted, and another world.server delivers', async () => {
      const world = present();
      await addWebhook(world.company.id, '/slow');
      world.hooks.answers.set('/slow', 'silent');
      await leaveInOutbox(world.store, await testMatter(world.store, { owner: world.company.id }), {
        organisation: world.company.id,
      });
      const made = ticker();
      const round = made.tick();
      await expect.poll(() => world.hooks.received.length).toBe(1);
      await made.stop();
      await round;
      expect(await deliveries()).toMatchObject([{ attempts: 0, claimed_until: null, last_fault: null }]);
      world.hooks.answers.delete('/slow');
      await ticker().tick();
      expect(await deliveries()).toMatchObject([{ attempts: 1, delivered_at: world.server.now }]);
    });

    it('claimed by a world.server that died are taken over once its claim has run out', async () => {
      const world = present();
      await addWebhook(world.company.id, '/in');
      await leaveInOutbox(world.store, await testMatter(world.store, { owner: world.company.id }), {
        organisation: world.company.id,
      });
      const made = ticker();
      world.mailFault = undefined;
      world.hooks.answers.set('/in', 500);
      await made.tick();
      later(100);
      const held = new Date(Date.parse(world.server.now) + 60_000).toISOString();
      await world.store.asOwner((transaction) =>
        transaction.updateTable('delivery').set({ claimed_until: held }).execute(),
      );
      world.hooks.answers.delete('/in');
      await made.tick();
      expect(world.hooks.received).toHaveLength(1);
      later(61);
      await made.tick();
      expect(world.hooks.received).toHaveLength(2);
      expect(await deliveries()).toMatchObject([{ attempts: 2, delivered_at: world.server.now }]);
    });
  });
});
