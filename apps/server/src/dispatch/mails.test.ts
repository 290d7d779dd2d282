import { describe, expect, it } from 'vitest';
import { withStores } from '@suanjian/records/testing';
import { DeliveryFault } from './delivery-faults.ts';
import { dispatchWorld } from './testing/dispatch-world.ts';
import { leaveInOutbox, testMatter } from './testing/rows.ts';

withStores((stores) => {
  describe('mails', () => {
    const { deliveries, later, present, ticker } = dispatchWorld(stores);

    it('go to members who want them, in their language first, and hold a link in place of content', async () => {
      const world = present();
      const one = await world.company.member('officer');
      const two = await world.company.member('viewer');
      const three = await world.company.member('viewer');
      await world.store.asOwner((transaction) =>
        transaction
          .insertInto('notice_preference')
          .values([
            { account_id: two.account, organisation_id: world.company.id, mail: true, language: 'en' },
            { account_id: three.account, organisation_id: world.company.id, mail: false, language: 'zh' },
          ])
          .execute(),
      );
      const matter = await testMatter(world.store, { owner: world.company.id });
      await leaveInOutbox(world.store, matter, { organisation: world.company.id });
      await ticker().tick();
      const subjects = new Map(world.mails.map(({ to, subject }) => [to, subject]));
      expect(subjects).toEqual(
        new Map([
          [`${one.account}@example.cn`, '已备案：示例推荐'],
          [`${two.account}@example.cn`, 'Filed: 示例推荐'],
        ]),
      );
      const english = world.mails.find(({ to }) => to.startsWith(two.account))?.body ?? '';
      expect(english.indexOf('Please look.')).toBeLessThan(english.indexOf('请查看。'));
      expect(english).toContain(`/workspace/matters/filing/${matter}`);
    });

    it('wait all together while the mail world.server is away, and not at all for who has left', async () => {
      const world = present();
      const staying = await world.company.member('officer');
      const leaving = await world.company.member('viewer');
      await leaveInOutbox(world.store, await testMatter(world.store, { owner: world.company.id }), {
        organisation: world.company.id,
      });
      world.mailFault = new DeliveryFault('mail-unreachable', 'channel');
      const made = ticker();
      await made.tick();
      expect(world.mails).toEqual([]);
      await world.store.asOwner((transaction) =>
        transaction.deleteFrom('membership').where('account_id', '=', leaving.account).execute(),
      );
      world.mailFault = undefined;
      later(80);
      await made.tick();
      later(80);
      await made.tick();
      expect(world.mails.map(({ to }) => to)).toEqual([`${staying.account}@example.cn`]);
      const rows = await deliveries();
      expect(rows.find(({ target }) => target === leaving.account)).toMatchObject({ last_fault: 'receiver-gone' });
      expect(rows.find(({ target }) => target === staying.account)?.delivered_at).not.toBeNull();
    });

    it('that are refused for good are not sent again', async () => {
      const world = present();
      await world.company.member('officer');
      await leaveInOutbox(world.store, await testMatter(world.store, { owner: world.company.id }), {
        organisation: world.company.id,
      });
      world.mailFault = new DeliveryFault('mail-refused', 'now');
      await ticker().tick();
      expect(await deliveries()).toMatchObject([
        { attempts: 1, abandoned_at: world.server.now, last_fault: 'mail-refused' },
      ]);
    });
  });
});
