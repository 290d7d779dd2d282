import { beforeAll, describe, expect, it } from 'vitest';
import { matterListContract } from '@suanjian/contracts';
import { exampleSubject } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { expectDone } from '../../stories/prepared-matter.ts';
import { oneOfEach } from '../../stories/prepared-matters.ts';
import { accountOf } from '../../stories/prepared-review.ts';
import { officials, plannedAssessment } from '../../stories/prepared-teams.ts';
import { createTestServer, type Caller, type TestServer } from '../../testing/test-server.ts';

withStores(({ open }) => {
  describe('what is on a filing', () => {
    let server: TestServer;
    let company: Caller;
    let province: Caller;
    let made: ReadonlyMap<string, string>;

    const kindsOn = async (by: Caller, matter: string | undefined): Promise<readonly string[]> => {
      const answer = matterListContract.parse((await by.get(`/api/matters?on=${matter}&size=200`)).json());
      expect(answer.items.every(({ id }) => id !== matter)).toBe(true);
      return [...new Set(answer.items.map(({ kind }) => kind))].toSorted();
    };

    beforeAll(async () => {
      server = await createTestServer(await open(), '2026-03-18T02:00:00.000Z');
      company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      province = await server.office('示例省', 'province', '440000', 'reviewer');
      const nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
      made = await oneOfEach(server, company, { province, nation });
      const about = { template: 'checklist-2024', filing: made.get('filing') };
      expect((await company.post('/api/matters/assessment', { about })).statusCode).toBe(201);
      return () => server.close();
    });

    it('is what was opened on it and whatever names it, to whoever may see that', async () => {
      const shared = ['appeal', 'cancellation', 'change', 'complaint', 'incident', 'log-request'];
      const toCompany = [...shared, 'assessment', 'official-assessment'];
      expect(await kindsOn(company, made.get('filing'))).toEqual(expect.arrayContaining(toCompany));
      const toOffice = await kindsOn(province, made.get('filing'));
      expect(toOffice).toEqual(expect.arrayContaining(shared));
      // A draft of the company is nobody else's.
      expect(toOffice).not.toContain('assessment');
    });

    it('is nothing for whoever may not see the filing, and nothing where there is nothing', async () => {
      const stranger = await server.provider('旁观', exampleSubject.place, 'officer');
      const elsewhere = await server.office('另一省', 'province', '110000', 'reviewer');
      for (const other of [stranger, elsewhere]) expect(await kindsOn(other, made.get('filing'))).toEqual([]);
      expect(await kindsOn(company, made.get('responsibility'))).toEqual([]);
    });

    it('is an assessment by the office to its team alone, and to nobody who is only named to it', async () => {
      const { number } = (await company.get(`/api/matters/filing/${made.get('filing')}`)).json();
      const team = await officials(server, province);
      const path = `/api/matters/official-assessment/${await plannedAssessment(team, number)}`;
      const { planner, inspector } = team;
      const named = { account: accountOf(inspector), name: '检查员甲' };
      await expectDone(planner.post(`${path}/name-members`, { people: [named] }));
      const listed = async (by: Caller): Promise<boolean> =>
        (await kindsOn(by, made.get('filing'))).includes('official-assessment');
      expect([await listed(planner), await listed(inspector), await listed(province)]).toEqual([true, false, false]);
      await expectDone(inspector.post(`${path}/undertake`, { given: true }));
      expect(await listed(inspector)).toBe(false);
      await expectDone(inspector.post(`${path}/declare-interests`, { conflict: false }));
      expect(await listed(inspector)).toBe(true);
    });

    it('is not taken for the matter of another company by a number that anybody can write', async () => {
      const { number } = (await company.get(`/api/matters/filing/${made.get('filing')}`)).json();
      expect(await kindsOn(company, made.get('filing'))).toContain('complaint');
      const nobodys = await server.publicCaller.post('/api/matters/complaint', {
        form: { kind: 'other', company: '无名公司', to: 'office', what: `见 ${number}`, reached: 'anonymous' },
      });
      expect(nobodys.statusCode).toBe(201);
      const listed = matterListContract.parse(
        (await province.get(`/api/matters?on=${made.get('filing')}&size=200`)).json(),
      );
      expect(listed.items.map(({ id }) => id)).not.toContain(nobodys.json().matter);
    });
  });
});
