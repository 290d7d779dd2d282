import { describe, expect, it } from 'vitest';
import { exampleSubject } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { filed, registered } from '../../stories/prepared-matters.ts';
import { createTestServer } from '../../testing/test-server.ts';

const order = {
  clauses: [{ clause: 'final/17.1' }],
  findings: '关闭个性化推荐之后仍然按用户标签推荐。',
  measures: [{ what: '停止使用。', shownBy: '展示记录。' }],
  by: '2026-04-15',
};

withStores(({ open }) => {
  describe('a matter that is opened alone or on any of several kinds', () => {
    it('stands on what it is opened on, on nothing else, and only where that is seen', async () => {
      const server = await createTestServer(await open(), '2026-03-18T02:00:00.000Z');
      const company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      const province = await server.office('示例省', 'province', '440000', 'reviewer');
      const nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
      const registration = await registered(company, { province, nation });
      const filing = await filed(company, { province, nation });
      const { number } = (await company.get(`/api/matters/filing/${filing}`)).json();
      const begin = (body: object, by = province) => by.post('/api/matters/rectification', { ...order, ...body });
      const parentOf = async (answer: Awaited<ReturnType<typeof begin>>) => {
        expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
        const { parent, ownerName } = (await province.get(`/api/matters/rectification/${answer.json().matter}`)).json();
        return [parent, ownerName];
      };

      expect(await parentOf(await begin({ provider: number }))).toEqual([undefined, exampleSubject.name]);
      expect(await parentOf(await begin({ parent: filing }))).toEqual([
        { kind: 'filing', id: filing },
        exampleSubject.name,
      ]);
      // Of a kind that it is not opened on, unknown, or seen by nobody here: all of it is not there.
      const elsewhere = await server.office('另一省', 'province', '110000', 'reviewer');
      expect((await begin({ parent: registration })).statusCode).toBe(404);
      expect((await begin({ parent: crypto.randomUUID() })).statusCode).toBe(404);
      expect((await begin({ parent: 'no id' })).statusCode).toBe(404);
      expect((await begin({ parent: filing }, elsewhere)).statusCode).toBe(404);
      const lead = await province.post('/api/matters/violation-case', {
        parent: filing,
        source: 'filing',
        clauses: order.clauses,
        from: '2026-02-02',
        goesOn: true,
        graveHarm: false,
        facts: '关闭之后仍在推荐。',
      });
      const early = await begin({ parent: lead.json().matter });
      expect([early.statusCode, early.json().errors?.[0]?.code ?? early.body]).toEqual([409, 'matter/parent-state']);
      await server.close();
    });
  });
});
