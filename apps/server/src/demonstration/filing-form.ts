import type { AttachmentReference, FilingForm } from '@suanjian/matters';
import type { Technique } from '@suanjian/register';
import { addDays, type CivilDate } from '@suanjian/rulebook';
import { cast, type ProviderName } from './cast.ts';
import { paper, picture } from './papers.ts';
import { seedOf, type Stage } from './stage.ts';

/** An algorithm of the demonstration: what differs between them. Everything else of the long form follows from it. */
export interface Algorithm {
  readonly name: string;
  readonly technique: Technique;
  readonly searchKind?: 'search' | 'filter';
  readonly applicationFields: readonly string[];
  readonly product: {
    readonly name: string;
    readonly forms: readonly string[];
    readonly address: string;
    readonly audience: readonly string[];
  };
  /** The function that people use, and the way there. */
  readonly function: { readonly name: string; readonly introduction: string; readonly path: string };
  readonly purpose: string;
  readonly principle: string;
  readonly mechanism: string;
  /** What is arranged or made: 文章, 商品, 歌曲 … */
  readonly goods: string;
  readonly personal: boolean;
  readonly input: Readonly<Record<'modalities' | 'formats', readonly string[]>>;
  readonly output: Readonly<Record<'modalities' | 'formats', readonly string[]>>;
  readonly users: Readonly<Record<'registered' | 'monthly' | 'daily', number>>;
  readonly groups: string;
  readonly workers?: string;
}

export interface Papers {
  readonly flowChart: AttachmentReference;
  readonly screenshot: AttachmentReference;
  readonly labelScreenshot: AttachmentReference;
  readonly report: AttachmentReference;
  readonly disclosure: AttachmentReference;
  readonly responsibility: AttachmentReference;
}

/** The papers of one filing, uploaded by its provider. */
export const uploadPapers = async (
  stage: Stage,
  provider: ProviderName,
  on: CivilDate,
  { name, purpose, principle }: Algorithm,
): Promise<Papers> => {
  const notice = '演示文件，内容虚构，不具效力。';
  const pdf = (title: string, lines: readonly string[]): Promise<AttachmentReference> =>
    stage.upload(
      provider,
      on,
      `${title}.pdf`,
      'application/pdf',
      paper(title, [notice, cast[provider].name, '', ...lines]),
    );
  const png = (title: string): Promise<AttachmentReference> =>
    stage.upload(provider, on, `${title}.png`, 'image/png', picture(seedOf(title)));
  return {
    flowChart: await png(`${name}流程图`),
    screenshot: await png(`${name}功能截图`),
    labelScreenshot: await png(`${name}标识截图`),
    report: await pdf(`${name}安全自评估报告`, ['一、基本情况', '二、风险与防范', '三、结论：风险可控。']),
    disclosure: await pdf(`${name}拟公示内容`, [purpose, principle]),
    responsibility: await pdf('落实算法安全主体责任基本情况', ['机构、人员、技术措施与管理制度见登记材料。']),
  };
};

const risks = (
  goods: string,
): Pick<FilingForm, 'riskAbuse' | 'riskExploitation' | 'riskHoles' | 'riskContent' | 'riskLeak'> => ({
  riskAbuse: `可能使人长时间停留，或只看到同一类${goods}；已设时长提醒和多样性下限。`,
  riskExploitation: `可能有人刷量使某些${goods}靠前；已设异常行为识别，命中后不计入。`,
  riskHoles: '可能被投毒或绕过；训练前清洗数据，接口限速并监测。',
  riskContent: `${goods}先审后发，命中违法和不良信息词库的不予展示并留存记录。`,
  riskLeak: '数据分级加密，最小授权，导出需双人批准。',
});

const labels = (generative: boolean, { labelScreenshot }: Papers): Partial<FilingForm> =>
  generative
    ? {
        role: 'provider',
        explicitLabel: '生成内容开头写明「由人工智能生成」，编辑后仍保留。',
        implicitLabel: '导出文件的元数据写入服务提供者名称和内容编号。',
        labelScreenshots: [labelScreenshot],
      }
    : {};

const traits = (personal: boolean): Partial<FilingForm> =>
  personal
    ? {
        personalTraits: true,
        optOutEntrance: '我的 > 设置 > 隐私 > 个性化推荐 > 关闭',
        tagEntrance: '我的 > 设置 > 隐私 > 兴趣标签',
      }
    : { personalTraits: false };

/** A complete and sound form. @param launched the day from which all its dates follow. */
export const formOf = (
  provider: ProviderName,
  algorithm: Algorithm,
  launched: CivilDate,
  papers: Papers,
): FilingForm => {
  const { name: subject, creditCode, officerName } = cast[provider];
  const { name, technique, goods, product, function: used, purpose, personal, users } = algorithm;
  const scenario = `用于「${product.name}」的${used.name}功能。`;
  return {
    technique,
    ...(algorithm.searchKind === undefined ? {} : { searchKind: algorithm.searchKind }),
    algorithmName: name,
    launched,
    version: '1.0',
    applicationFields: algorithm.applicationFields,
    introduction: `${algorithm.principle}目标是${purpose}`,
    scenario,
    purpose,
    flow: `一、读取所需数据；二、取得候选${goods}；三、计算；四、审核与去重；五、展示。`,
    flowChart: [papers.flowChart],
    inputModalities: algorithm.input.modalities,
    inputFormats: algorithm.input.formats,
    outputModalities: algorithm.output.modalities,
    outputFormats: algorithm.output.formats,
    performance: '离线测试集与两周灰度对照，满意度提高，投诉率不升。',
    hardware: '云主机 12 台，部署于境内机房。',
    computation: '云端计算；特征离线更新，结果实时给出。',
    ...traits(personal),
    ...labels(technique === 'generative', papers),
    ...(algorithm.workers === undefined ? {} : { workerProtection: algorithm.workers }),
    riskMechanism: `同类${goods}占比设上限，异常流量识别，人工抽检，发现问题可一键回退。`,
    models: [
      {
        name: `${name}模型`,
        version: '1.0',
        versionDate: addDays(launched, -30),
        source: 'own',
        description: '自行训练，参数量约三百万，每周更新。',
      },
    ],
    trainingData: [
      {
        name: `${goods}与行为数据集`,
        source: personal ? 'users' : 'own',
        collectedFrom: addDays(launched, -400),
        collectedUntil: addDays(launched, -45),
        size: '约五百万条',
        personal,
        ...(personal ? { basis: '首次使用时单独征得同意，可随时撤回。' } : {}),
        description: '脱敏并清洗，人工抽检去除不良内容。',
      },
    ],
    serviceData: `本产品的${goods}信息${personal ? '和用户近三十天的使用行为' : ''}。`,
    updateFrequency: '模型每周，数据每小时。',
    resultSharing: '不共享。',
    interventionPolicy: '值班编辑可以下架或置顶，须写明理由和期限，双人复核。',
    inputReview: 'machine',
    inputReviewScope: '用户输入的文字按词库和模型过滤，命中后不进入算法。',
    outputReview: 'both',
    outputReviewScope: `展示前的全部${goods}，机器初审、人工复审，不合格的移出。`,
    products: [
      {
        name: product.name,
        forms: product.forms,
        address: product.address,
        status: 'online',
        audience: product.audience,
        realName: false,
        licenceNeeded: false,
        functionName: used.name,
        functionIntroduction: used.introduction,
        functionPath: used.path,
      },
    ],
    registeredUsers: users.registered,
    monthlyUsers: users.monthly,
    dailyUsers: users.daily,
    screenshots: [papers.screenshot],
    coverSubject: subject,
    coverCreditCode: creditCode,
    coverAlgorithmName: name,
    coverTechnique: technique,
    coverApplicationFields: algorithm.applicationFields,
    coverScenario: scenario,
    coverServiceStatus: 'online',
    coverOccasion: 'new',
    assessedOn: addDays(launched, -10),
    writtenOn: addDays(launched, -6),
    coverBasics: '由算法安全小组组织，抽样、访谈并复测。',
    officerName,
    officerTelephone: '000-0000-0000',
    truthDeclared: true,
    assessedRange: `「${product.name}」的全部用户。`,
    assessedGroups: algorithm.groups,
    assessedTraffic: '按日志去重统计，口径与经营数据一致。',
    socialImpact: `影响人们看到哪些${goods}，已设多样性与时效要求。`,
    ...risks(goods),
    preventionMechanism: '算法安全小组每周复盘，问题限期整改。',
    rightsNotice: '在功能入口以显著方式告知正在使用算法。',
    rightsPersonalInformation: '可以查看、更正、导出和删除个人信息。',
    rightsOther: '申诉入口常设，三个工作日内答复；老年人可用大字模式。',
    contentGovernance: `优先展示优质${goods}，不良内容按规程处置。`,
    modelSafety: '测试通过才上线，先灰度，可一键回退。',
    dataSafety: '分级存储，离职即收回权限，日志留存不少于六个月。',
    conclusion: '风险可控。',
    disclosureName: name,
    disclosurePrinciple: algorithm.principle,
    disclosureMechanism: algorithm.mechanism,
    disclosureScenario: scenario,
    disclosurePurpose: purpose,
    assessmentReport: [papers.report],
    disclosureText: [papers.disclosure],
    responsibilityAttachment: [papers.responsibility],
  };
};
