import { beforeAll, describe, expect, it } from 'vitest';
import { recordChecksContract } from '@suanjian/contracts';
import { exampleSubject } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { dutiesOf } from '../../stories/prepared-duties.ts';
import { expectDone } from '../../stories/prepared-matter.ts';
import { filed, registered } from '../../stories/prepared-matters.ts';
import { createTestServer, type Caller, type TestServer } from '../../testing/test-server.ts';

withStores(({ open }) => {
  describe('checks that records decide', () => {
    let server: TestServer;
    let company: Caller;
    let province: Caller;
    let filing: string;
    let register: string;
    let name: string;

    const verdicts = async (by: Caller, kind: string, id: string): Promise<Readonly<Record<string, string>>> => {
      const answer = recordChecksContract.parse((await by.get(`/api/matters/${kind}/${id}/record-checks`)).json());
      return Object.fromEntries(answer.items.map(({ id: check, verdict }) => [check, verdict]));
    };

    beforeAll(async () => {
      server = await createTestServer(await open(), '2026-03-18T02:00:00.000Z');
      company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      province = await server.office('示例省', 'province', '440000', 'reviewer');
      const nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
      await registered(company, { province, nation });
      filing = await filed(company, { province, nation });
      const { number, title } = (await company.get(`/api/matters/filing/${filing}`)).json();
      name = title;
      register =
        (await dutiesOf(company, province, number, expectDone)).find(([kind]) => kind === 'responsibility')?.[1] ?? '';
      return () => server.close();
    });

    it('judge what is kept, for both sides in the same words', async () => {
      const first = {
        'assessment-current': 'fail',
        'lawful-data': 'not-applicable',
        'published-cases': 'not-applicable',
        'release-approved': 'not-enough-data',
        'timely-answers': 'not-applicable',
      };
      expect(await verdicts(company, 'responsibility', register)).toEqual(first);
      expect(await verdicts(province, 'responsibility', register)).toEqual(first);
      const model = { algorithm: name, release: '1.2', changes: '第一版', trained: true };
      const licence = { name: '数据集甲', kind: 'licensed', allowed: '合同一', until: '2026-03-17', personal: false };
      const give = (command: string, input: object) =>
        expectDone(company.post(`/api/matters/responsibility/${register}/${command}`, input));
      await give('record-release', { model: { ...model, sources: [licence] } });
      await give('release-in-service', { service: { algorithm: name, release: '1.2', from: '2026-03-18' } });
      const second = { ...first, 'lawful-data': 'fail', 'release-approved': 'fail' };
      expect(await verdicts(province, 'responsibility', register)).toEqual(second);
      await give('review-release', {
        opinion: { algorithm: name, release: '1.2', result: 'approved', opinion: '看过机制。' },
      });
      expect(await verdicts(company, 'filing', filing)).toEqual({
        'assessment-current': 'fail',
        'lawful-data': 'fail',
        'release-approved': 'pass',
      });
    });

    it('count answers against the time that was published', async () => {
      const promise = { from: '2026-03-18', complaintLength: 2, complaintUnit: 'working-day' };
      await expectDone(company.post(`/api/matters/responsibility/${register}/publish-commitments`, { promise }));
      const { number } = (await company.get(`/api/matters/filing/${filing}`)).json();
      await expectDone(
        server.publicCaller.post('/api/matters/complaint', {
          form: { kind: 'other', number, to: 'provider', what: '重复推送。', reached: 'anonymous' },
        }),
      );
      expect((await verdicts(company, 'responsibility', register))['timely-answers']).toBe('not-applicable');
      server.now = '2026-03-24T02:00:00.000Z';
      expect((await verdicts(company, 'responsibility', register))['timely-answers']).toBe('fail');
    });

    it('are not there for whoever may not see the matter, nor for other kinds', async () => {
      const stranger = await server.provider('旁观', exampleSubject.place, 'officer');
      const elsewhere = await server.office('另一省', 'province', '110000', 'reviewer');
      for (const by of [stranger, elsewhere])
        for (const [kind, id] of [
          ['filing', filing],
          ['responsibility', register],
        ])
          expect((await by.get(`/api/matters/${kind}/${id}/record-checks`)).statusCode).toBe(404);
      expect((await company.get(`/api/matters/filing/${register}/record-checks`)).statusCode).toBe(404);
      expect((await company.get('/api/matters/filing/nothing/record-checks')).statusCode).toBe(404);
    });
  });
});
