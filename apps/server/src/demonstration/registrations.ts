import type { RegistrationForm } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import { cast, type ProviderName } from './cast.ts';
import { paper } from './papers.ts';
import type { Matter, Stage } from './stage.ts';

const registrationForm = async (stage: Stage, provider: ProviderName, on: CivilDate): Promise<RegistrationForm> => {
  const { name, creditCode, place, address, domain, monthlyActiveUsers, officerName } = cast[provider];
  const scan = (title: string) =>
    stage.upload(
      provider,
      on,
      `${title}.pdf`,
      'application/pdf',
      paper(title, ['演示文件，内容虚构，不具效力。', name]),
    );
  return {
    legalName: name,
    creditCode,
    subjectType: 'enterprise',
    place,
    address,
    websites: [{ address: `https://www.${domain}/` }],
    monthlyActiveUsers,
    certificateType: 'business-licence',
    certificateAddress: address,
    representativeName: '王示例',
    representativeIdType: 'resident-card',
    representativeIdNumber: '000000000000000001',
    officerName,
    officerIdType: 'resident-card',
    officerIdNumber: '000000000000000002',
    officerMobile: '000-0000-0000',
    officerEmail: `officer@${domain}`,
    bodySetup: '算法安全小组，由分管副总经理直接领导，研发、法务、客服各有成员。',
    bodyHead: '分管副总经理，信息安全专业，任职四年。',
    staffRequirements: '相关专业本科以上，两年以上经验，每年培训并考核。',
    staffing: '专职三人，兼职五人。',
    technicalMeans: '内容审核平台、日志留存、模型监测看板。',
    selfAssessmentSystem: '每半年评估一次，重大更新前加评，结果报管理层。',
    informationMonitoring: '词库加模型识别，人工复核，全程留痕。',
    dataMonitoring: '分级分类，异常访问告警，季度审计。',
    personalInformationMonitoring: '最小必要，定期清理，用户可以查询和删除。',
    algorithmMonitoring: '每周检查模型、数据和结果，偏差超过阈值即回退。',
    incidentSystem: '分四级，一小时内上报，每半年演练一次。',
    violationSystem: '认定、处置、复盘均有记录，可以申诉。',
    commitment: [await scan('算法备案承诺书')],
    responsibilityStatement: [await scan('落实算法安全主体责任基本情况')],
    workCertificate: [await scan('算法安全责任人工作证明')],
  };
};

const officeOf = {
  yunque: 'zhejiang',
  songfeng: 'zhejiang',
  qingchuan: 'guangdong',
  yuanfan: 'guangdong',
} as const satisfies Record<ProviderName, 'zhejiang' | 'guangdong'>;

/** The province that reviews a provider first. */
export const provinceOf = (provider: ProviderName): 'zhejiang' | 'guangdong' => officeOf[provider];

const submitted = async (stage: Stage, provider: ProviderName, on: CivilDate): Promise<Matter> => {
  const by = stage.actor(provider, 'officer');
  const form = await registrationForm(stage, provider, on);
  const matter = await stage.open('provider-registration', { on, by, input: { form } });
  await stage.give(matter, 'submit', { on, by, input: { declaration: true } });
  return matter;
};

const approved = async (stage: Stage, provider: ProviderName, on: CivilDate): Promise<Matter> => {
  const matter = await submitted(stage, provider, on);
  const by = stage.actor(provinceOf(provider), 'reviewer');
  await stage.give(matter, 'assign', {
    on: stage.workday(1, on),
    by,
    input: { to: stage.account(provinceOf(provider), 'reviewer') },
  });
  await stage.give(matter, 'approve', { on: stage.workday(3, on), by, reason: '材料齐全，信息一致。' });
  return matter;
};

/** Three providers are registered; two of them correct something since. The fourth has tried before and waits. */
export const playRegistrations = async (stage: Stage): Promise<void> => {
  await approved(stage, 'yunque', stage.workday(-210));

  const songfeng = await approved(stage, 'songfeng', stage.workday(-200));
  const songfengOfficer = stage.actor('songfeng', 'officer');
  await stage.give(songfeng, 'reopen', { on: stage.workday(-12), by: songfengOfficer, reason: '办公地址变更。' });
  await stage.give(songfeng, 'save', {
    on: stage.workday(-12),
    by: songfengOfficer,
    input: { form: { address: '示例省示例市松风路 30 号（虚构）' } },
  });
  await stage.give(songfeng, 'submit', { on: stage.workday(-12), by: songfengOfficer, input: { declaration: true } });
  await stage.give(songfeng, 'return', {
    on: stage.workday(-9),
    by: stage.actor('zhejiang', 'reviewer'),
    input: { fields: [{ pointer: '/form/certificateAddress', reason: '执照上的住所没有一并更新。' }] },
    reason: '请先办理执照变更，再更新证件地址。',
  });

  const qingchuan = await approved(stage, 'qingchuan', stage.workday(-205));
  await stage.give(qingchuan, 'reopen', {
    on: stage.workday(-2),
    by: stage.actor('qingchuan', 'officer'),
    reason: '算法安全责任人将有变动。',
  });

  const officer = stage.actor('yuanfan', 'officer');
  const first = await stage.open('provider-registration', { on: stage.workday(-60), by: officer });
  await stage.give(first, 'withdraw', { on: stage.workday(-58), by: officer, reason: '先确认由哪家公司登记。' });
  const second = await submitted(stage, 'yuanfan', stage.workday(-40));
  await stage.give(second, 'refuse', {
    on: stage.workday(-30),
    by: stage.actor('guangdong', 'supervisor'),
    input: { basis: ['final/24.1'] },
    reason: '所附承诺书不是本单位的，请更换后重新登记。',
  });
  const third = await submitted(stage, 'yuanfan', stage.workday(-4));
  await stage.give(third, 'write', { on: stage.workday(-3), by: officer, input: { text: '承诺书已更换，请查收。' } });
};
