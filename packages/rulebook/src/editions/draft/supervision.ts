import { checks, clocks, engine, matters, pages, registers, schemes } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Articles 19 to 26 of the consultation draft: grading, filing, assessment, inspection, confidentiality, complaints. */
export const supervision: readonly ClauseSource[] = [
  {
    number: '19',
    heading: text('分类分级管理', 'Classes and grades'),
    text: text(
      '国家网信部门对提供者分类分级管理，看五个因素：舆论属性或动员能力、内容类别、用户规模、数据敏感程度、对用户行为的干预程度。',
      'The national network office manages providers by classes and grades, weighing five factors: public-opinion attributes or power to mobilise, content category, number of users, sensitivity of the data processed, and degree of intervention in user behaviour.',
    ),
    who: ['office'],
    duty: 'power',
    answers: [schemes.grading],
  },
  {
    number: '20.1',
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
    sanctionedBy: '29.1',
    answers: [
      checks.declaredTechniques,
      checks.declaredData,
      checks.declaredAutomation,
      matters.providerRegistration,
      matters.filing,
      clocks.filingToFile,
      pages.guide,
      engine.reminders,
    ],
  },
  {
    number: '20.2',
    heading: text('备案变更', 'Change'),
    text: text(
      '备案内容变了，要从变化之日起五个工作日内办变更。',
      'When what was filed changes, the change is filed within 5 working days.',
    ),
    who: ['provider'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'toFile',
        length: 5,
        unit: 'working-day',
        direction: 'after',
        event: text('备案信息发生变更', 'the filed information changes'),
        bearer: 'provider',
      },
    ],
    sanctionedBy: '29.1',
    answers: [matters.change, clocks.changeToFile],
  },
  {
    number: '20.3',
    heading: text('备案注销', 'Cancellation'),
    text: text(
      '打算停止服务的，提前三十个工作日注销备案，并妥善安排善后。',
      'A provider that will end its service cancels the filing 30 working days before the end, with proper arrangements for what remains.',
    ),
    who: ['provider'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'toFile',
        length: 30,
        unit: 'working-day',
        direction: 'before',
        event: text('终止服务', 'the service ends'),
        bearer: 'provider',
      },
    ],
    sanctionedBy: '29.2',
    answers: [matters.cancellation, clocks.cancellationToFile],
  },
  {
    number: '21',
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
    number: '22',
    heading: text('标明备案编号', 'Showing the number'),
    text: text(
      '备案完成后，在网站、应用的醒目位置写明备案编号，并附公示信息的链接。',
      'Once filed, the provider shows its number and a link to the public record in a conspicuous place of its site or application.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '27',
    answers: [pages.badge, pages.record, pages.siteBadge],
  },
  {
    number: '23.1',
    heading: text('安全评估', 'Safety assessment'),
    text: text(
      '有舆论属性或动员能力的提供者，按国家规定做安全评估。',
      'A provider with public-opinion attributes or the power to mobilise assesses its safety by the rules of the State.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '28',
    answers: [matters.assessment, checks.assessmentCurrent],
  },
  {
    number: '23.2',
    heading: text('日志至少保留六个月', 'Logs kept for six months at least'),
    text: text(
      '完善服务管理机制，服务日志等信息至少留六个月；执法部门依法查询时要提供。',
      'The service is properly managed; its logs are kept for at least six months and handed over when a law-enforcement department lawfully asks.',
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
    sanctionedBy: '28',
    answers: [engine.retention, checks.logCoverage, checks.logRetention, matters.logRequest],
  },
  {
    number: '24.1',
    heading: text('评估检查和限期整改', 'Inspection and rectification'),
    text: text(
      '国家和省级网信部门联合有关主管部门开展评估和检查，发现问题及时提出整改意见，并限定期限。',
      'The national and provincial network offices, with other competent departments, assess and inspect, promptly say what must be put right and set a time for it.',
    ),
    who: ['office'],
    duty: 'power',
    answers: [
      matters.inspection,
      matters.assessment,
      matters.rectification,
      clocks.rectificationToFix,
      engine.jointTeams,
    ],
  },
  {
    number: '24.2',
    heading: text('配合检查', 'Cooperating with inspections'),
    text: text(
      '提供者配合主管部门依法开展的评估和检查，给予技术、数据等支持。',
      'The provider cooperates with lawful assessments and inspections and gives technical, data and other support.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '28',
    answers: [matters.inspection, matters.logRequest],
  },
  {
    number: '25',
    heading: text('检查人员的保密义务', 'Confidentiality of inspectors'),
    text: text(
      '参加评估、检查的机构和人员，对工作中知道的个人信息、隐私、商业秘密严守秘密，不外泄、不出售、不违法提供。',
      'Organisations and persons who assess or inspect keep personal information, privacy and trade secrets that they learn strictly confidential, and neither leak, sell nor unlawfully hand them over.',
    ),
    who: ['inspector'],
    duty: 'obligation',
    answers: [engine.sealedFields, engine.readingLog, registers.undertakings],
  },
  {
    number: '26.1',
    heading: text('公众投诉举报', 'Complaints and reports by the public'),
    text: text(
      '接受社会监督，设立方便的投诉举报入口，及时受理和处理。',
      'The provider accepts public scrutiny, sets up an easy entry for complaints and reports, and accepts and handles them promptly.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '27',
    answers: [matters.complaint, pages.complaints, clocks.complaintToAnswer, checks.timelyAnswers],
  },
  {
    number: '26.2',
    heading: text('用户申诉', 'Appeals by users'),
    text: text(
      '建立用户申诉的渠道和制度，规范处理，及时反馈，切实保障用户权益。',
      'Channels and rules for appeals by users are set up; appeals are handled in a standard way and answered in time, so that users’ rights are really protected.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '27',
    answers: [matters.appeal, clocks.appealToAnswer, checks.timelyAnswers],
  },
];
