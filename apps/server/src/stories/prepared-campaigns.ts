import { exampleSubject } from '@suanjian/matters';
import type { Caller, TestServer } from '../testing/test-server.ts';
import { expectDone, type MatterOfKind } from './prepared-matter.ts';

/** Its SHA-256 is committed to when the campaign is begun. */
const seed = 'abc';
const commitment = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

const standard = {
  code: 'TSJ-01',
  version: '1.0',
  called: '关闭选项',
  words: '关闭以后立即停止。',
  pack: 'c'.repeat(64),
};

/** A campaign that runs, the self-inspection of one of its targets, a reminder to file, and a standard of an industry body that the company has adopted. */
export const campaignsOf = async (
  server: TestServer,
  company: Caller,
  province: Caller,
  number: string,
): Promise<readonly MatterOfKind[]> => {
  const head = server.colleague(province, 'supervisor');
  const campaign = await expectDone(
    province.post('/api/matters/campaign', {
      preset: 'campaign-2022',
      name: '示例省行动',
      from: '2026-03-18',
      until: '2026-12-31',
      sampleSize: 1,
      byGrade: false,
      commitment,
      goals: '看关闭选项。',
    }),
  );
  const path = `/api/matters/campaign/${campaign}`;
  await expectDone(province.post(`${path}/select-targets`, { why: '投诉集中。', targets: [{ provider: number }] }));
  await expectDone(head.post(`${path}/start`));
  await expectDone(head.post(`${path}/draw`, { seed }));
  const selfInspection = await expectDone(
    province.post('/api/matters/self-inspection', { parent: campaign, provider: number, by: '2026-04-15' }),
  );
  const unmet = { result: 'unmet', account: '旧版仍有推荐。', measure: '升级旧版。', fixedBy: '2026-05-08' };
  await expectDone(
    company.post(`/api/matters/self-inspection/${selfInspection}/answer`, { clause: 'final/17.1', ...unmet }),
  );
  const body = await server.industryBody('示例行业协会', '440300', 'officer');
  const list = await expectDone(
    body.post('/api/matters/standard', { capacity: 'association', mandate: '章程第三条。' }),
  );
  const from = server.now.slice(0, 10);
  await expectDone(body.post(`/api/matters/standard/${list}/publish`, { ...standard, from }));
  const adoption = await expectDone(
    company.post('/api/matters/standard-adoption', { body: '示例行业协会', code: 'TSJ-01', version: '1.0' }),
  );
  const reminder = await expectDone(
    province.post('/api/matters/filing-reminder', {
      provider: exampleSubject.name,
      service: '云岭同城',
      why: '有公开评论。',
      by: '2026-04-15',
      every: '10',
    }),
  );
  return [
    ['filing-reminder', reminder],
    ['campaign', campaign],
    ['self-inspection', selfInspection],
    ['standard', list],
    ['standard-adoption', adoption],
  ];
};
