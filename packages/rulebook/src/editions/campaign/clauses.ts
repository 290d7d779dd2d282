import { engine, matters, pages, registers, schemes } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

const goal: ClauseSource = {
  number: '1',
  heading: text('工作目标', 'Goal'),
  text: text(
    '让规定落到实处：排查并整改平台的算法问题，评估企业的安全能力，重点是能影响舆论或动员公众的大型网站、平台和产品；同时推动备案，使治理成为常态。',
    'Bring the regulation to life: find and mend problems in platforms’ algorithms and judge what the companies are able to do about safety, above all large sites, platforms and products that can move opinion or people; push filing forward and make governance routine.',
  ),
  who: ['office', 'provider'],
  duty: 'principle',
  answers: [matters.campaign, schemes.grading],
  crosswalk: [
    {
      clause: 'final/28.1',
      difference: text('规定给出监督检查的一般依据。', 'The regulation is the general basis for inspections.'),
    },
  ],
};

const tasks: readonly ClauseSource[] = [
  {
    number: '2.1',
    heading: text('自查自纠', 'Self-inspection'),
    text: text(
      '指导企业逐条对照规定，把算法用在何处梳理清楚，评估自己的安全能力，改正问题、消除隐患。行动自通知之日起至当年十二月初。',
      'Companies are guided to go through the regulation clause by clause, list where they use algorithms, judge their own ability to keep them safe, mend problems and remove hazards. The action runs from the notice to early December of that year.',
    ),
    who: ['office', 'provider'],
    duty: 'procedure',
    answers: [matters.campaign, matters.selfInspection],
    crosswalk: [
      {
        clause: 'final/8',
        difference: text(
          '规定要求的是定期审核评估，不限于行动期间。',
          'The regulation asks for regular review, not only during the action.',
        ),
      },
    ],
  },
  {
    number: '2.2',
    heading: text('现场检查', 'On-site inspection'),
    text: text(
      '中央网信办会同有关部门和地方组成联合检查组，到部分企业现场检查；各地也可以检查本地其他企业。看两点：是否合规，安全能力如何。',
      'Joint teams of the central office, other departments and local offices inspect some companies on site; places may inspect others of their own. Two things are looked at: compliance and the ability to keep algorithms safe.',
    ),
    who: ['office', 'inspector'],
    duty: 'power',
    answers: [matters.inspection, engine.jointTeams],
    crosswalk: [
      { clause: 'final/28.1', difference: text('检查的法定依据。', 'The legal basis of the inspection.') },
      { clause: 'final/28.2', difference: text('企业配合检查的义务。', 'The provider’s duty to cooperate.') },
    ],
  },
  {
    number: '2.3',
    heading: text('督促备案', 'Urging to file'),
    text: text(
      '向企业讲解备案的原则、谁要备、填什么、向谁咨询，催促企业理清算法应用并尽早填报。',
      'Companies are told the principles of filing, who must file, what to fill in and whom to ask, and are urged to sort out their algorithms and file soon.',
    ),
    who: ['office', 'provider'],
    duty: 'procedure',
    answers: [pages.guide, matters.filing, matters.filingReminder, engine.reminders],
    crosswalk: [
      {
        clause: 'final/24.1',
        difference: text('备案义务及十个工作日的期限。', 'The duty to file and its ten working days.'),
      },
    ],
  },
  {
    number: '2.4',
    heading: text('压实责任', 'Responsibility in the company'),
    text: text(
      '督促企业按业务规模设置治理机构和专人，完善制度，用算法帮助传播好的内容、处置坏的内容，并监测滥用。',
      'Companies are urged to have a body and people for governance that fit their size, to complete their rules, to let algorithms help good content and deal with bad, and to watch for misuse.',
    ),
    who: ['office', 'provider'],
    duty: 'obligation',
    answers: [matters.responsibility, registers.managementSystems, registers.staff, engine.monitoring],
    crosswalk: [
      {
        clause: 'final/7',
        difference: text(
          '规定列出制度清单并要求人员与规模相适应。',
          'The regulation lists the systems and asks for staff in proportion.',
        ),
      },
    ],
  },
  {
    number: '2.5',
    heading: text('限期整改', 'Rectification in time'),
    text: text(
      '检查发现措施不全、执行不力、效果不好的，及时告知企业并限期改正；构成违法违规的，依照规定处罚。',
      'Where measures are found incomplete, badly carried out or without effect, the company is told at once and given a date to mend them; a breach of the regulation is punished under it.',
    ),
    who: ['office', 'provider'],
    duty: 'procedure',
    answers: [matters.rectification, matters.violationCase],
    crosswalk: [
      { clause: 'final/28.1', difference: text('限期整改的依据。', 'The basis of rectification in a set time.') },
      { clause: 'final/31', difference: text('处罚的依据和幅度。', 'The basis and range of sanctions.') },
    ],
  },
];

const requirements: readonly ClauseSource[] = [
  {
    number: '3',
    heading: text('工作要求', 'How it is to be done'),
    text: text(
      '参与的部门要重视、要配合、要有实效、要守纪律：认识到位，组织有序，问题找得准、处理得当，对外不漏消息。',
      'The offices that take part are to take it seriously, cooperate, achieve something and keep discipline: know why, be organised, find the real problems, treat them properly, and let nothing leak.',
    ),
    who: ['office', 'inspector'],
    duty: 'obligation',
    answers: [matters.campaign, engine.readingLog],
    crosswalk: [
      {
        clause: 'final/29',
        difference: text(
          '规定只写保密，通知还写廉洁和回避私情。',
          'The regulation speaks of confidence only, the notice also of integrity.',
        ),
      },
    ],
  },
  {
    number: '3.1',
    heading: text('提高认识', 'Take it seriously'),
    text: text(
      '明白这项治理为何重要且紧迫，把它排进重点工作。',
      'Understand why this governance matters and cannot wait, and put it among the main tasks.',
    ),
    who: ['office'],
    duty: 'principle',
    answers: [matters.campaign, pages.campaignDashboard],
  },
  {
    number: '3.2',
    heading: text('组织与配合', 'Organise and cooperate'),
    text: text(
      '按部署互相配合，一项一项推进，督促企业认真自查、配合检查、把整改做完。',
      'Work together as planned, task by task, and see that companies inspect themselves in earnest, cooperate with inspections and finish what they have to mend.',
    ),
    who: ['office'],
    duty: 'procedure',
    answers: [matters.campaign, pages.campaignDashboard],
  },
  {
    number: '3.3',
    heading: text('讲求实效', 'Achieve something'),
    text: text(
      '吃透规定，找到乱象及其症结，把要改什么说清楚，该处罚的依法处罚。',
      'Know the regulation well, find the abuses and their cause, say clearly what has to change, and punish by law what deserves it.',
    ),
    who: ['office'],
    duty: 'procedure',
    answers: [matters.rectification, matters.violationCase],
    crosswalk: [{ clause: 'final/31', difference: text('处罚的依据。', 'The basis of sanctions.') }],
  },
  {
    number: '3.4',
    heading: text('工作纪律', 'Discipline'),
    text: text(
      '按流程办事，注意安全保密，廉洁自律，管好人员；不得向被查企业通风报信，不得照顾熟人，不得私下交易。',
      'Follow the procedure, keep matters safe and confidential, stay clean and manage the people; no warning to those inspected, no favours for friends, no dealings in the dark.',
    ),
    who: ['office', 'inspector'],
    duty: 'prohibition',
    answers: [registers.undertakings, engine.recusal, engine.sealedFields, engine.readingLog],
    crosswalk: [
      {
        clause: 'final/29',
        difference: text(
          '规定要求对个人隐私、个人信息和商业秘密保密。',
          'The regulation asks for confidence about privacy, personal data and trade secrets.',
        ),
      },
    ],
  },
];

export const clauses: readonly ClauseSource[] = [goal, ...tasks, ...requirements];
