import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleRecommender, exampleSubject } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { registered, withUploads } from './stories/prepared-matters.ts';
import { createTestServer } from './testing/test-server.ts';

const calendar2027 = {
  '2027': {
    papers: [],
    days: ['2027-01-01', '2027-01-04', '2027-01-05'].map((date) => ({ name: '元旦', date, isOffDay: true })),
  },
};

withStores(({ open }) => {
  describe('an imported calendar', () => {
    it('counts open clocks again, once, and reaches every server on the same store', async () => {
      const store = await open();
      const keys = { KEY_DIR: await mkdtemp(join(tmpdir(), 'suanjian-keys-')) };
      const first = await createTestServer(store, '2026-12-01T02:00:00.000Z', keys);
      const second = await createTestServer(store, '2026-12-01T02:00:00.000Z', keys);
      try {
        const company = await first.provider('云岭', exampleSubject.place, 'officer');
        const province = await first.office('示例省', 'province', '440000', 'reviewer');
        await registered(company, { province, nation: province });
        const form = await withUploads(company, { ...exampleRecommender, launched: '2026-11-30' });
        const { matter } = (await company.post('/api/matters/filing', { form })).json();
        const submitted = await company.post(`/api/matters/filing/${matter}/submit`, { declaration: true });
        expect(submitted.statusCode, submitted.body).toBe(200);
        const clocks = async () => (await company.get(`/api/matters/filing/${matter}`)).json().clocks;
        const before = (await clocks()).at(-1);
        expect(before.provisional).toBe(true);

        const imported = await first.operator.post('/api/administration/calendar', calendar2027);
        expect(imported.json()).toMatchObject({ outcome: 'imported', recomputed: { matters: 1, moved: 1 } });
        expect((await first.operator.post('/api/administration/calendar', calendar2027)).json()).toMatchObject({
          outcome: 'known',
        });
        const after = (await clocks()).at(-1);
        expect(after).toMatchObject({ provisional: false });
        expect(after.due > before.due).toBe(true);
        expect(after.receipts).toHaveLength(2);

        // The other server has not been told; its next command still counts by the new calendar.
        const again = await second.services.matters.give({
          actor: company.actor,
          kind: 'filing',
          matter,
          command: 'write',
          input: { text: '收到' },
        });
        expect(again.outcome).toBe('done');
        expect((await clocks()).at(-1)).toEqual(after);
      } finally {
        await first.close();
        await second.close();
        await rm(keys.KEY_DIR, { recursive: true });
      }
    });

    it('is refused with every fault when it is none, and changes nothing', async () => {
      const store = await open();
      const server = await createTestServer(store);
      try {
        const refused = await server.operator.post('/api/administration/calendar', {
          '2027': { days: [{ date: '2027-02-30', isOffDay: 'yes' }] },
        });
        expect(refused.statusCode).toBe(422);
        expect(refused.json().errors.length).toBeGreaterThan(1);
        expect(await store.database.selectFrom('calendar_import').selectAll().execute()).toEqual([]);
      } finally {
        await server.close();
      }
    });
  });
});
