import { checks, clocks, engine, matters, pages, registers, schemes } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Chapter 4, articles 23 to 30: grading, filing, assessment, inspection, confidentiality, complaints to the offices. */
export const supervision: readonly ClauseSource[] = [
  {
    number: '23',
    heading: text('分级分类管理', 'Classes and grades'),
    text: text(
      '网信、电信、公安、市场监管等部门对提供者分级分类管理，看五个因素：舆论属性或动员能力、内容类别、用户规模、数据重要程度、对用户行为的干预程度。法规没有公布具体分数线。',
      'The network office, with the telecom, police, market and other departments, manages providers by classes and grades, weighing five factors: public-opinion attributes or power to mobilise, content category, number of users, importance of the data processed, and degree of intervention in user behaviour. No threshold has been published.',
    ),
    who: ['office'],
    duty: 'power',
    answers: [schemes.grading],
  },
  {
    number: '24.1',
    heading: text('备案', 'Filing'),
    text: text(
      '有舆论属性或动员能力的提供者，从开始服务起十个工作日内，在备案系统填报主体名称、服务形式、应用领域、算法类型、自评估报告和拟公示内容，完成备案。',
      'A provider with public-opinion attributes or the power to mobilise files within 10 working days of starting the service. In the filing system it states its name, the form of service, the field of application, the type of algorithm, its self-assessment report and the text to be published.',
    ),
    who: ['provider'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'toFile',
        length: 10,
        unit: 'working-day',
        direction: 'after',
        event: text('开始提供服务', 'the service starts'),
        bearer: 'provider',
      },
    ],
    sanctionedBy: '31',
    answers: [
      checks.declaredTechniques,
      checks.declaredData,
      checks.declaredAutomation,
      matters.providerRegistration,
      matters.filing,
      clocks.filingToFile,
      pages.guide,
      matters.filingReminder,
      engine.reminders,
    ],
  },
  {
    number: '24.2',
    heading: text('备案变更', 'Change'),
    text: text(
      '备案内容变了，要从变化之日起十个工作日内办变更。',
      'When what was filed changes, the change is filed within 10 working days.',
    ),
    who: ['provider'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'toFile',
        length: 10,
        unit: 'working-day',
        direction: 'after',
        event: text('备案信息发生变更', 'the filed information changes'),
        bearer: 'provider',
      },
    ],
    sanctionedBy: '31',
    answers: [matters.change, clocks.changeToFile],
  },
  {
    number: '24.3',
    heading: text('备案注销', 'Cancellation'),
    text: text(
      '停止服务后二十个工作日内注销备案，并妥善安排善后。',
      'After the service has ended the filing is cancelled within 20 working days, with proper arrangements for what remains.',
    ),
    who: ['provider'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'toFile',
        length: 20,
        unit: 'working-day',
        direction: 'after',
        event: text('终止服务', 'the service ends'),
        bearer: 'provider',
      },
    ],
    sanctionedBy: '31',
    answers: [matters.cancellation, clocks.cancellationToFile],
  },
  {
    number: '25',
    heading: text('备案的答复和公示', 'Answer to a filing, number, publication'),
    text: text(
      '国家和省级网信部门收到材料后三十个工作日内答复：齐全的，准予备案、发编号、公示；不齐全的，不予备案，通知备案人并说明理由。',
      'The national or provincial network office answers within 30 working days of receiving the papers. If they are complete it files them, issues a number and publishes; if not, it does not file them and tells the filer so, with reasons.',
    ),
    who: ['office'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'toAnswer',
        length: 30,
        unit: 'working-day',
        direction: 'after',
        event: text('收到备案材料', 'the papers are received'),
        bearer: 'office',
      },
    ],
    answers: [
      matters.filing,
      matters.change,
      clocks.filingToAnswer,
      clocks.changeToAnswer,
      pages.register,
      pages.record,
      pages.numberCheck,
      pages.openData,
      pages.punctuality,
    ],
  },
  {
    number: '26',
    heading: text('标明备案编号', 'Showing the number'),
    text: text(
      '备案完成后，在网站、应用的醒目位置写明备案编号，并附公示信息的链接。',
      'Once filed, the provider shows its number and a link to the public record in a conspicuous place of its site or application.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '31',
    answers: [pages.badge, pages.record, pages.siteBadge],
  },
  {
    number: '27',
    heading: text('安全评估', 'Safety assessment'),
    text: text(
      '有舆论属性或动员能力的提供者，按国家规定做安全评估。',
      'A provider with public-opinion attributes or the power to mobilise assesses its safety by the rules of the State.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '32',
    answers: [matters.assessment, checks.assessmentCurrent],
  },
  {
    number: '28.1',
    heading: text('评估检查和限期整改', 'Inspection and rectification'),
    text: text(
      '网信部门联合电信、公安、市场监管等部门开展安全评估和监督检查，发现问题及时提出整改意见，并限定期限。',
      'The network office, with the telecom, police, market and other departments, assesses and inspects services, promptly says what must be put right and sets a time for it.',
    ),
    who: ['office'],
    duty: 'power',
    answers: [
      matters.inspection,
      matters.officialAssessment,
      matters.assessment,
      matters.rectification,
      clocks.rectificationToFix,
      engine.jointTeams,
    ],
  },
  {
    number: '28.2',
    heading: text('留存日志、配合检查', 'Keeping logs, cooperating'),
    text: text(
      '提供者依法保留网络日志，配合各部门的评估和检查，给予技术、数据等支持。按网络安全法，日志至少保留六个月。',
      'The provider keeps network logs as the law requires, cooperates with assessment and inspection, and gives technical, data and other support. The network security law asks for at least six months of logs.',
    ),
    who: ['provider'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'retention',
        length: 6,
        unit: 'calendar-month',
        direction: 'after',
        event: text('日志产生', 'the log is made'),
        bearer: 'provider',
      },
    ],
    sanctionedBy: '32',
    answers: [
      engine.retention,
      checks.logCoverage,
      checks.logRetention,
      matters.logRequest,
      matters.inspection,
      matters.officialAssessment,
    ],
  },
  {
    number: '29',
    heading: text('检查人员的保密义务', 'Confidentiality of inspectors'),
    text: text(
      '参加评估、检查的机构和人员，对工作中知道的隐私、个人信息、商业秘密依法保密，不外泄、不违法提供。',
      'Organisations and persons who assess or inspect keep privacy, personal information and trade secrets that they learn confidential, and neither leak them nor hand them over unlawfully.',
    ),
    who: ['inspector'],
    duty: 'obligation',
    answers: [engine.sealedFields, engine.readingLog, registers.undertakings],
  },
  {
    number: '30',
    heading: text('向主管部门投诉举报', 'Complaints to the offices'),
    text: text(
      '任何人、任何组织都可以向网信等部门投诉、举报违反本规定的行为，收到的部门应当依法尽快处理。',
      'Any person or organisation may complain to or inform the network office and other departments of a breach; the department that receives it deals with it promptly by law.',
    ),
    who: ['public', 'office'],
    duty: 'right',
    answers: [matters.complaint, pages.complaints],
  },
];
