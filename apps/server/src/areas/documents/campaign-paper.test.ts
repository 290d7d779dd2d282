import { describe, expect, it } from 'vitest';
import { exampleSubject } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { campaignsOf } from '../../stories/prepared-campaigns.ts';
import { filed, registered } from '../../stories/prepared-matters.ts';
import { createTestServer, type Caller } from '../../testing/test-server.ts';

withStores(({ open }) => {
  describe('the report of a campaign', () => {
    it('is printed for the office and unknown to every company; a self-inspection is its own company’s', async () => {
      const store = await open();
      const server = await createTestServer(store, '2026-03-18T02:00:00.000Z');
      const company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      const stranger = await server.provider('旁观', exampleSubject.place, 'officer');
      const province = await server.office('示例省', 'province', '440000', 'reviewer');
      const nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
      await registered(company, { province, nation });
      const filing = await filed(company, { province, nation });
      const { number } = (await company.get(`/api/matters/filing/${filing}`)).json<{ number: string }>();
      const matters = new Map(await campaignsOf(server, company, province, number));
      const paper = (by: Caller, kind: string, ending = 'pdf') =>
        by.get(`/api/matters/${kind}/${matters.get(kind)}/document.${ending}?lang=zh`);

      const report = await paper(province, 'campaign');
      expect([report.statusCode, report.headers['content-type']]).toEqual([200, 'application/pdf']);
      expect((await paper(province, 'campaign', 'docx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
      for (const by of [company, stranger]) {
        expect((await paper(by, 'campaign')).statusCode).toBe(404);
        expect((await by.get(`/api/matters/campaign/${matters.get('campaign')}`)).statusCode).toBe(404);
      }
      const statuses = [];
      for (const by of [company, province, stranger]) statuses.push((await paper(by, 'self-inspection')).statusCode);
      expect(statuses).toEqual([200, 200, 404]);
      await server.close();
    });
  });
});
