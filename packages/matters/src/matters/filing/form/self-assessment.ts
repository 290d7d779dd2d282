import { choice, choices, date, fieldsOf, long, short, telephone, yesNo } from '../../common/fields.ts';
import { applicationFieldOptions, occasionOptions, serviceStatusOptions, techniqueOptions } from './options.ts';

const cover = fieldsOf('self-assessment', 'confidential', 'final/24.1');
const report = fieldsOf('self-assessment', 'confidential', 'final/8');

/** What the cover of the report says, so that it can be held against the form. */
const coverFields = {
  coverSubject: cover(
    ['封面：主体名称', 'Cover: subject'],
    ['照报告封面填写。', 'As on the cover of the report.'],
    short(120),
  ),
  coverCreditCode: cover(
    ['封面：统一社会信用代码', 'Cover: credit code'],
    ['照报告封面填写。', 'As on the cover of the report.'],
    short(40),
  ),
  coverAlgorithmName: cover(
    ['封面：算法名称', 'Cover: name of the algorithm'],
    ['照报告封面填写。', 'As on the cover of the report.'],
    short(100),
  ),
  coverTechnique: cover(
    ['封面：算法类型', 'Cover: type of algorithm'],
    ['照报告封面填写。', 'As on the cover of the report.'],
    choice(techniqueOptions),
  ),
  coverApplicationFields: cover(
    ['封面：应用领域', 'Cover: fields of application'],
    ['照报告封面填写。', 'As on the cover of the report.'],
    choices(applicationFieldOptions),
  ),
  coverScenario: cover(
    ['封面：使用场景', 'Cover: scenario of use'],
    ['照报告封面填写。', 'As on the cover of the report.'],
    long(1000),
  ),
  coverServiceStatus: cover(
    ['封面：上线情况', 'Cover: state of the service'],
    ['照报告封面填写。', 'As on the cover of the report.'],
    choice(serviceStatusOptions),
  ),
  coverOccasion: cover(
    ['封面：备案类型', 'Cover: occasion'],
    ['首次备案还是变更。', 'First filing or change.'],
    choice(occasionOptions),
  ),
  assessedOn: cover(['自评估时间', 'Assessed on'], ['完成评估的日期。', 'The day the assessment was completed.'], date),
  writtenOn: cover(['撰写时间', 'Written on'], ['报告写成的日期。', 'The day the report was written.'], date),
  coverBasics: cover(
    ['基本情况', 'Basic facts'],
    ['评估由谁组织、怎样开展。', 'Who organised the assessment and how it was done.'],
    long(2000),
  ),
  officerName: cover(
    ['算法安全负责人签名', 'Signed by the safety officer'],
    ['签名人的姓名。', 'Name of who signed.'],
    short(80),
    { secrecy: 'personal', person: 'safetyOfficer', clause: 'final/7' },
  ),
  officerTelephone: cover(
    ['算法安全负责人电话', "Safety officer's telephone"],
    ['主管部门联系用，不公开。', 'For the office to ring; never published.'],
    telephone,
    { secrecy: 'personal', person: 'safetyOfficer', clause: 'final/7' },
  ),
  truthDeclared: cover(
    ['真实性声明', 'Declaration of truth'],
    ['报告中附有签署的真实性声明就选“是”。', 'Yes if the report holds the signed declaration.'],
    yesNo,
  ),
} as const;

const descriptionFields = {
  assessedRange: report(
    ['应用范围', 'Range of application'],
    ['算法用在哪些服务、地区和人群。', 'Services, regions and people it is used for.'],
    long(2000),
  ),
  assessedGroups: report(
    ['服务群体', 'Groups served'],
    [
      '主要用户，是否有未成年人、老年人、劳动者。',
      'Main users; whether minors, older people or workers are among them.',
    ],
    long(1000),
  ),
  assessedTraffic: report(
    ['流量与用户数量', 'Traffic and users'],
    ['入口流量和用户数量的来源与口径。', 'Traffic at the entrance and number of users, and how they are counted.'],
    long(1000),
  ),
  socialImpact: report(
    ['社会影响', 'Effect on society'],
    ['对舆论、公平、就业等的影响。', 'On public opinion, fairness, work and so on.'],
    long(2000),
  ),
  otherDescription: report(
    ['其他说明', 'Anything else about the algorithm'],
    ['没有可不填。', 'Leave empty if there is nothing.'],
    long(2000),
    { required: false },
  ),
} as const;

const riskFields = {
  riskAbuse: report(
    ['算法滥用风险', 'Risk of abuse'],
    ['诱导沉迷、歧视、操纵榜单等。', 'Addiction, discrimination, manipulated charts and the like.'],
    long(3000, 5),
  ),
  riskExploitation: report(
    ['算法恶意利用风险', 'Risk of malicious use'],
    ['他人借算法牟利或者作恶的可能。', 'How others might use it for gain or harm.'],
    long(3000, 5),
  ),
  riskHoles: report(
    ['算法漏洞风险', 'Risk of holes'],
    ['被绕过、攻击、投毒的可能。', 'How it might be bypassed, attacked or poisoned.'],
    long(3000, 5),
  ),
  riskContent: report(
    ['违法和不良信息风险', 'Risk of illegal and undesirable information'],
    ['生成、存储、传播违法和不良信息的可能。', 'That such information is made, stored or spread.'],
    long(3000, 5),
    { clause: 'final/9.2' },
  ),
  riskLeak: report(
    ['数据与用户信息泄露风险', 'Risk of leaks'],
    ['数据和个人信息泄露的可能。', 'That data or personal information leak.'],
    long(3000, 5),
  ),
  riskOther: report(['其他风险', 'Other risks'], ['没有可不填。', 'Leave empty if there are none.'], long(2000), {
    required: false,
  }),
} as const;

const preventionFields = {
  preventionMechanism: report(
    ['风险防范机制建设', 'Safeguards'],
    ['谁负责、怎样监测、怎样处置。', 'Who answers, how it is watched, what is done.'],
    long(3000, 5),
  ),
  rightsNotice: report(
    ['用户知情', "Users' right to know"],
    ['怎样告知用户正在使用算法。', 'How people are told that an algorithm is at work.'],
    long(2000),
    { clause: 'final/16' },
  ),
  rightsPersonalInformation: report(
    ['用户个人信息保护', 'Protection of personal information'],
    ['收集、使用、保存、删除的做法。', 'How it is collected, used, kept and deleted.'],
    long(2000),
  ),
  rightsOther: report(
    ['其他用户权益保护', 'Other rights of users'],
    ['申诉、投诉、未成年人和老年人保护等。', 'Appeals, complaints, minors, older people and so on.'],
    long(2000),
    { clause: 'final/22' },
  ),
  contentGovernance: report(
    ['内容生态治理', 'Care for content'],
    ['主流价值导向，违法和不良信息的处置。', 'Mainstream values; disposal of illegal and undesirable information.'],
    long(3000, 5),
    { clause: 'final/6.1' },
  ),
  modelSafety: report(
    ['模型安全保障', 'Safety of models'],
    ['测试、上线审核、回退、对抗防护。', 'Tests, review before release, rollback, defence against attacks.'],
    long(3000, 5),
  ),
  dataSafety: report(
    ['数据安全防护', 'Safety of data'],
    ['访问控制、加密、留存和删除。', 'Access control, encryption, retention and deletion.'],
    long(3000, 5),
  ),
  conclusion: report(
    ['安全评估结论', 'Conclusion'],
    ['风险是否可控，结论是什么。', 'Whether the risks are under control, and what follows.'],
    long(2000),
  ),
  otherMatters: report(
    ['其他应当说明的情况', 'Anything else'],
    ['没有可不填。', 'Leave empty if there is nothing.'],
    long(2000),
    { required: false },
  ),
} as const;

export const selfAssessmentFields = {
  ...coverFields,
  ...descriptionFields,
  ...riskFields,
  ...preventionFields,
} as const;
