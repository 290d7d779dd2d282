import { extractText } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleSafetyAssessment, exampleSubject } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { casesOf, order as orderOf } from '../../stories/prepared-cases.ts';
import { expectDone } from '../../stories/prepared-matter.ts';
import { approvedInspection, officials } from '../../stories/prepared-teams.ts';
import { filed, registered, withUploads } from '../../stories/prepared-matters.ts';
import { accountOf } from '../../stories/prepared-review.ts';
import { createTestServer, type Caller, type TestServer } from '../../testing/test-server.ts';

const said = async (content: Buffer): Promise<string> =>
  (await extractText(new Uint8Array(content), { mergePages: true })).text.replaceAll(/\s/gu, '');

/** The paper of an inspection: its team's alone before its time, and never of who is only named to it. */
const inspected = async (
  store: Store,
  server: TestServer,
  company: Caller,
  province: Caller,
  filing: string,
): Promise<void> => {
  const { number } = (await company.get(`/api/matters/filing/${filing}`)).json();
  const team = await officials(server, province);
  const path = `/api/matters/inspection/${await approvedInspection(team, number)}`;
  const guest = (await officials(server, province)).inspector;
  await expectDone(
    team.planner.post(`${path}/name-members`, { people: [{ account: accountOf(guest), name: '检查员丙' }] }),
  );
  await expectDone(team.planner.post(`${path}/defer-readings`, { until: '2026-05-08', reason: '防止通风报信。' }));
  for (const reader of [guest, company, province])
    expect((await reader.get(`${path}/document.pdf`)).statusCode).toBe(404);
  const words = await said((await team.inspector.get(`${path}/document.pdf?lang=zh`)).rawPayload);
  for (const part of ['检查记录和报告', '多起投诉。', '推迟告知的查阅', '2026-05-08', '还没有会签'])
    expect(words).toContain(part);
  expect((await team.inspector.get(`${path}/document.docx`)).statusCode).toBe(200);
  // It was read, and the company is not told yet.
  await expectDone(team.inspector.post(`${path}/announce`));
  expect((await company.get(`${path}/readings`)).json()).toEqual({ readings: [] });
  const readings = await store.asOwner((transaction) =>
    transaction
      .selectFrom('reading')
      .select(['pointer', 'deferred_until'])
      .where('matter_id', '=', path.split('/').at(-1) ?? '')
      .execute(),
  );
  expect(readings).toContainEqual({ pointer: '/plan/why', deferred_until: '2026-05-08' });
};

withStores(({ open }) => {
  describe('the report of an assessment', () => {
    let store: Store;
    let server: TestServer;
    let editor: Caller;
    let officer: Caller;
    let province: Caller;
    let path: string;

    beforeAll(async () => {
      store = await open();
      server = await createTestServer(store, '2026-03-20T02:00:00.000Z');
      editor = await server.provider('云岭示例公司', exampleSubject.place, 'editor');
      officer = server.colleague(editor, 'officer');
      province = await server.office('示例省', 'province', '440000', 'reviewer');
      const form = await withUploads(editor, exampleSafetyAssessment);
      const opened = await editor.post('/api/matters/assessment', { about: { template: 'safety-2018' }, form });
      expect([opened.statusCode, opened.body]).toEqual([201, expect.any(String)]);
      path = `/api/matters/assessment/${opened.json().matter}`;
      return () => server.close();
    });

    it('is a PDF in the language that is asked for, and says that nobody has signed yet', async () => {
      const chinese = await editor.get(`${path}/document.pdf?lang=zh`);
      expect([chinese.statusCode, chinese.headers['content-type']]).toEqual([200, 'application/pdf']);
      expect(chinese.headers['content-disposition']).toMatch(/^attachment; filename="assessment-[\w-]+\.pdf"$/);
      expect(chinese.headers['cache-control']).toBe('no-store');
      const words = await said(chinese.rawPayload);
      for (const part of ['草稿：尚未签署', '云岭示例公司', '要点六', '处置平均用时十分钟', '风险矩阵', '王例'])
        expect(words).toContain(part);
      const english = await said((await editor.get(`${path}/document.pdf?lang=en`)).rawPayload);
      expect(english).toContain('Draft:notsigned');
    });

    it('is a Word file too', async () => {
      const answer = await editor.get(`${path}/document.docx`);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toContain('wordprocessingml');
      expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
    });

    it('is there for whoever may read the matter, and for nobody else', async () => {
      const stranger = await server.provider('旁观', exampleSubject.place, 'officer');
      const missing = `${path.slice(0, -4)}0000/document.pdf`;
      expect((await server.publicCaller.get(`${path}/document.pdf`)).statusCode).toBe(401);
      for (const answer of [
        await stranger.get(`${path}/document.pdf`),
        await province.get(`${path}/document.docx`),
        await editor.get(missing),
        await editor.get('/api/matters/assessment/none/document.pdf'),
      ])
        expect(answer.statusCode).toBe(404);
    });

    it('is recorded as a reading that the provider sees, once the office has it', async () => {
      for (const [by, step, body] of [
        [editor, 'submit', { declared: { truthful: true } }],
        [officer, 'sign', {}],
        [officer, 'send', {}],
      ] as const) {
        const answer = await by.post(`${path}/${step}`, body);
        expect([step, answer.statusCode, answer.body]).toEqual([step, 200, expect.any(String)]);
      }
      const answer = await province.get(`${path}/document.pdf?lang=zh`);
      expect(answer.statusCode).toBe(200);
      const words = await said(answer.rawPayload);
      expect(words).not.toContain('草稿：尚未签署');
      expect(words).toContain('王例');
      const readings = await store.asOwner((transaction) =>
        transaction
          .selectFrom('reading')
          .selectAll()
          .where('matter_id', '=', path.split('/').at(-1) ?? '')
          .execute(),
      );
      const read = JSON.stringify(readings);
      expect(read).toContain('/form/responsiblePerson');
      expect(read).toContain('/form/risks');
    });
  });

  describe('the file of a case', () => {
    it('is printed for the office, and for the company without what is inside the office', async () => {
      const store = await open();
      const server = await createTestServer(store, '2026-03-18T02:00:00.000Z');
      const company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      const province = await server.office('示例省', 'province', '440000', 'reviewer');
      const nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
      await registered(company, { province, nation });
      const filing = await filed(company, { province, nation });
      const matters = new Map(await casesOf(server, province, filing));
      const paper = async (by: Caller, kind: string, ending = 'pdf') =>
        by.get(`/api/matters/${kind}/${matters.get(kind)}/document.${ending}?lang=zh`);
      const office = await paper(province, 'violation-case');
      expect([office.statusCode, office.headers['content-type']]).toEqual([200, 'application/pdf']);
      const words = await said(office.rawPayload);
      for (const part of ['违法案件案卷', '违法线索', '拟处罚告知', '关闭之后仍有个性化展示', '告知拟处罚'])
        expect(words).toContain(part);
      const within = await expectDone(
        province.post('/api/matters/rectification', { ...orderOf, parent: matters.get('violation-case') }),
      );
      const bound = await said((await paper(province, 'violation-case')).rawPayload);
      for (const part of ['附件1：限期整改案卷', within, orderOf.findings, '有关事项']) expect(bound).toContain(part);
      const own = await said((await paper(company, 'violation-case')).rawPayload);
      expect(own).not.toContain(within);
      expect(own).toContain('拟处罚告知');
      for (const inside of ['违法线索', '调查结论', '会签']) expect(own).not.toContain(inside);
      expect(await said((await paper(company, 'rectification')).rawPayload)).toContain('整改通知');
      expect((await paper(company, 'rectification', 'docx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
      const stranger = await server.provider('旁观', exampleSubject.place, 'officer');
      expect((await paper(stranger, 'violation-case')).statusCode).toBe(404);
      expect((await company.get(`/api/matters/filing/${filing}/document.pdf`)).statusCode).toBe(404);
      await inspected(store, server, company, province, filing);
      await server.close();
    });
  });
});
