import { setTimeout as passes } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  complaintsAnsweredSchema,
  governanceFiguresSchema,
  providerAnsweredSchema,
  publicCampaignsSchema,
  publishedDecisionSchema,
  publishedDecisionsSchema,
  riskNoticesSchema,
  standardsSchema,
} from '@suanjian/contracts';
import { exampleSubject } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { createPages } from '@suanjian/web/pages';
import { campaignsOf } from '../../../stories/prepared-campaigns.ts';
import { casesOf, order } from '../../../stories/prepared-cases.ts';
import { expectDone, type Done } from '../../../stories/prepared-matter.ts';
import { filed, registered } from '../../../stories/prepared-matters.ts';
import { seated } from '../../../stories/prepared-review.ts';
import { createTestServer, type Caller, type TestServer } from '../../../testing/test-server.ts';
import { publicRoutes } from '../routes.ts';

const begin = '2026-03-18T02:00:00.000Z';

/** So many more complaints like one that there is, which reached the company in the month before and ended as told. */
const multiply = (store: Store, complaint: string, times: number, ended: 'in-time' | 'late' | 'open') =>
  store.asOwner(async (transaction) => {
    const end = { 'in-time': '2026-02-12', late: '2026-02-27', open: null }[ended];
    await sql`
      with made as (
        insert into matter select (jsonb_populate_record(matter, jsonb_build_object('id', gen_random_uuid()))).*
        from matter, generate_series(1, ${times}::int) where matter.id = ${complaint} returning id
      ), told as (
        insert into matter_event select (jsonb_populate_record(event, jsonb_build_object('matter_id', made.id))).*
        from matter_event as event, made where event.matter_id = ${complaint} and event.position = 1
      )
      insert into clock select (jsonb_populate_record(clock, jsonb_build_object(
        'matter_id', made.id, 'event_on', '2026-02-10', 'due_on', '2026-02-24',
        'ended_on', ${end}::text, 'ended_how', case when ${end}::text is null then null else 'stopped' end
      ))).* from clock, made where clock.matter_id = ${complaint}`.execute(transaction);
  });

/** Pages are believed for a moment after something was committed. */
const done: Done = async (answer) => {
  const matter = await expectDone(answer);
  await passes(25);
  return matter;
};

withStores(({ open }) => {
  describe('what supervision puts before everybody', () => {
    let store: Store;
    let server: TestServer;
    let company: Caller;
    let head: Caller;
    let number = '';
    let filing = '';
    let violation = '';
    let campaign = '';

    beforeAll(async () => {
      store = await open();
      const pages = createPages({ stylesheet: '/s.css' });
      server = await createTestServer(store, begin, {}, undefined, {
        areas: (services) => [publicRoutes(services, pages)],
      });
      company = await server.provider('云岭（未登记）', exampleSubject.place, 'officer', 'editor');
      const province = await server.office('示例省网信办', 'province', '440000', 'reviewer');
      const nation = await server.office('示例网信办', 'nation', '000000', 'reviewer');
      head = server.colleague(province, 'supervisor');
      await registered(company, { province, nation });
      filing = await filed(company, { province, nation });
      ({ number } = (await company.get(`/api/matters/filing/${filing}`)).json<{ number: string }>());
      violation = new Map(await casesOf(server, province, filing)).get('violation-case') ?? '';
      campaign = new Map(await campaignsOf(server, company, province, number)).get('campaign') ?? '';
      return () => server.close();
    });

    const page = async (url: string): Promise<string> => {
      const { statusCode, body } = await server.app.inject({ url, headers: { accept: 'text/html' } });
      expect(statusCode, url).toBe(200);
      return body;
    };
    const status = async (url: string): Promise<number> => (await server.app.inject({ url })).statusCode;
    const data = async (url: string): Promise<unknown> => {
      const answer = await server.app.inject({ url });
      expect([answer.statusCode, answer.headers['access-control-allow-origin']], url).toEqual([200, '*']);
      return answer.json();
    };
    const soon = () => {
      server.now = new Date(Date.parse(server.now) + 11 * 60_000).toISOString();
    };

    it('is empty pages as long as nothing is decided, served and published', async () => {
      expect(await page('/decisions')).toContain('还没有公布的处罚决定');
      expect(await page('/en/campaigns')).toContain('No campaign is shown');
      expect(await page('/risk-notices')).toContain('目前没有安全风险提示');
      expect(await page('/punctuality/complaints')).toContain('还没有企业公布投诉的答复时限');
      for (const url of [
        `/decisions/${violation}`,
        `/decisions/${violation}.json`,
        `/campaigns/${campaign}`,
        '/decisions/1',
      ])
        expect(await status(url), url).toBe(404);
    });

    it('is a decision from its publication on, as corrected, and in its place the explanation once it is withdrawn', async () => {
      const path = `/api/matters/violation-case/${violation}`;
      const give = (by: Caller, command: string, body: object = {}) => done(by.post(`${path}/${command}`, body));
      await give(company, 'waive');
      await give(server.colleague(head, 'reviewer'), 'note', { text: '内部记录不公开。' });
      const other = server.colleague(head, 'supervisor', 'reviewer');
      await seated(server, [other]);
      await give(other, 'review-legally', { passed: true, words: '程序合法。' });
      await give(other, 'agree');
      await give(head, 'decide', {
        measures: ['warning', 'order-to-correct', 'suspend-updates', 'fine'],
        fine: 20_000,
        other: false,
        reasons: '情节严重。',
        comply: '十五日内缴纳。',
        remedies: '六十日内申请复议。',
      });
      expect(await status(`/decisions/${violation}`)).toBe(404);
      await give(head, 'serve', { way: 'in-person', on: '2026-03-18' });
      expect(await status(`/decisions/${violation}`)).toBe(404);
      await give(head, 'publish', { words: '罚款两千元。', checked: true, reason: '社会影响较大。' });
      expect(await page(`/decisions/${violation}`)).toContain('罚款两千元。');

      await give(head, 'correct-publication', {
        words: '罚款两万元。',
        checked: true,
        explanation: '金额误写，已改。',
      });
      const one = publishedDecisionSchema.parse(await data(`/decisions/${violation}.json`));
      expect(await data(`/decisions/${violation}/data.json`)).toEqual(one);
      expect(one).toMatchObject({
        company: exampleSubject.name,
        number,
        clauses: ['final/17.1'],
        servedOn: '2026-03-18',
        words: '罚款两万元。',
        corrections: [{ on: '2026-03-18', explanation: '金额误写，已改。' }],
      });
      const html = await page(`/en/decisions/${violation}`);
      expect(html).toContain('金额误写，已改。');
      expect(html).not.toMatch(/两千元|内部记录|情节严重/u);
      expect(publishedDecisionsSchema.parse(await data('/decisions.json')).items).toEqual([one]);
      const csv = (await server.app.inject({ url: '/open-data/decisions.csv' })).body;
      expect(csv.split('\r\n')[1]).toContain('罚款两万元。');

      await give(head, 'withdraw-publication', { words: '决定已经变更。' });
      expect(await page(`/decisions/${violation}`)).toContain('决定已经变更。');
      for (const url of [
        '/decisions',
        '/decisions.json',
        `/decisions/${violation}`,
        '/open-data/decisions.csv',
        '/open-data/decisions.jsonl',
      ])
        expect((await server.app.inject({ url })).body, url).not.toMatch(/罚款两/u);
    });

    it('is a risk notice on an order to assess that was refused, until it is lifted', async () => {
      const give = (by: Caller, command: string, body: object = {}) => done(by.post(`${path}/${command}`, body));
      const office = server.colleague(head, 'reviewer');
      const id = await done(
        office.post('/api/matters/rectification', {
          ...order,
          clauses: [{ clause: 'safety-2018/3.1' }],
          parent: filing,
        }),
      );
      const path = `/api/matters/rectification/${id}`;
      await give(head, 'serve');
      await give(company, 'refuse-order', { reason: '不认可。' });
      expect(await status(`/risk-notices/${id}`)).toBe(404);
      const notice = { service: '云岭短片', words: '拒绝安全评估，请留意。', checked: true };
      await give(head, 'publish-risk-notice', { ...notice, reason: '拒不评估。' });
      expect(await page(`/risk-notices/${id}`)).toContain('拒绝安全评估，请留意。');
      expect(await page(`/risk-notices/${id}`)).not.toContain('不认可');
      expect(riskNoticesSchema.parse(await data('/risk-notices.json')).items).toMatchObject([
        { id, service: '云岭短片' },
      ]);
      await give(head, 'lift-risk-notice', { words: '已经完成评估。' });
      expect(await page('/risk-notices')).toContain('已经完成评估。');
      expect(await page(`/risk-notices/${id}`)).not.toContain('请留意');
    });

    it('is a campaign in counts once its office shows it, and no longer when it hides it', async () => {
      const path = `/api/matters/campaign/${campaign}`;
      await done(head.post(`${path}/show-progress`));
      const { items } = publicCampaignsSchema.parse(await data('/campaigns.json'));
      expect(items).toMatchObject([{ id: campaign, closed: false, progress: { targets: 1, asked: 1, accepted: 0 } }]);
      const html = await page(`/campaigns/${campaign}`);
      expect(html).toContain('示例省行动');
      expect(html).not.toMatch(new RegExp(`${exampleSubject.name}|${number}|投诉集中|看关闭选项`, 'u'));
      await done(
        head.post(`${path}/close`, {
          results: '内部结论不公开。',
          difficulties: '内部难点。',
          next: '内部安排。',
          leftOpen: '内部去向。',
          forPublic: '入口都已改到两层以内。',
        }),
      );
      const closed = await page(`/campaigns/${campaign}`);
      expect(closed).toContain('入口都已改到两层以内。');
      expect(closed).not.toContain('内部');
      await done(head.post(`${path}/hide-progress`, { reason: '核对数字。' }));
      expect(await status(`/campaigns/${campaign}`)).toBe(404);
    });

    it('is standards with who keeps to them since when, and why somebody stopped', async () => {
      const [standards] = standardsSchema.parse(await data('/standards.json')).items;
      expect(standards).toMatchObject({
        versions: [{ code: 'TSJ-01', version: '1.0', pack: 'c'.repeat(64) }],
        adoptions: [{ company: exampleSubject.name, adopted: { version: '1.0', on: '2026-03-18' } }],
      });
      const html = await page(`/en/standards/${standards?.id}`);
      expect(html).toContain('Kept to');
      expect((await server.app.inject({ url: '/open-data/adoptions.jsonl' })).body).toContain('TSJ-01');
    });

    it('is how a company keeps its promised time: nothing below ten, no words and nobody', async () => {
      const register = await done(
        company.post('/api/matters/responsibility', {
          form: {
            officer: '暗记主管',
            means: [{ name: '工具', purpose: '复核' }],
            mechanismOwnerPost: '安全部',
            mechanismApproved: '2026-01-15',
            mechanismReviewMonths: 6,
            mechanismStatus: 'in-force',
          },
        }),
      );
      const path = `/api/matters/responsibility/${register}`;
      await done(company.post(`${path}/adopt`));
      const promise = { from: '2026-03-18', complaintLength: 10, complaintUnit: 'working-day' };
      await done(company.post(`${path}/publish-commitments`, { promise }));
      const what = '暗记内容：同一件商品价格不一样。';
      const form = { number, reached: 'anonymous', kind: 'differential-price', to: 'provider', what };
      const complaint = await done(server.publicCaller.post('/api/matters/complaint', { form }));
      await multiply(store, complaint, 9, 'in-time');

      soon();
      const few = complaintsAnsweredSchema.parse(await data('/punctuality/complaints.json')).providers[0];
      expect([few?.name, few?.rows, few?.total.received, few?.total.inTime]).toEqual([
        exampleSubject.name,
        [],
        'few',
        'few',
      ]);
      const record = await data(`/register/${number}.json`);
      expect(record).toMatchObject({
        published: { answered: { provider: few?.provider, total: { received: 'few' } } },
      });

      await multiply(store, complaint, 20, 'in-time');
      await multiply(store, complaint, 11, 'late');
      await multiply(store, complaint, 3, 'open');
      // Nobody who asks at every moment sees single complaints come in.
      expect(complaintsAnsweredSchema.parse(await data('/punctuality/complaints.json')).providers[0]?.rows).toEqual([]);
      soon();
      const url = `/punctuality/complaints/${few?.provider}`;
      const shown = providerAnsweredSchema.parse(await data(`${url}.json`));
      // Of this month, in which the first one came, nothing is told yet.
      expect(shown).toMatchObject({ from: '2025-03', until: '2026-02', asOf: '2026-03-18' });
      const counts = { received: 43, inTime: 29, late: 11, openInTime: 'few', openLate: 'few', ended: 'few' };
      expect(shown.provider).toMatchObject({
        total: counts,
        rows: [{ month: '2026-02', kind: 'differential-price', ...counts }],
      });
      expect(shown.provider).not.toHaveProperty('other');
      for (const each of [url, '/punctuality/complaints', `/register/${number}`, '/open-data/complaints-answered.csv'])
        expect((await server.app.inject({ url: each })).body, each).not.toContain('暗记');
      expect(await page(`/en/register/${number}`)).toContain(url);
      expect(await status(`/punctuality/complaints/${violation}`)).toBe(404);
    });

    it('is the sums of it all, small ones only as few, and no inspection or case among them', async () => {
      const figures = governanceFiguresSchema.parse(await data('/figures/governance.json'));
      const values = Object.fromEntries(
        figures.parts.flatMap((part) => part.figures.map(({ name, value }) => [name, value])),
      );
      expect(values).toMatchObject({
        records: 1,
        decisions: 1,
        standards: 1,
        adoptions: 1,
        orders: 'few',
        audits: 'few',
        complaints: 44,
      });
      expect(Object.keys(values).join(' ')).not.toMatch(/inspection|case/u);
      expect(await page('/en/figures')).toContain('Fewer than 10');
    });

    it('is in the catalogue and in the description of the interface, and on a page that leads to all of it', async () => {
      const catalogue = JSON.stringify(await data('/open-data/catalog.jsonld'));
      for (const name of ['decisions.csv', 'adoptions.jsonl', 'complaints-answered.csv'])
        expect(catalogue).toContain(`/open-data/${name}`);
      const hub = await page('/supervision');
      const paths = [
        '/decisions',
        '/risk-notices',
        '/campaigns',
        '/discretion',
        '/standards',
        '/punctuality/complaints',
        '/figures',
      ];
      for (const path of paths) {
        expect(hub).toContain(`href="${path}"`);
        expect(await page(path)).not.toContain('<script');
      }
      expect(await page('/training/people?answered=yes&off=0&days=9')).toContain('noindex');
      expect(await status('/guidance/nothing')).toBe(404);
      expect(await data('/guidance/filing.json')).toMatchObject({ id: 'filing' });
    });
  });
});
