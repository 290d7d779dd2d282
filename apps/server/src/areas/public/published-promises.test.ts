import { beforeAll, describe, expect, it } from 'vitest';
import { registerRecordSchema } from '@suanjian/contracts';
import { exampleSubject } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { createPages } from '@suanjian/web/pages';
import { expectDone } from '../../stories/prepared-matter.ts';
import { filed, registered } from '../../stories/prepared-matters.ts';
import { createTestServer, type Caller, type TestServer } from '../../testing/test-server.ts';
import { loadRecord } from './load-record.ts';

withStores(({ open }) => {
  describe('what a provider has published, on the records of its filings', () => {
    let server: TestServer;
    let company: Caller;
    let number = '';
    let path = '';

    beforeAll(async () => {
      server = await createTestServer(await open(), '2026-03-18T02:00:00.000Z');
      company = await server.provider('云岭（未登记）', exampleSubject.place, 'officer', 'editor');
      const province = await server.office('示例省网信办', 'province', '440000', 'reviewer');
      const nation = await server.office('示例网信办', 'nation', '000000', 'reviewer');
      await registered(company, { province, nation });
      const filing = await filed(company, { province, nation });
      ({ number } = (await company.get(`/api/matters/filing/${filing}`)).json<{ number: string }>());
      return () => server.close();
    });

    const record = () => loadRecord(server, number);
    const secrets = ['暗记主管', '暗记电话', '暗记复核'];

    it('is nothing where nothing was published, whatever the register holds', async () => {
      expect(await record()).not.toHaveProperty('published');
      const register = await expectDone(
        company.post('/api/matters/responsibility', {
          form: {
            officer: '暗记主管',
            means: [{ name: '暗记电话', purpose: '暗记复核结论' }],
            mechanismOwnerPost: '安全部',
            mechanismApproved: '2026-01-15',
            mechanismReviewMonths: 6,
            mechanismStatus: 'in-force',
          },
        }),
      );
      path = `/api/matters/responsibility/${register}`;
      await expectDone(company.post(`${path}/adopt`));
      expect(await record()).toBeDefined();
      expect(await record()).not.toHaveProperty('published');
    });

    it('is rules and time limits, saying which version holds on the day, and no more', async () => {
      const rules = { title: '推荐服务规则', address: 'https://yunling.example/rules', since: '2026-03-01' };
      const promise = { from: '2026-03-18', complaintLength: 10, complaintUnit: 'working-day' };
      for (const [command, input] of [
        ['publish-rules', { published: { ...rules, version: '1.0' } }],
        ['publish-rules', { published: { ...rules, version: '2.0' } }],
        ['publish-commitments', { promise }],
        ['publish-commitments', { promise: { from: '2026-03-25', complaintLength: 5, complaintUnit: 'working-day' } }],
        ['confirm', { review: { system: 'mechanism', result: '暗记复核' } }],
      ] as const)
        await expectDone(company.post(`${path}/${command}`, input));
      const shown = await record();
      const title = { zh: '答复投诉举报', en: 'Answering a complaint or report' };
      expect(shown?.published).toEqual({
        rules: [
          { ...rules, version: '2.0', publishedOn: '2026-03-18' },
          { ...rules, version: '1.0', publishedOn: '2026-03-18' },
        ],
        commitments: [
          {
            version: 2,
            from: '2026-03-25',
            holds: false,
            limits: [{ kind: 'complaint', title, length: 5, unit: 'working-day' }],
          },
          {
            version: 1,
            from: '2026-03-18',
            holds: true,
            limits: [{ kind: 'complaint', title, length: 10, unit: 'working-day' }],
          },
        ],
      });
      // As it goes over the wire, and as the page that is drawn of it.
      expect(registerRecordSchema.parse(shown)).toEqual(shown);
      if (shown === undefined) throw new Error('the record is public');
      const html = createPages({ stylesheet: '/site.css' }).recordPage(
        { record: shown, address: 'https://register.example/r' },
        { language: 'zh', path: `/register/${number}` },
      );
      expect(html).toContain('推荐服务规则');
      for (const secret of secrets) expect(`${JSON.stringify(shown)}${html}`).not.toContain(secret);
    });

    it('is the tags in use and the news licence with its sources, and none of the releases', async () => {
      const tag = { tag: '足球', kind: 'interest', meaning: '多次看过足球内容。' };
      await expectDone(company.post(`${path}/propose-tag`, { tag }));
      expect((await record())?.published).not.toHaveProperty('registers');
      await expectDone(company.post(`${path}/approve-tag`, { which: { tag: tag.tag } }));
      const news = { licence: '示例 0001', authority: '示例机关', until: '2027-03-01' };
      const sources = [{ name: '示例通讯社', code: 'example-agency' }];
      await expectDone(company.post(`${path}/publish-news-sources`, { news: { ...news, sources } }));
      const data = { name: '暗记主管', kind: 'own', personal: false };
      const model = { algorithm: '算法', release: '暗记复核', changes: '暗记电话', trained: true, sources: [data] };
      await expectDone(company.post(`${path}/record-release`, { model }));
      const shown = await record();
      expect(shown?.published?.registers).toEqual({
        tags: [{ tag: '足球', kind: { zh: '兴趣', en: 'An interest' }, meaning: tag.meaning }],
        news: { ...news, publishedOn: '2026-03-18', sources: ['示例通讯社'] },
        cases: [],
      });
      expect(registerRecordSchema.parse(shown)).toEqual(shown);
      if (shown === undefined) throw new Error('the record is public');
      const html = createPages({ stylesheet: '/site.css' }).recordPage(
        { record: shown, address: 'https://register.example/r' },
        { language: 'en', path: `/register/${number}` },
      );
      for (const words of ['足球', '示例通讯社', 'Tags about users']) expect(html).toContain(words);
      for (const secret of secrets) expect(`${JSON.stringify(shown)}${html}`).not.toContain(secret);
    });

    it('moves to the next version on its day', async () => {
      server.now = '2026-03-25T02:00:00.000Z';
      expect((await record())?.published?.commitments.map(({ version, holds }) => [version, holds])).toEqual([
        [2, true],
        [1, false],
      ]);
    });
  });
});
