import { describe, expect, it } from 'vitest';
import { withStores } from '@suanjian/records/testing';
import { dispatchWorld } from './testing/dispatch-world.ts';
import { testClock, testMatter, testOffice } from './testing/rows.ts';

withStores((stores) => {
  describe('warnings of deadlines', () => {
    const { notices, present, ticker } = dispatchWorld(stores);

    const causes = async () => (await notices()).map(({ cause }) => cause.split('/').at(-1));

    it('warn the bearer five, two and no working days before, and once they have lapsed', async () => {
      const world = present();
      const office = await testOffice(world.store, 'province', '330000');
      const matter = await testMatter(world.store, { owner: world.company.id });
      await testClock(world.store, matter, { due: '2026-03-30' });
      const made = ticker();
      const seen: (readonly [string, string])[] = [];
      for (const day of ['20', '22', '23', '24', '25', '26', '28', '29', '30', '31']) {
        world.server.now = `2026-03-${day}T02:00:00.000Z`;
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
      const world = present();
      await testClock(world.store, await testMatter(world.store, { owner: world.company.id }), {
        due: '2026-03-30',
        bearer: 'provider',
      });
      world.server.now = '2026-03-30T15:59:59.000Z';
      await ticker().tick();
      expect(await causes()).toEqual(['0']);
      world.server.now = '2026-03-30T16:00:00.000Z';
      await ticker().tick();
      expect(await causes()).toEqual(['0', 'lapsed']);
    });

    it('give the present warning only, after days without a server', async () => {
      const world = present();
      await testClock(world.store, await testMatter(world.store, { owner: world.company.id }), {
        due: '2026-03-30',
        bearer: 'provider',
      });
      world.server.now = '2026-04-20T02:00:00.000Z';
      await ticker().tick();
      expect(await causes()).toEqual(['lapsed']);
    });

    it('are quiet for clocks that are suspended or have ended, and speak again when a due date moves', async () => {
      const world = present();
      world.server.now = '2026-03-30T02:00:00.000Z';
      await testClock(world.store, await testMatter(world.store, { owner: world.company.id }), {
        due: '2026-03-30',
        bearer: 'provider',
        suspended: true,
      });
      const ended = await testMatter(world.store, { owner: world.company.id });
      await testClock(world.store, ended, { due: '2026-03-30', bearer: 'provider' });
      await world.store.asOwner((transaction) =>
        transaction
          .updateTable('clock')
          .set({ ended_on: '2026-03-20', ended_how: 'stopped' })
          .where('matter_id', '=', ended)
          .execute(),
      );
      const moving = await testMatter(world.store, { owner: world.company.id });
      await testClock(world.store, moving, { due: '2026-03-30', bearer: 'provider' });
      await ticker().tick();
      expect(await causes()).toEqual(['0']);
      await world.store.asOwner((transaction) =>
        transaction.updateTable('clock').set({ due_on: '2026-04-01' }).where('matter_id', '=', moving).execute(),
      );
      await ticker().tick();
      expect(await causes()).toEqual(['0', '2']);
    });

    it('of an office go to the level where the matter lies', async () => {
      const world = present();
      await testOffice(world.store, 'province', '330000');
      const nation = await testOffice(world.store, 'nation', '000000');
      world.server.now = '2026-03-30T02:00:00.000Z';
      await testClock(world.store, await testMatter(world.store, { owner: world.company.id, level: 'nation' }), {
        due: '2026-03-30',
      });
      await ticker().tick();
      expect((await notices()).map(({ organisation_id: id }) => id)).toEqual([nation.id]);
    });

    it('are worked off completely when there are many', async () => {
      const world = present();
      world.server.now = '2026-03-30T02:00:00.000Z';
      for (let count = 0; count < 120; count += 1)
        await testClock(
          world.store,
          await testMatter(world.store, { owner: world.company.id, title: `算法 ${count}` }),
          {
            due: '2026-03-30',
            bearer: 'provider',
          },
        );
      await ticker().tick();
      expect(await notices()).toHaveLength(120);
      expect(world.logged).toEqual([]);
    });
  });
});
