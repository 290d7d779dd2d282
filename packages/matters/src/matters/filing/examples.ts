import { civilDate } from '@suanjian/rulebook';
import { composeCreditCode, composeFilingNumber, publishedPrefix } from '@suanjian/register';
import type { AttachmentReference } from '../../engine/form.ts';
import type { FilingFacts } from './contradictions/rule.ts';
import type { FilingForm } from './form.ts';

/** Fictional throughout. The hash stands for a file that a test's store may or may not hold. */
export const exampleFile = (name: string, digit = '0'): AttachmentReference => ({
  hash: digit.repeat(64),
  name,
  size: 120_000,
  type: 'application/pdf',
});

export const exampleSubject = {
  name: '云岭示例科技有限公司',
  creditCode: composeCreditCode({ place: '440305', organisation: 'MA5EXAMP' }),
  place: '440305',
  subjectCode: '1234567',
} as const;

export const exampleModelNumber = composeFilingNumber({
  place: '110108',
  subject: '7654321',
  type: 'generative',
  year: 2025,
  serial: 3,
});

export const exampleFacts: FilingFacts = {
  today: civilDate('2026-03-20'),
  occasion: 'new',
  organisation: { name: exampleSubject.name, creditCode: exampleSubject.creditCode },
  otherFilings: [],
  numberPrefixes: [publishedPrefix],
  unknownNumbers: [],
};

const scenario = '用于「云岭阅读」应用首页和频道页的文章推荐。';
const purpose = '帮助读者更快找到感兴趣的文章，同时保证题材多样。';
const name = '云岭阅读文章推荐算法';

/** A complete and sound filing of a personalised recommender. */
export const exampleRecommender: FilingForm = {
  technique: 'personalised-push',
  algorithmName: name,
  launched: '2026-03-16',
  version: '1.2',
  applicationFields: ['literature', 'user-content'],
  introduction: '按读者的阅读行为估计兴趣，从编辑审核过的文章中挑选并排列。',
  scenario,
  purpose,
  flow: '一、读取近三十天阅读行为；二、召回候选文章；三、打分；四、打散与去重；五、输出。',
  flowChart: [exampleFile('流程图.png', '1')],
  inputModalities: ['behaviour', 'text'],
  inputFormats: ['json'],
  outputModalities: ['text'],
  outputFormats: ['html'],
  performance: '点击率较基线提高 8%，题材数提高 12%。',
  hardware: '云主机 8 台，部署于深圳机房。',
  computation: '云端实时计算。',
  personalTraits: true,
  optOutEntrance: '我的 > 设置 > 隐私 > 个性化推荐 > 关闭',
  tagEntrance: '我的 > 设置 > 隐私 > 兴趣标签',
  riskMechanism: '题材收窄：限制同一题材占比；沉迷：四十分钟提醒休息。',
  models: [
    {
      name: '阅读排序模型',
      version: '1.2',
      versionDate: '2026-02-10',
      source: 'own',
      description: '双塔召回加梯度提升排序，参数约两百万。',
    },
  ],
  trainingData: [
    {
      name: '阅读行为集',
      source: 'users',
      collectedFrom: '2025-06-01',
      collectedUntil: '2026-01-31',
      size: '约四百万条',
      personal: true,
      basis: '用户在首次使用时单独同意。',
      description: '脱敏后的点击、停留和收藏。',
    },
  ],
  serviceData: '用户近三十天阅读行为，来自本应用。',
  updateFrequency: '模型每周，特征每小时。',
  resultSharing: '不共享。',
  interventionPolicy: '值班编辑可下架文章或置顶公共信息，须写明理由和期限。',
  inputReview: 'machine',
  inputReviewScope: '读者评论和搜索词，按词库过滤，命中后不予展示。',
  outputReview: 'both',
  outputReviewScope: '全部候选文章，机器初审、编辑复审，不合格的移出候选。',
  products: [
    {
      name: '云岭阅读',
      forms: ['app', 'website'],
      address: 'https://read.example.cn/',
      status: 'online',
      audience: ['public'],
      realName: false,
      licenceNeeded: true,
      licenceName: '网络出版服务许可证',
      licenceNumber: '示例第001号',
      licenceHolder: exampleSubject.name,
      licenceUntil: '2028-12-31',
      functionName: '首页推荐',
      functionIntroduction: '按兴趣推荐文章。',
      functionPath: '打开 APP 或网站 > 首页 > 推荐',
    },
  ],
  registeredUsers: 900_000,
  monthlyUsers: 320_000,
  dailyUsers: 60_000,
  screenshots: [exampleFile('首页推荐截图.png', '2')],
  coverSubject: exampleSubject.name,
  coverCreditCode: exampleSubject.creditCode,
  coverAlgorithmName: name,
  coverTechnique: 'personalised-push',
  coverApplicationFields: ['user-content', 'literature'],
  coverScenario: scenario,
  coverServiceStatus: 'online',
  coverOccasion: 'new',
  assessedOn: '2026-03-01',
  writtenOn: '2026-03-05',
  coverBasics: '由算法安全小组组织，抽样复核并访谈。',
  officerName: '李示例',
  officerTelephone: '0755-00000000',
  truthDeclared: true,
  assessedRange: '全国范围的云岭阅读用户。',
  assessedGroups: '成年读者为主；未成年人使用青少年模式，不做个性化推荐。',
  assessedTraffic: '日志去重统计。',
  socialImpact: '可能影响读者接触的题材，已设多样性下限。',
  riskAbuse: '可能诱导沉迷，设时长提醒。',
  riskExploitation: '可能被刷量，设行为异常识别。',
  riskHoles: '可能被投毒，训练前清洗。',
  riskContent: '文章先审后发。',
  riskLeak: '行为数据加密，最小授权。',
  preventionMechanism: '算法安全小组每周复盘。',
  rightsNotice: '首页显著位置告知。',
  rightsPersonalInformation: '可查看、导出、删除。',
  rightsOther: '申诉入口常设，三个工作日答复。',
  contentGovernance: '编辑推荐位优先优质内容。',
  modelSafety: '灰度发布，可一键回退。',
  dataSafety: '分级存储，离职即收回权限。',
  conclusion: '风险可控。',
  disclosureName: name,
  disclosurePrinciple: '根据您的阅读行为估计您对不同题材的兴趣，挑选您可能喜欢的文章。',
  disclosureMechanism: '先从审核过的文章中找出候选，再按估计的兴趣排序，最后打散题材。您可以随时关闭。',
  disclosureScenario: scenario,
  disclosurePurpose: purpose,
  assessmentReport: [exampleFile(`${name}安全自评估报告.pdf`, '3')],
  disclosureText: [exampleFile(`${name}拟公示内容.pdf`, '4')],
  responsibilityAttachment: [exampleFile('落实算法安全主体责任基本情况.pdf', '5')],
};

const writer = '云岭写作助手生成算法';
const writing = '用于「云岭写作」网站的草稿续写功能。';

/** A complete and sound filing of a text generator that rests on another party's model. */
export const exampleGenerator: FilingForm = {
  ...exampleRecommender,
  technique: 'generative',
  role: 'provider',
  algorithmName: writer,
  scenario: writing,
  personalTraits: false,
  optOutEntrance: undefined,
  tagEntrance: undefined,
  inputModalities: ['text'],
  inputFormats: ['txt'],
  outputFormats: ['txt'],
  explicitLabel: '生成文本开头标注「由人工智能生成」。',
  implicitLabel: '导出文件的元数据写入服务提供者名称和内容编号。',
  labelScreenshots: [exampleFile('标识截图.png', '6')],
  models: [
    {
      name: '远山语言模型',
      version: '3',
      versionDate: '2026-01-15',
      source: 'third-party',
      supplier: '远山示例智能有限公司',
      filingNumber: `网信算备${exampleModelNumber}号`,
      contract: [exampleFile('模型合作协议.pdf', '7')],
      contractUntil: '2027-12-31',
      description: '通过接口调用的语言模型。',
    },
  ],
  trainingData: [],
  products: (exampleRecommender.products ?? []).map((product) => ({
    ...product,
    name: '云岭写作',
    forms: ['website'],
    functionPath: '打开网站 > 写作 > 续写',
  })),
  coverAlgorithmName: writer,
  coverTechnique: 'generative',
  coverScenario: writing,
  disclosureName: writer,
  disclosurePrinciple: '以语言模型根据已写的文字预测后续文字。',
  disclosureMechanism: '先审核输入，再生成文字，审核输出后展示并加标识。',
  disclosureScenario: writing,
  assessmentReport: [exampleFile(`${writer}安全自评估报告.pdf`, '3')],
  disclosureText: [exampleFile(`${writer}拟公示内容.pdf`, '4')],
};

/** The same model service seen from a technical supporter: a service instead of products. */
export const exampleSupporter: FilingForm = {
  ...exampleGenerator,
  role: 'technical-supporter',
  scenario: '以接口向企业客户提供文本续写。',
  coverScenario: '以接口向企业客户提供文本续写。',
  disclosureScenario: '以接口向企业客户提供文本续写。',
  technicalServiceName: '云岭文本接口',
  technicalServiceManner: ['api'],
  technicalServiceAddress: 'https://open.example.cn/',
  technicalServiceCustomers: '出版和教育企业约二十家。',
  technicalServiceDescription: '客户以密钥调用接口，提交文字并取回续写结果。',
};
