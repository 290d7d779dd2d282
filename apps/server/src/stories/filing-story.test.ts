import { beforeAll, describe, expect, it } from 'vitest';
import { exampleRecommender, exampleRegistration, exampleSubject } from '@suanjian/matters';
import { findRecord, verifyMatters, type Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { parseFilingNumber } from '@suanjian/register';
import { createTestServer, type Caller, type TestServer } from '../testing/test-server.ts';
import { withUploads } from './prepared-matters.ts';

withStores(({ open }) => {
  describe('a filing, from a company that nobody knows to a record that everybody finds', () => {
    let store: Store;
    let server: TestServer;
    let company: Caller;
    let stranger: Caller;
    let province: Caller;
    let supervisor: Caller;
    let nation: Caller;
    let elsewhere: Caller;
    let filing = '';
    let number = '';

    beforeAll(async () => {
      store = await open();
      server = await createTestServer(store, '2026-03-18T02:00:00.000Z');
      company = await server.provider('云岭（未登记）', exampleSubject.place, 'officer', 'editor');
      stranger = await server.provider('旁观者公司', exampleSubject.place, 'officer');
      province = await server.office('示例省网信办', 'province', '440000', 'reviewer');
      supervisor = server.colleague(province, 'supervisor');
      nation = await server.office('示例网信办', 'nation', '000000', 'reviewer', 'supervisor');
      elsewhere = await server.office('另一省网信办', 'province', '110000', 'reviewer', 'supervisor');
      return () => server.close();
    });

    const read = async (by: Caller, query = '') => (await by.get(`/api/matters/filing/${filing}${query}`)).json();

    it('registers the company first', async () => {
      const opened = await company.post('/api/matters/provider-registration', {
        form: await withUploads(company, exampleRegistration),
      });
      expect(opened.statusCode, opened.body).toBe(201);
      const { matter } = opened.json();
      const path = `/api/matters/provider-registration/${matter}`;
      expect((await company.post(`${path}/submit`, { declaration: true })).json()).toMatchObject({
        status: 'submitted',
      });
      expect((await elsewhere.post(`${path}/approve`)).statusCode).toBe(404);
      const approved = await province.post(`${path}/approve`);
      expect(approved.statusCode, approved.body).toBe(200);
      expect(
        await store.database
          .selectFrom('organisation')
          .select(['name', 'registered', 'credit_code'])
          .where('id', '=', company.organisation ?? '')
          .executeTakeFirst(),
      ).toEqual({
        name: exampleRegistration.legalName,
        registered: true,
        credit_code: exampleRegistration.creditCode,
      });
    });

    it('keeps a draft with mistakes, and names every one of them at submission', async () => {
      const opened = await company.post('/api/matters/filing', {
        form: { technique: 'personalised-push', launched: '2026-02-30' },
      });
      expect(opened.statusCode, opened.body).toBe(201);
      filing = opened.json().matter;
      const refused = await company.post(`/api/matters/filing/${filing}/submit`, { declaration: true });
      expect(refused.statusCode).toBe(422);
      expect(refused.headers['content-type']).toContain('application/problem+json');
      const { errors } = refused.json();
      expect(errors.length).toBeGreaterThan(20);
      expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
        expect.arrayContaining(['/form/launched', '/form/algorithmName', '/form/disclosurePurpose']),
      );
      for (const { text } of errors) expect(Object.keys(text)).toEqual(['zh', 'en']);
      expect((await read(company)).state.form).toMatchObject({ launched: '2026-02-30' });
    });

    it('finds contradictions before submission', async () => {
      const contradictory = { ...exampleRecommender, disclosureName: '别的算法' };
      const form = await withUploads(company, contradictory);
      const saved = await company.post(`/api/matters/filing/${filing}/save`, { form });
      expect(saved.statusCode, saved.body).toBe(200);
      const refused = await company.post(`/api/matters/filing/${filing}/submit`, { declaration: true });
      expect(refused.statusCode).toBe(422);
      expect(refused.json().errors.map(({ pointer }: { pointer?: string }) => pointer)).toContain(
        '/form/disclosureName',
      );
      await company.post(`/api/matters/filing/${filing}/save`, {
        form: { disclosureName: exampleRecommender.disclosureName },
      });
    });

    it('submits in time, which meets the provider’s clock and starts the office’s', async () => {
      const submitted = await company.post(
        `/api/matters/filing/${filing}/submit`,
        { declaration: true },
        { 'idempotency-key': 'submit-once-0001' },
      );
      expect(submitted.statusCode, submitted.body).toBe(200);
      // Sent twice, as a browser with a bad connection does.
      expect(
        (
          await company.post(
            `/api/matters/filing/${filing}/submit`,
            { declaration: true },
            { 'idempotency-key': 'submit-once-0001' },
          )
        ).json(),
      ).toEqual(submitted.json());
      const seen = await read(province);
      expect(seen).toMatchObject({ status: 'first-review', audience: 'office' });
      expect(seen.clocks).toMatchObject([
        {
          name: 'toFile',
          bearer: 'provider',
          clause: 'final/24.1',
          event: '2026-03-16',
          due: '2026-03-30',
          standing: 'met',
        },
        {
          name: 'toAnswer',
          bearer: 'office',
          clause: 'final/25',
          event: '2026-03-18',
          due: '2026-04-30',
          standing: 'running',
        },
      ]);
    });

    it('shows it to nobody else', async () => {
      for (const other of [stranger, elsewhere]) {
        expect((await other.get(`/api/matters/filing/${filing}`)).statusCode).toBe(404);
        expect((await other.get('/api/matters')).json().total).toBe(0);
        expect((await other.get(`/api/matters/filing/${filing}/readings`)).statusCode).toBe(404);
      }
      expect((await server.publicCaller.get(`/api/matters/filing/${filing}`)).statusCode).toBe(401);
    });

    it('lets the office open sealed fields, and lets the provider see that it did', async () => {
      const masked = JSON.stringify(await read(province));
      expect(masked).not.toContain(exampleRecommender.interventionPolicy);
      const opened = await read(province, '?unseal=confidential');
      expect(opened.state.form.interventionPolicy).toBe(exampleRecommender.interventionPolicy);
      const { readings } = (await company.get(`/api/matters/filing/${filing}/readings`)).json();
      expect(readings).toContainEqual({
        pointer: '/form/interventionPolicy',
        secrecy: 'confidential',
        at: '2026-03-18T02:00:00.000Z',
        organisation: '示例省网信办',
      });
    });

    it('hands a file to the office with the matter that refers to it, and to no stranger', async () => {
      const { state } = await read(company, '?unseal=confidential');
      const { hash } = state.form.assessmentReport[0];
      const readings = async () => (await company.get(`/api/matters/filing/${filing}/readings`)).json().readings;
      const before = await readings();
      const file = await province.get(`/api/matters/filing/${filing}/attachments/${hash}`);
      expect(file.statusCode).toBe(200);
      // One field was looked at, and no other is said to have been.
      const added = (await readings()).length - before.length;
      expect(added).toBe(1);
      expect((await readings())[0]).toMatchObject({ pointer: '/form/assessmentReport', organisation: '示例省网信办' });
      expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
      expect((await elsewhere.get(`/api/matters/filing/${filing}/attachments/${hash}`)).statusCode).toBe(404);
      expect((await stranger.get(`/api/attachments/${hash}`)).statusCode).toBe(404);
    });

    it('is returned with reasons per field, which ends the office’s clock', async () => {
      expect(
        (
          await province.post(`/api/matters/filing/${filing}/return`, {
            fields: [{ pointer: '/form/scenario', reason: '请写明页面名称' }],
          })
        ).json(),
      ).toMatchObject({ errors: [{ code: 'matter/reason-missing', pointer: '/reason' }] });
      server.now = '2026-04-20T02:00:00.000Z';
      const returned = await province.post(`/api/matters/filing/${filing}/return`, {
        fields: [{ pointer: '/form/scenario', reason: '请写明页面名称' }],
        reason: '场景不清楚',
      });
      expect(returned.statusCode, returned.body).toBe(200);
      const seen = await read(company);
      expect(seen.status).toBe('returned');
      expect(seen.clocks.at(-1)).toMatchObject({ name: 'toAnswer', standing: 'met', endedOn: '2026-04-20' });
    });

    it('is submitted again, which starts a new clock and leaves the provider’s own as it was met', async () => {
      server.now = '2026-04-21T02:00:00.000Z';
      const scenario = '用于「云岭阅读」应用首页和频道页的文章推荐，页面名称为“首页”和“频道”。';
      await company.post(`/api/matters/filing/${filing}/save`, {
        form: { scenario, disclosureScenario: scenario, coverScenario: scenario },
      });
      const again = await company.post(`/api/matters/filing/${filing}/submit`, { declaration: true });
      expect(again.statusCode, again.body).toBe(200);
      const { clocks } = await read(province);
      expect(
        clocks.map(({ name, run, standing }: { name: string; run: number; standing: string }) => [name, run, standing]),
      ).toEqual([
        ['toFile', 1, 'met'],
        ['toAnswer', 1, 'met'],
        ['toAnswer', 2, 'running'],
      ]);
    });

    it('goes to the nation under the same clock, and only the nation can file it', async () => {
      expect((await nation.post(`/api/matters/filing/${filing}/file`)).statusCode).toBe(409);
      expect((await province.post(`/api/matters/filing/${filing}/forward`)).json()).toMatchObject({
        status: 'second-review',
      });
      expect((await supervisor.post(`/api/matters/filing/${filing}/file`)).statusCode).toBe(403);
      expect((await read(nation)).clocks.at(-1)).toMatchObject({
        name: 'toAnswer',
        run: 2,
        standing: 'running',
        event: '2026-04-21',
      });
      expect(
        (await nation.post(`/api/matters/filing/${filing}/refuse`, { basis: [], reason: '不符合' })).statusCode,
      ).toBe(422);
      const filed = await nation.post(`/api/matters/filing/${filing}/file`);
      expect(filed.statusCode, filed.body).toBe(200);
      const seen = await read(company);
      expect(seen.status).toBe('filed');
      number = seen.number;
      const parsed = parseFilingNumber(number);
      expect(parsed.ok).toBe(true);
      expect(parsed.ok && parsed.parts).toMatchObject({ place: '440305', serial: 1 });
    });

    it('stands in the public register, without anything that is not public', async () => {
      const record = await findRecord(store.database, number);
      expect(record).toMatchObject({ status: 'filed' });
      const shown = JSON.stringify(record);
      expect(shown).toContain(exampleRecommender.disclosurePrinciple);
      for (const secret of [
        exampleRecommender.interventionPolicy,
        exampleRecommender.officerTelephone,
        exampleRecommender.hardware,
      ])
        expect(shown).not.toContain(secret);
    });

    it('is changed, and the public sees both versions', async () => {
      server.now = '2026-05-20T02:00:00.000Z';
      const opened = await company.post('/api/matters/change', {
        parent: filing,
        occurred: '2026-05-18',
        reasons: ['purpose-changed'],
      });
      expect(opened.statusCode, opened.body).toBe(201);
      const change = opened.json().matter;
      const path = `/api/matters/change/${change}`;
      expect((await company.post(`${path}/submit`, { declaration: true })).statusCode).toBe(422);
      const purpose = '帮助读者发现更多样的好文章。';
      await company.post(`${path}/save`, { form: { purpose, disclosurePurpose: purpose, coverOccasion: 'change' } });
      const submitted = await company.post(`${path}/submit`, { declaration: true });
      expect(submitted.statusCode, submitted.body).toBe(200);
      expect((await company.get(path)).json().clocks).toMatchObject([
        { name: 'toFile', clause: 'final/24.2', due: '2026-06-01', standing: 'met' },
        { name: 'toAnswer' },
      ]);
      await province.post(`${path}/forward`);
      const filed = await nation.post(`${path}/file`);
      expect(filed.statusCode, filed.body).toBe(200);
      const record = await findRecord(store.database, number);
      expect(JSON.stringify(record)).toContain(purpose);
      expect(record?.versions).toHaveLength(2);
    });

    it('is cancelled after the service ended, and the record stays', async () => {
      server.now = '2026-07-10T02:00:00.000Z';
      const opened = await company.post('/api/matters/cancellation', {
        parent: filing,
        form: {
          serviceEnds: '2026-07-01',
          why: '业务调整。',
          userArrangements: '提前三十天公告，剩余会员退费。',
          dataArrangements: '数据导出给用户后删除。',
        },
      });
      expect(opened.statusCode, opened.body).toBe(201);
      const path = `/api/matters/cancellation/${opened.json().matter}`;
      const submitted = await company.post(`${path}/submit`, { declaration: true });
      expect(submitted.statusCode, submitted.body).toBe(200);
      const accepted = await province.post(`${path}/accept`);
      expect(accepted.statusCode, accepted.body).toBe(200);
      expect((await read(company)).status).toBe('cancelled');
      expect(await findRecord(store.database, number)).toMatchObject({ status: 'cancelled' });
    });

    it('leaves streams that verify', async () => {
      const verification = await verifyMatters(store.database);
      expect(verification.faults).toEqual([]);
      expect(verification.matters).toBe(4);
    });
  });
});
