import { expectDone } from './prepared-matter.ts';
import { exampleRecommender, exampleRegistration, exampleSafetyAssessment } from '@suanjian/matters';
import { campaignsOf } from './prepared-campaigns.ts';
import { casesOf } from './prepared-cases.ts';
import { discretionOf } from './prepared-discretion.ts';
import { dutiesOf } from './prepared-duties.ts';
import { redressOf } from './prepared-redress.ts';
import { supervisionOf } from './prepared-review.ts';
import { teamsOf } from './prepared-teams.ts';
import { pdfOf, upload, type Caller, type TestServer } from '../testing/test-server.ts';

const isReference = (value: unknown): value is { readonly hash: string; readonly name: string } =>
  typeof value === 'object' && value !== null && 'hash' in value && 'name' in value;

/** The same form with files that are really there. */
export const withUploads = async (by: Caller, value: unknown): Promise<unknown> => {
  if (isReference(value)) return upload(by, value.name.replace(/\.png$/, '.pdf'), pdfOf(value.name));
  if (Array.isArray(value)) return Promise.all(value.map((item) => withUploads(by, item)));
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = [];
  for (const [name, item] of Object.entries(value)) entries.push([name, await withUploads(by, item)]);
  return Object.fromEntries(entries);
};

export interface Offices {
  readonly province: Caller;
  readonly nation: Caller;
}

/** A registered company. */
export const registered = async (company: Caller, { province }: Offices): Promise<string> => {
  const matter = await expectDone(
    company.post('/api/matters/provider-registration', { form: await withUploads(company, exampleRegistration) }),
  );
  await expectDone(company.post(`/api/matters/provider-registration/${matter}/submit`, { declaration: true }));
  await expectDone(province.post(`/api/matters/provider-registration/${matter}/approve`));
  return matter;
};

/** A filing that has its number. */
export const filed = async (
  company: Caller,
  { province, nation }: Offices,
  form: Readonly<Record<string, unknown>> = exampleRecommender,
): Promise<string> => {
  const matter = await expectDone(company.post('/api/matters/filing', { form: await withUploads(company, form) }));
  const path = `/api/matters/filing/${matter}`;
  await expectDone(company.post(`${path}/submit`, { declaration: true }));
  await expectDone(province.post(`${path}/forward`));
  await expectDone(nation.post(`${path}/file`));
  return matter;
};

/** One matter of every kind, each where both sides see it. */
export const oneOfEach = async (
  server: TestServer,
  company: Caller,
  offices: Offices,
): Promise<ReadonlyMap<string, string>> => {
  const registration = await registered(company, offices);
  const filing = await filed(company, offices);
  const change = await expectDone(
    company.post('/api/matters/change', { parent: filing, occurred: '2026-03-17', reasons: ['purpose-changed'] }),
  );
  const purpose = '帮助读者发现更多样的好文章。';
  await expectDone(
    company.post(`/api/matters/change/${change}/save`, {
      form: { purpose, disclosurePurpose: purpose, coverOccasion: 'change' },
    }),
  );
  await expectDone(company.post(`/api/matters/change/${change}/submit`, { declaration: true }));
  const cancellation = await expectDone(
    company.post('/api/matters/cancellation', {
      parent: filing,
      form: {
        serviceEnds: '2026-03-01',
        why: '业务调整。',
        userArrangements: '提前公告。',
        dataArrangements: '删除。',
      },
    }),
  );
  await expectDone(company.post(`/api/matters/cancellation/${cancellation}/submit`, { declaration: true }));
  const supervisor = server.colleague(offices.province, 'supervisor');
  const revocation = await expectDone(
    supervisor.post('/api/matters/revocation', {
      parent: filing,
      proposal: { ground: 'false-papers', facts: '提交的资质文件系伪造。' },
      basis: ['final/33.1'],
      reason: '核查发现',
    }),
  );
  const { number } = (await company.get(`/api/matters/filing/${filing}`)).json();
  const correction = await expectDone(
    server.publicCaller.post('/api/matters/correction', {
      report: { number, part: 'products', wrong: '产品名称写错了', right: '应为云岭阅读' },
    }),
  );
  const assessment = await expectDone(
    company.post('/api/matters/assessment', {
      about: { template: 'safety-2018' },
      form: await withUploads(company, exampleSafetyAssessment),
    }),
  );
  await expectDone(company.post(`/api/matters/assessment/${assessment}/submit`, { declared: { truthful: true } }));
  for (const step of ['sign', 'send']) await expectDone(company.post(`/api/matters/assessment/${assessment}/${step}`));
  return new Map([
    ...(await dutiesOf(company, offices.province, number, expectDone)),
    ...(await redressOf(server, company, number, expectDone)),
    ...(await supervisionOf(server, company, offices.province, number, expectDone)),
    ...(await teamsOf(server, offices.province, number)),
    ...(await casesOf(server, offices.province, filing)),
    ...(await campaignsOf(server, company, offices.province, number)),
    ...(await discretionOf(server, offices.province)),
    ['provider-registration', registration],
    ['filing', filing],
    ['change', change],
    ['cancellation', cancellation],
    ['revocation', revocation],
    ['correction', correction],
    ['assessment', assessment],
  ]);
};
