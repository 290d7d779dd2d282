import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { done } from '../testing/matter-world.ts';
import { noteWorld, own } from '../testing/note-world.ts';
import { withStores } from '../testing/with-stores.ts';
import { verifyMatters } from './verify.ts';

withStores((stores) => {
  const { give, opened, present } = noteWorld(stores);

  describe('the chain', () => {
    it.each([
      [
        'a changed payload',
        sql`update matter_event set payload = jsonb_set(payload, '{form,title}', '"别的"') where position = 2`,
        'hash',
      ],
      ['a changed time', sql`update matter_event set at = at + interval '1 second' where position = 1`, 'hash'],
      ['a changed actor', sql`update matter_event set actor = '{"kind":"operator"}' where position = 3`, 'hash'],
      ['a removed event in the middle', sql`delete from matter_event where position = 2`, 'gap'],
      ['a removed last event', sql`delete from matter_event where position = 3`, 'head'],
    ])('shows %s', async (_what, tampering, fault) => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      expect((await verifyMatters(present().store.database)).faults).toEqual([]);
      await present().store.asOwner((transaction) => tampering.execute(transaction));
      expect((await verifyMatters(present().store.database)).faults.map((found) => found.fault)).toContain(fault);
    });
  });

  // The embedded store has one connection: nothing can commit in the middle of anything there.
  if (stores.kind === 'postgres')
    it('is verified as of one moment: a command in the middle is no tampering', async () => {
      const { matter } = await opened();
      let moved = false;
      const interrupted = present().store.database.withPlugin({
        transformQuery: ({ node }) => node,
        transformResult: async ({ result }) => {
          if (!moved) {
            moved = true;
            done(await give(matter, 'send', own));
          }
          return result;
        },
      });
      expect(await verifyMatters(interrupted)).toEqual({ matters: 1, events: 2, faults: [] });
      expect(moved).toBe(true);
      expect(await verifyMatters(present().store.database)).toEqual({ matters: 1, events: 3, faults: [] });
    });
});
