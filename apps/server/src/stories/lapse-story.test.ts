import { beforeAll, describe, expect, it } from 'vitest';
import { exampleSubject } from '@suanjian/matters';
import { verifyMatters, type Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { createTestServer, type Caller, type TestServer } from '../testing/test-server.ts';
import { filed, registered } from './prepared-matters.ts';

withStores(({ open }) => {
  describe('a filing that an office revokes while its provider has more under way', () => {
    let store: Store;
    let server: TestServer;
    let company: Caller;
    let province: Caller;
    let supervisor: Caller;
    let filing = '';
    let change = '';
    let draft = '';
    let decided = 0;

    const done = (response: { readonly statusCode: number; readonly body: string; json(): { matter: string } }) => {
      expect(response.statusCode, response.body).toBeLessThan(300);
      return response.json().matter;
    };

    beforeAll(async () => {
      store = await open();
      server = await createTestServer(store, '2026-03-18T02:00:00.000Z');
      company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      province = await server.office('示例省网信办', 'province', '440000', 'reviewer');
      supervisor = server.colleague(province, 'supervisor');
      const offices = {
        province,
        nation: await server.office('示例网信办', 'nation', '000000', 'reviewer', 'supervisor'),
      };
      await registered(company, offices);
      filing = await filed(company, offices);
      change = done(
        await company.post('/api/matters/change', {
          parent: filing,
          occurred: '2026-03-17',
          reasons: ['purpose-changed'],
        }),
      );
      const purpose = '帮助读者发现更多样的好文章。';
      const form = { purpose, disclosurePurpose: purpose, coverOccasion: 'change' };
      done(await company.post(`/api/matters/change/${change}/save`, { form }));
      done(await company.post(`/api/matters/change/${change}/submit`, { declaration: true }));
      draft = done(
        await company.post('/api/matters/cancellation', {
          parent: filing,
          form: { serviceEnds: '2026-03-17', why: '只有本单位知道的计划' },
        }),
      );
      const revocation = done(
        await supervisor.post('/api/matters/revocation', {
          parent: filing,
          proposal: { ground: 'false-papers', facts: '提交的资质文件系伪造。' },
          basis: ['final/33.1'],
        }),
      );
      done(await company.post(`/api/matters/revocation/${revocation}/waive`));
      // What the office cannot see is what this is about.
      expect((await supervisor.get(`/api/matters/cancellation/${draft}`)).statusCode).toBe(404);
      const decision = await supervisor.post(`/api/matters/revocation/${revocation}/decide`, { reason: '证据确凿' });
      decided = decision.statusCode;
      return () => server.close();
    });

    it('ends what was submitted and what was only a draft', async () => {
      expect(decided).toBe(200);
      expect((await company.get(`/api/matters/filing/${filing}`)).json()).toMatchObject({ status: 'revoked' });
      for (const [kind, id] of [
        ['change', change],
        ['cancellation', draft],
      ])
        expect((await company.get(`/api/matters/${kind}/${id}`)).json()).toMatchObject({
          status: 'lapsed',
          actions: [],
        });
    });

    it('leaves no clock running and makes nobody late', async () => {
      const rows = await store.database
        .selectFrom('clock')
        .select(['matter_id', 'name', 'ended_how'])
        .where('matter_id', 'in', [change, draft])
        .execute();
      const told = rows.map((row) =>
        [row.matter_id === change ? 'change' : 'draft', row.name, row.ended_how].join(' '),
      );
      expect(new Set(told)).toEqual(
        new Set(['draft toFile lifted', 'change toAnswer lifted', 'change toFile stopped']),
      );
      expect(told).toHaveLength(3);
    });

    it('does not show the office the plan that was never submitted', async () => {
      const { state } = (await supervisor.get(`/api/matters/cancellation/${draft}`)).json();
      expect(state.form).toEqual({});
    });

    it('gave the office no more than its own sight afterwards', async () => {
      const elsewhere = await server.office('另一省网信办', 'province', '110000', 'supervisor');
      expect((await elsewhere.get(`/api/matters/change/${change}`)).statusCode).toBe(404);
      expect((await verifyMatters(store.database)).faults).toEqual([]);
    });
  });
});
