import { engine, matters, pages, registers } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Part two, items (1) to (6): rules, structure, and what each of the four sides does. */
export const mechanism: readonly ClauseSource[] = [
  {
    number: '1',
    heading: text('完善治理规范', 'Better rules'),
    text: text(
      '加快制定算法管理的规章，写清谁管、管什么、怎样管以及违反了承担什么后果，并配齐标准和指南。',
      'Rules on how algorithms are managed are made soon, saying who supervises, what is covered, what is required and what follows from a breach, with standards and guides beside them.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [pages.clauses],
    crosswalk: [
      {
        clause: 'final/1',
        difference: text(
          '次年施行的规定即是本项要求的成果。',
          'The regulation in force since the following year is what this item called for.',
        ),
      },
    ],
  },
  {
    number: '2',
    heading: text('理顺治理结构', 'A sound structure'),
    text: text(
      '明确政府、企业、行业组织和网民各自能做什么、应做什么，让监管、履责、自律和社会监督四股力量配合起来。',
      'What government, enterprises, industry bodies and users each may and must do is made clear, so that supervision, responsibility, self-discipline and public scrutiny work together.',
    ),
    who: ['office', 'provider', 'industry-body', 'user'],
    duty: 'principle',
    answers: [engine.organisations, matters.providerRegistration, matters.standard],
    crosswalk: [
      {
        clause: 'final/3.1',
        difference: text('规定落实到各级主管部门的分工。', 'The regulation settles who supervises at which level.'),
      },
    ],
  },
  {
    number: '3',
    heading: text('统筹协同', 'Departments that work together'),
    text: text(
      '网信部门牵头，与宣传、教育、科技、工信、公安、文旅、市场监管、广电等部门长期联动，各尽其责，共同治理。',
      'The network office leads a standing cooperation with the departments for publicity, education, science, industry, police, culture, markets and broadcasting; each does its part and they govern together.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [engine.jointTeams, matters.inspection, matters.violationCase],
    crosswalk: [
      {
        clause: 'final/3.1',
        difference: text(
          '规定列明电信、公安、市场监管等部门，不含全部九部门。',
          'The regulation names telecoms, police and market supervision, not all nine issuers.',
        ),
      },
    ],
  },
  {
    number: '4',
    heading: text('压实企业责任', 'The enterprise is responsible'),
    text: text(
      '企业要有算法安全责任制和伦理审查制，设专门机构，排查并消除隐患，能够应对突发事件；算法造成什么结果，企业就对什么结果负责。',
      'An enterprise has a responsibility system for algorithm safety and an ethics review, an organisation for them, finds and removes hazards, can handle emergencies, and answers for whatever its algorithms bring about.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [matters.responsibility, registers.managementSystems, matters.ethicsReview, matters.incident],
    crosswalk: [
      {
        clause: 'final/7',
        difference: text('规定列出须建立的八类制度。', 'The regulation lists eight systems that must exist.'),
      },
      {
        clause: 'draft/7',
        difference: text(
          '征求意见稿列七类，没有伦理审查。',
          'The consultation draft lists seven, without ethics review.',
        ),
      },
    ],
  },
  {
    number: '5',
    heading: text('行业自律', 'Self-discipline of the industry'),
    text: text(
      '行业要自我约束，向公众普及算法知识，逐步建立自己的专业力量，吸引人才和资源，为治理提供支持。',
      'The industry disciplines itself, spreads knowledge of algorithms, builds up expert strength of its own step by step, and draws people and means into the work of governance.',
    ),
    who: ['industry-body'],
    duty: 'encouragement',
    advisory: true,
    answers: [matters.standard, matters.standardAdoption, pages.standards],
    crosswalk: [
      {
        clause: 'final/5',
        difference: text(
          '规定更强调制定行业标准并督促企业。',
          'The regulation stresses industry standards and urging providers.',
        ),
      },
    ],
  },
  {
    number: '6',
    heading: text('网民监督', 'Users watch'),
    text: text(
      '鼓励网民参与治理并加强各方沟通。政府对举报和投诉要积极受理，企业要接受监督，并把处理结果及时告诉提出的人。',
      'Users are encouraged to take part and all sides to talk to each other. Government accepts reports and complaints readily; enterprises accept scrutiny and tell people in time what came of what they raised.',
    ),
    who: ['user', 'office', 'provider'],
    duty: 'obligation',
    answers: [matters.complaint],
    crosswalk: [
      {
        clause: 'final/22',
        difference: text(
          '规定要求企业公布流程和反馈时限。',
          'The regulation has providers publish the procedure and the time limit.',
        ),
      },
      {
        clause: 'final/30',
        difference: text('规定赋予任何人向主管部门投诉的途径。', 'The regulation lets anyone complain to the offices.'),
      },
    ],
  },
];
