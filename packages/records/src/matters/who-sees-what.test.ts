import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@suanjian/matters';
import { beijing, nation, noteWorld, other, own, zhejiang } from '../testing/note-world.ts';
import { withStores } from '../testing/with-stores.ts';
import { scopeOf } from './scope.ts';

withStores((stores) => {
  const { give, opened, present } = noteWorld(stores);

  describe('who sees what', () => {
    it('keeps a draft from the office, and what is sent from other companies and other places', async () => {
      const { matter } = await opened();
      expect(await present().service.read(zhejiang, 'note', matter)).toBeUndefined();
      await give(matter, 'send', own);
      expect(await present().service.read(zhejiang, 'note', matter)).toMatchObject({ audience: 'office' });
      expect(await present().service.read(nation, 'note', matter)).toMatchObject({ audience: 'office' });
      expect(await present().service.read(beijing, 'note', matter)).toBeUndefined();
      expect(await present().service.read(other, 'note', matter)).toBeUndefined();
      expect(await give(matter, 'withdraw', other)).toMatchObject({ why: 'not-found' });
      expect((await present().service.list(beijing, {})).total).toBe(0);
      expect((await present().service.list(nation, {})).total).toBe(1);
    });

    it('holds in the database even where the application forgets to ask', async () => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      const counts = async (actor: Actor) =>
        present().store.inScope(scopeOf(actor), async (transaction) => {
          const { rows } = await sql<{ heads: number; events: number; clocks: number }>`
            select (select count(*) from matter) as heads, (select count(*) from matter_event) as events, (select count(*) from clock) as clocks`.execute(
            transaction,
          );
          return rows[0];
        });
      expect(await counts(own)).toEqual({ heads: 1, events: 3, clocks: 1 });
      expect(await counts(zhejiang)).toEqual({ heads: 1, events: 3, clocks: 1 });
      for (const stranger of [other, beijing, { kind: 'public' } as const])
        expect(await counts(stranger)).toEqual({ heads: 0, events: 0, clocks: 0 });
    });

    it('gives nobody but the owner of the tables the right to change or delete an event', async () => {
      const { matter } = await opened();
      for (const statement of [
        sql`update matter_event set reason = 'x'`,
        sql`delete from matter_event where matter_id = ${matter}`,
      ])
        await expect(
          present().store.inScope(scopeOf(own), (transaction) => statement.execute(transaction)),
        ).rejects.toMatchObject({ kind: 'denied' });
    });

    it('shows internal remarks and their events to the office alone', async () => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      await give(matter, 'remark', zhejiang, { input: { remark: '先看第三项' } });
      const seen = await present().service.read(zhejiang, 'note', matter);
      expect(seen?.state['remark']).toBe('先看第三项');
      expect(seen?.timeline.map(({ type }) => type)).toContain('remarked');
      expect(JSON.stringify(await present().service.read(own, 'note', matter))).not.toContain('先看第三项');
      expect(JSON.stringify(seen?.timeline)).toContain('甲公司');
    });
  });
});
