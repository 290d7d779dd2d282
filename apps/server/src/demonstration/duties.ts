import { exampleSafetyAssessment, type FormValues } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import { algorithms } from './algorithms.ts';
import { cast, type ProviderName } from './cast.ts';
import type { FiledFilings } from './filings.ts';
import { paper } from './papers.ts';
import { provinceOf } from './registrations.ts';
import type { Matter, Stage } from './stage.ts';

/** How many working days a provider promises for each kind of matter, in two versions. */
interface Promises {
  readonly first: FormValues;
  readonly second?: FormValues;
}

const system = (id: string, approved: CivilDate, months: number, more: FormValues = {}): FormValues => ({
  [`${id}OwnerPost`]: '算法安全部',
  [`${id}Owner`]: '某示例',
  [`${id}Version`]: '2.1',
  [`${id}Approved`]: approved,
  [`${id}ReviewMonths`]: months,
  [`${id}Status`]: 'in-force',
  ...Object.fromEntries(Object.entries(more).map(([part, value]) => [`${id}${part}`, value])),
});

const register = async (
  stage: Stage,
  provider: ProviderName,
  on: CivilDate,
  systems: FormValues,
  { first, second }: Promises,
): Promise<Matter> => {
  const by = stage.actor(provider, 'officer');
  const { officerName, monthlyActiveUsers, domain } = cast[provider];
  const matter = await stage.open('responsibility', {
    on,
    by,
    input: {
      form: {
        body: '算法安全委员会',
        officerPost: '分管副总经理',
        officer: officerName,
        officerTelephone: '000-0000-0000',
        users: monthlyActiveUsers,
        staff: 3,
        moderators: 40,
        proportion: '每二十万月活跃用户一名审核人员，高峰时段另有备岗。',
        means: [{ name: '示例监测看板', purpose: '每小时核对推荐结果的分布，超过阈值即告警。' }],
        incidentReportMajor: 3,
        incidentReportGrave: 1,
        trainings: [{ on: stage.workday(-20, on), topic: '用户权益与申诉', who: '客服部 12 人', hours: 2 }],
        ...systems,
      },
    },
  });
  await stage.give(matter, 'adopt', { on, by });
  const rules = { title: '推荐服务规则', address: `https://www.${domain}/rules` };
  await stage.give(matter, 'publish-rules', { on, by, input: { published: { ...rules, version: '1.0', since: on } } });
  await stage.give(matter, 'publish-commitments', { on, by, input: { promise: { from: on, ...first } } });
  if (second !== undefined) {
    const later = stage.workday(30, on);
    await stage.give(matter, 'publish-rules', {
      on: later,
      by,
      input: { published: { ...rules, version: '1.1', since: later } },
    });
    await stage.give(matter, 'publish-commitments', { on: later, by, input: { promise: { from: later, ...second } } });
  }
  return matter;
};

const working = (kind: string, length: number): FormValues => ({
  [`${kind}Length`]: length,
  [`${kind}Unit`]: 'working-day',
});

const playIncidents = async (stage: Stage, { headlines, goods }: FiledFilings): Promise<void> => {
  const { workday } = stage;
  const officer = stage.actor('yunque', 'officer');
  const found = workday(-9);
  const closed = await stage.open('incident', {
    on: found,
    by: stage.actor('yunque', 'editor'),
    input: {
      form: {
        title: '推荐缓存失效，部分读者看到重复内容',
        severity: 'major',
        detectedOn: found,
        detectedAt: '09:10',
        foundBy: 'monitoring',
        finder: '某示例',
        spread: false,
        description: '缓存过期策略配置有误，约四十分钟内部分读者的首页内容重复。',
        filings: [{ number: await stage.numberOf(headlines) }],
        services: '示例晨报首页',
        people: 20_000,
        atOnce: '切回上一版配置。',
      },
    },
  });
  await stage.give(closed, 'report', {
    on: workday(-8),
    by: officer,
    input: { report: { words: '原因已查明，配置已回退，没有违法有害信息扩散。' } },
  });
  await stage.give(closed, 'ask-final-report', {
    on: workday(-4),
    by: stage.actor('zhejiang', 'reviewer'),
    reason: '请说明怎样防止再次发生。',
  });

  await stage.open('incident', {
    on: workday(-1),
    by: officer,
    input: {
      form: {
        title: '测试账号误入正式推荐池',
        severity: 'minor',
        detectedOn: workday(-1),
        detectedAt: '09:05',
        foundBy: 'staff',
        spread: false,
        description: '测试账号的点击进入了当天的热度计算，影响很小。',
        filings: [{ number: await stage.numberOf(goods) }],
        services: '示例推荐',
        atOnce: '剔除测试账号，重新计算热度。',
      },
    },
  });
};

const playDisposals = async (stage: Stage): Promise<void> => {
  const { workday } = stage;
  const on = workday(-6);
  const editor = stage.actor('yunque', 'editor');
  const own = await stage.open('disposal', {
    on,
    by: editor,
    input: {
      form: {
        source: 'user-report',
        items: [{ item: 'demo-article-1' }, { item: 'demo-article-2' }],
        surfaces: [{ surface: 'feed' }],
        category: 'fraud',
        nature: 'illegal',
        description: '两篇虚构的文章仿冒客服，引导读者添加联系方式。',
        foundOn: on,
        foundAt: '09:00',
      },
    },
  });
  await stage.give(own, 'stop', { on, by: editor, input: { stop: { on, at: '09:05' } } });
  await stage.give(own, 'measure', {
    on,
    by: editor,
    input: { measure: { action: 'delete', on, at: '09:10' } },
  });
  await stage.give(own, 'keep-records', { on, by: editor, input: { records: { kept: '处置台账示例第 1 号' } } });
  await stage.give(own, 'report', {
    on: workday(-5),
    by: stage.actor('yunque', 'officer'),
    input: { report: { words: '已停止传输并删除，同类内容已排查。' } },
  });

  await stage.open('disposal', {
    on: workday(-1),
    by: stage.actor('guangdong', 'reviewer'),
    input: {
      form: {
        source: 'demand',
        provider: cast.qingchuan.name,
        items: [{ item: 'demo-listing-7' }],
        category: 'other',
        nature: 'undesirable',
        description: '虚构商品的标题夸大，容易误导老年人。',
        foundOn: workday(-1),
        foundAt: '09:00',
      },
    },
  });
};

const playAssessments = async (stage: Stage, { headlines }: FiledFilings): Promise<void> => {
  const { workday } = stage;
  const on = workday(-12);
  const file = [
    await stage.upload(
      'yunque',
      on,
      '安全评估依据.pdf',
      'application/pdf',
      paper('安全评估依据', ['演示文件，内容虚构，不具效力。', cast.yunque.name]),
    ),
  ];
  const { evidence } = exampleSafetyAssessment;
  const form = {
    ...exampleSafetyAssessment,
    algorithmName: algorithms.headlines.name,
    // As it was changed to.
    version: '2.0',
    responsiblePerson: cast.yunque.officerName,
    versionSince: workday(-20),
    periodFrom: workday(-20),
    periodUntil: workday(-13),
    triggeredOn: workday(-18),
    facilities: '示例云主机 8 台，示例机房。',
    licences: '虚构的增值电信业务经营许可证。',
    evidence: (Array.isArray(evidence) ? evidence : []).map((entry: object) => ({ ...entry, file, takenOn: on })),
  };
  const by = stage.actor('yunque', 'officer');
  const sent = await stage.open('assessment', {
    on,
    by: stage.actor('yunque', 'editor'),
    input: { about: { template: 'safety-2018', filing: headlines.id }, form },
  });
  await stage.give(sent, 'submit', {
    on,
    by: stage.actor('yunque', 'editor'),
    input: { declared: { truthful: true } },
  });
  await stage.give(sent, 'sign', { on: workday(-11), by });
  await stage.give(sent, 'send', { on: workday(-11), by });

  await stage.open('assessment', {
    on: workday(-3),
    by: stage.actor('qingchuan', 'editor'),
    input: { about: { template: 'checklist-2024' }, form: { algorithmName: algorithms.goods.name, setsPrices: true } },
  });
};

/** What an office asks of a provider's log, and what a provider must have in order: registers, incidents, disposals, assessments. */
export const playDuties = async (stage: Stage, filings: FiledFilings): Promise<void> => {
  const { workday } = stage;
  const since = workday(-90);
  await register(
    stage,
    'yunque',
    since,
    {
      ...system('mechanism', workday(-95), 6),
      ...system('ethics', workday(-95), 12),
      ...system('registration', workday(-95), 12),
      ...system('publication', workday(-95), 6),
      ...system('dataSecurity', workday(-95), 12),
      ...system('fraud', workday(-95), 12, { Status: 'being-revised' }),
      ...system('assessment', workday(-95), 6),
      ...system('incident', workday(-95), 6),
      personalInformationJoint: true,
    },
    {
      first: { ...working('complaint', 15), ...working('appeal', 15) },
      second: {
        ...working('complaint', 10),
        ...working('appeal', 10),
        ...working('explanation', 15),
        ...working('deletion', 15),
      },
    },
  );
  // Half empty: what is missing is listed.
  await register(
    stage,
    'qingchuan',
    workday(-80),
    { ...system('mechanism', workday(-85), 6), ...system('assessment', workday(-85), 3) },
    { first: { ...working('complaint', 5), ...working('explanation', 10) } },
  );
  await playIncidents(stage, filings);
  await playDisposals(stage);
  await playAssessments(stage, filings);

  // Asked for by the office, approved once: a second supervisor is still to approve.
  const request = await stage.open('log-request', {
    on: workday(-2),
    by: stage.actor(provinceOf('qingchuan'), 'reviewer'),
    input: {
      request: {
        provider: await stage.numberOf(filings.goods),
        basis: 'final/28.2',
        by: 'period',
        families: ['quote'],
        from: workday(-25),
        to: workday(-15),
        purpose: '核实报价不同的投诉。',
        keepUntil: workday(120),
      },
    },
  });
  await stage.give(request, 'approve', { on: workday(-1), by: stage.actor(provinceOf('qingchuan'), 'supervisor') });
};
