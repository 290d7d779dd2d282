import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { webhookMessageContract } from '@suanjian/contracts';
import { withStores } from '@suanjian/records/testing';
import { dispatchWorld } from './testing/dispatch-world.ts';
import { leaveInOutbox, testClock, testMatter, testOffice } from './testing/rows.ts';

withStores((stores) => {
  describe('a notice that leaves the server by itself', () => {
    const { addWebhook, notices, present, ticker } = dispatchWorld(stores);

    it('goes to the owner, or to every office of the level over the place', async () => {
      const world = present();
      const zhejiang = await testOffice(world.store, 'province', '330000', 'telecom');
      const network = await testOffice(world.store, 'province', '330000');
      await testOffice(world.store, 'province', '110000');
      const nation = await testOffice(world.store, 'nation', '000000');
      const matter = await testMatter(world.store, { owner: world.company.id });
      await leaveInOutbox(world.store, matter, { organisation: world.company.id });
      await leaveInOutbox(world.store, matter, { level: 'province', place: '330106' });
      await leaveInOutbox(world.store, matter, { level: 'nation', place: '330106' });
      await ticker().tick();
      expect((await notices()).map(({ organisation_id: id }) => id)).toEqual([
        world.company.id,
        network.id,
        zhejiang.id,
        nation.id,
      ]);
      expect(
        await world.store.database.selectFrom('outbox').select('id').where('handled_at', 'is', null).execute(),
      ).toEqual([]);
      expect(world.logged).toEqual([]);
    });

    it('says so in the log when there is nobody to tell, and goes on', async () => {
      const world = present();
      const matter = await testMatter(world.store, { owner: world.company.id });
      await leaveInOutbox(world.store, matter, { level: 'province', place: '650000' });
      await leaveInOutbox(world.store, matter, { organisation: world.company.id });
      await ticker().tick();
      expect(world.logged).toEqual(['a notice had nobody to go to: ']);
      expect(await notices()).toHaveLength(1);
    });

    it('passes over a row that cannot be spread and tries it again', async () => {
      const world = present();
      const matter = await testMatter(world.store, { owner: world.company.id });
      await leaveInOutbox(world.store, matter, { organisation: randomUUID() });
      await leaveInOutbox(world.store, matter, { organisation: world.company.id });
      await ticker().tick();
      await ticker().tick();
      expect(world.logged).toEqual([
        'a notice could not be spread: QueryFault',
        'a notice could not be spread: QueryFault',
      ]);
      expect(await notices()).toHaveLength(1);
    });

    it('is told once by several servers together', async () => {
      const world = present();
      const matter = await testMatter(world.store, { owner: world.company.id });
      await addWebhook(world.company.id, '/once');
      await testClock(world.store, matter, { due: '2026-03-03', bearer: 'provider' });
      for (let count = 0; count < 12; count += 1)
        await leaveInOutbox(world.store, matter, { organisation: world.company.id });
      await Promise.all([ticker(), ticker(), ticker()].map((made) => made.tick()));
      expect(await notices()).toHaveLength(13);
      const ids = world.hooks.received.map(({ body }) => webhookMessageContract.parse(JSON.parse(body)).id);
      expect(ids).toHaveLength(13);
      expect(new Set(ids).size).toBe(13);
      expect(world.logged).toEqual([]);
    });

    it('serves each receiver one thing at a time, however many servers send', async () => {
      const world = present();
      await addWebhook(world.company.id, '/one');
      const matter = await testMatter(world.store, { owner: world.company.id });
      for (let count = 0; count < 8; count += 1)
        await leaveInOutbox(world.store, matter, { organisation: world.company.id });
      const together = [ticker(), ticker(), ticker()];
      // Several rounds, so that the connections are open and the claims really meet.
      for (let round = 1; round <= 6; round += 1) {
        await Promise.all(together.map((made) => made.tick()));
        expect(world.hooks.received).toHaveLength(8 * round);
        await world.store.asOwner((transaction) =>
          transaction.updateTable('delivery').set({ delivered_at: null }).execute(),
        );
      }
      expect(world.hooks.busiest()).toBe(1);
    });
  });
});
