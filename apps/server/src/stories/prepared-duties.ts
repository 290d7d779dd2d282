import type { Caller } from '../testing/test-server.ts';
import type { Done, MatterOfKind } from './prepared-matter.ts';

/** What a company has in order, an incident it has reported, and content that an office demands be disposed of: each where both sides see it. */
export const dutiesOf = async (
  company: Caller,
  province: Caller,
  number: string,
  done: Done,
): Promise<readonly MatterOfKind[]> => {
  const register = await done(
    company.post('/api/matters/responsibility', {
      form: {
        body: '算法安全委员会',
        officer: '某负责人',
        mechanismOwnerPost: '算法安全部',
        mechanismApproved: '2026-01-15',
        mechanismReviewMonths: 6,
        mechanismStatus: 'in-force',
        incidentReportMajor: 5,
      },
    }),
  );
  await done(company.post(`/api/matters/responsibility/${register}/adopt`));
  const named = { algorithm: '示例排序算法', release: '0.9' };
  const source = { name: '示例数据集', kind: 'licensed', allowed: '示例合同', personal: false };
  const model = { ...named, changes: '示例变化', trained: true, sources: [source] };
  await done(company.post(`/api/matters/responsibility/${register}/record-release`, { model }));
  const opinion = { ...named, result: 'approved', opinion: '看过机制和数据。' };
  await done(company.post(`/api/matters/responsibility/${register}/review-release`, { opinion }));
  const found = { detectedOn: '2026-03-17', detectedAt: '09:00', foundBy: 'monitoring', spread: false };
  const incident = await done(
    company.post('/api/matters/incident', {
      form: {
        ...found,
        title: '推荐缓存失效',
        severity: 'major',
        finder: '某工程师',
        description: '部分用户看到重复内容。',
        filings: [{ number }],
        services: '短视频推荐',
        atOnce: '已回滚。',
      },
    }),
  );
  await done(company.post(`/api/matters/incident/${incident}/report`, { report: { words: '情况如上。' } }));
  const disposal = await done(
    province.post('/api/matters/disposal', {
      form: {
        source: 'demand',
        provider: number,
        items: [{ item: 'v-1' }],
        category: 'fraud',
        nature: 'illegal',
        description: '仿冒客服。',
        foundOn: '2026-03-17',
        foundAt: '09:00',
      },
    }),
  );
  return [
    ['responsibility', register],
    ['incident', incident],
    ['disposal', disposal],
  ];
};
