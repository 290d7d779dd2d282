import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ids, noteWorld, own, zhejiang } from '../testing/note-world.ts';
import { withStores } from '../testing/with-stores.ts';
import { verifyMatters } from './verify.ts';

withStores((stores) => {
  const { give, opened, present } = noteWorld(stores);

  describe('sealed fields', () => {
    const everything = async () => {
      const { rows } = await sql<{ dump: string }>`
        select coalesce(string_agg(t::text, ' '), '') as dump from (
          select to_jsonb(matter_event) as t from matter_event union all select to_jsonb(matter) from matter
          union all select to_jsonb(outbox) from outbox union all select to_jsonb(command_receipt) from command_receipt) all_rows`.execute(
        present().store.database,
      );
      return rows[0]?.dump ?? '';
    };

    it('are stored as ciphertext only', async () => {
      await opened();
      const dump = await everything();
      expect(dump).toContain('推荐算法说明');
      expect(dump).not.toContain('secret sauce');
      expect(dump).not.toContain('13900000000');
    });

    it('are masked until asked for, and every reading is recorded', async () => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      expect((await present().service.read(zhejiang, 'note', matter))?.state['form']).toEqual({
        title: '推荐算法说明',
        recipe: { masked: 'confidential' },
        telephone: { masked: 'personal' },
      });
      expect(await present().store.database.selectFrom('reading').selectAll().execute()).toEqual([]);
      const seen = await present().service.read(zhejiang, 'note', matter, { unseal: ['confidential'] });
      expect(seen?.state['form']).toMatchObject({ recipe: 'secret sauce', telephone: { masked: 'personal' } });
      const readings = await present().store.database.selectFrom('reading').selectAll().execute();
      expect(readings).toMatchObject([
        {
          matter_id: matter,
          account_id: `account-${ids.zhejiang}`,
          organisation_id: ids.zhejiang,
          pointer: '/form/recipe',
          secrecy: 'confidential',
        },
      ]);
    });

    it('lose their content with their key while the stream still verifies', async () => {
      const { matter } = await opened();
      await present().keyring.erase({ kind: 'person', id: `${matter}.contact` });
      const seen = await present().service.read(own, 'note', matter, { unseal: ['confidential', 'personal'] });
      expect(seen?.state['form']).toEqual({
        title: '推荐算法说明',
        recipe: 'secret sauce',
        telephone: { erased: true },
      });
      expect((await verifyMatters(present().store.database)).faults).toEqual([]);
    });
  });
});
