import type { AttachmentReference, FilingForm, RegistrationForm } from '@suanjian/matters';
import { addDays, type CivilDate } from '@suanjian/rulebook';

/** What sets one company apart from another. */
export interface Subject {
  readonly name: string;
  readonly creditCode: string;
  readonly place: string;
}

export const officerName = '赵示例';

type Files<Name extends string> = Readonly<Record<Name, AttachmentReference>>;
export type RegistrationFiles = Files<'commitment' | 'responsibilityStatement' | 'workCertificate'>;
export type FilingFiles = Files<
  'flowChart' | 'screenshot' | 'assessmentReport' | 'disclosureText' | 'responsibilityAttachment'
>;

/** Everything of the registration but its files, for whoever fills it in by hand. */
export const registrationWords = ({ name, creditCode, place }: Subject) =>
  ({
    legalName: name,
    creditCode,
    subjectType: 'enterprise',
    place,
    address: '示例市示例路 8 号（虚构）',
    websites: [{ address: 'https://www.browser-test.example/' }],
    monthlyActiveUsers: 420_000,
    certificateType: 'business-licence',
    certificateAddress: '示例市示例路 8 号（虚构）',
    representativeName: '钱示例',
    representativeIdType: 'resident-card',
    representativeIdNumber: '000000000000000001',
    officerName,
    officerIdType: 'resident-card',
    officerIdNumber: '000000000000000002',
    officerMobile: '000-0000-0000',
    officerEmail: 'officer@browser-test.example',
    bodySetup: '设算法安全小组，分管负责人直接领导。',
    bodyHead: '分管负责人，任职三年。',
    staffRequirements: '相关专业本科以上，每年培训。',
    staffing: '专职两人，兼职三人。',
    technicalMeans: '日志留存与模型监测。',
    selfAssessmentSystem: '每半年评估一次。',
    informationMonitoring: '词库加人工复核。',
    dataMonitoring: '分级分类，异常告警。',
    personalInformationMonitoring: '最小必要，定期清理。',
    algorithmMonitoring: '每周检查结果偏差。',
    incidentSystem: '一小时内上报。',
    violationSystem: '认定、处置、复盘均有记录。',
  }) satisfies RegistrationForm;

export const registrationForm = (subject: Subject, files: RegistrationFiles): RegistrationForm => ({
  ...registrationWords(subject),
  commitment: [files.commitment],
  responsibilityStatement: [files.responsibilityStatement],
  workCertificate: [files.workCertificate],
});

/** A sound filing of a ranking that uses no personal traits, without its files. @param launched the day from which all its dates follow */
export const filingWords = (subject: Subject, name: string, launched: CivilDate) => {
  const scenario = '用于「示例短片」的今日精选功能。';
  const purpose = '让制作用心的短片被更多人看到。';
  return {
    technique: 'ranking-selection',
    algorithmName: name,
    launched,
    version: '1.0',
    applicationFields: ['short-video'],
    introduction: '按完播率、编辑评分和题材多样性综合排序。',
    scenario,
    purpose,
    flow: '一、取得候选；二、打分；三、复审；四、展示。',
    inputModalities: ['video', 'structured'],
    inputFormats: ['mp4', 'json'],
    outputModalities: ['text', 'image'],
    outputFormats: ['html'],
    performance: '灰度对照两周，投诉率不升。',
    hardware: '云主机四台，部署于境内机房。',
    computation: '云端离线计算。',
    personalTraits: false,
    riskMechanism: '同类短片占比设上限，可一键回退。',
    models: [
      {
        name: '短片排序模型',
        version: '1.0',
        versionDate: addDays(launched, -30),
        source: 'own',
        description: '自行训练，每周更新。',
      },
    ],
    serviceData: '投稿短片的标题、时长和编辑评分。',
    updateFrequency: '每天一次。',
    resultSharing: '不共享。',
    interventionPolicy: '值班编辑可以下架，须写明理由。',
    inputReview: 'machine',
    inputReviewScope: '全部投稿，命中词库的不进入候选。',
    outputReview: 'both',
    outputReviewScope: '当天入选的全部短片。',
    products: [
      {
        name: '示例短片',
        forms: ['app'],
        address: 'https://clips.browser-test.example/',
        status: 'online',
        audience: ['public'],
        realName: false,
        licenceNeeded: false,
        functionName: '今日精选',
        functionIntroduction: '每天从投稿里选出二十条短片。',
        functionPath: '打开 APP > 精选',
      },
    ],
    registeredUsers: 900_000,
    monthlyUsers: 300_000,
    dailyUsers: 60_000,
    coverSubject: subject.name,
    coverCreditCode: subject.creditCode,
    coverAlgorithmName: name,
    coverTechnique: 'ranking-selection',
    coverApplicationFields: ['short-video'],
    coverScenario: scenario,
    coverServiceStatus: 'online',
    coverOccasion: 'new',
    assessedOn: addDays(launched, -10),
    writtenOn: addDays(launched, -6),
    coverBasics: '由算法安全小组组织，抽样并复测。',
    officerName,
    officerTelephone: '000-0000-0000',
    truthDeclared: true,
    assessedRange: '示例短片的全部用户。',
    assessedGroups: '成年用户为主；未成年人使用青少年模式。',
    assessedTraffic: '按日志去重统计。',
    socialImpact: '影响人们看到哪些短片，已设多样性下限。',
    riskAbuse: '可能使人长时间停留，已设时长提醒。',
    riskExploitation: '可能有人刷量，已设异常识别。',
    riskHoles: '可能被投毒，训练前清洗数据。',
    riskContent: '先审后发，命中词库的不展示。',
    riskLeak: '数据分级加密，最小授权。',
    preventionMechanism: '每周复盘，限期整改。',
    rightsNotice: '在功能入口显著告知。',
    rightsPersonalInformation: '可以查看、更正和删除。',
    rightsOther: '申诉入口常设，三个工作日内答复。',
    contentGovernance: '优先展示优质短片。',
    modelSafety: '先灰度，可一键回退。',
    dataSafety: '日志留存不少于六个月。',
    conclusion: '风险可控。',
    disclosureName: name,
    disclosurePrinciple: '按完播率、编辑评分和题材多样性综合排序，不使用个人特征。',
    disclosureMechanism: '机器初选，编辑复审，取综合分前二十条。',
    disclosureScenario: scenario,
    disclosurePurpose: purpose,
  } satisfies FilingForm;
};

export const filingForm = (
  subject: Subject,
  name: string,
  launched: CivilDate,
  { flowChart, screenshot, assessmentReport, disclosureText, responsibilityAttachment }: FilingFiles,
): FilingForm => ({
  ...filingWords(subject, name, launched),
  flowChart: [flowChart],
  screenshots: [screenshot],
  assessmentReport: [assessmentReport],
  disclosureText: [disclosureText],
  responsibilityAttachment: [responsibilityAttachment],
});

/** Every word in a form or in anything like it. */
export const wordsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
};
