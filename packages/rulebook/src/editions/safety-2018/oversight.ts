import { engine, matters, pages, registers, schemes } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Articles 8 to 16: review by the authorities, inspection, notice to the public, confidence. */
export const oversight: readonly ClauseSource[] = [
  {
    number: '8',
    heading: text('书面审查', 'Review on paper'),
    text: text(
      '地市以上网信部门和公安机关审阅报告。内容缺失或方法明显不当的，责令限期重做；说得不清楚的，可以要求补充。',
      'Network offices and police of city level or above read the report. Where parts are missing or the method is plainly wrong they order it done again by a date; where it is unclear they may ask for more.',
    ),
    who: ['office'],
    duty: 'power',
    answers: [matters.assessment],
    crosswalk: [
      {
        clause: 'final/28.1',
        difference: text('规定给出监督检查的一般依据。', 'The regulation has the general basis of supervision.'),
      },
    ],
  },
  {
    number: '9',
    heading: text('必要时现场检查', 'On-site inspection where needed'),
    text: text(
      '看过报告认为必要的，可以到现场检查；原则上两家一起去，不得妨碍企业的正常经营。',
      'Where the report makes it necessary there may be an inspection on site, as a rule by both authorities together and without disturbing ordinary business.',
    ),
    who: ['office', 'inspector'],
    duty: 'power',
    answers: [matters.inspection, engine.jointTeams],
    crosswalk: [
      {
        clause: 'final/28.1',
        difference: text(
          '规定由网信会同电信、公安、市场监管等部门检查。',
          'In the regulation the network office inspects with telecoms, police and market regulators.',
        ),
      },
    ],
  },
  {
    number: '10',
    heading: text('专家评审', 'Review by experts'),
    text: text(
      '风险较大、可能危及国家安全、社会秩序或公共利益的服务，由省级以上网信部门和公安机关请专家评审，需要时会同属地部门现场检查。',
      'For a service of considerable risk to state security, public order or the public interest, authorities of provincial level or above call in experts and, where needed, inspect on site with local departments.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.assessment, schemes.riskMatrix, engine.jointTeams],
  },
  {
    number: '11',
    heading: text('检查依法进行', 'Inspections by the law'),
    text: text(
      '现场检查的做法依照其他法律、法规和规章。',
      'How an on-site inspection is done follows the other laws, regulations and rules.',
    ),
    who: ['office', 'inspector'],
    duty: 'procedure',
    answers: [matters.inspection],
  },
  {
    number: '12',
    heading: text('日常监测与通知', 'Monitoring and notice'),
    text: text(
      '网信部门和公安机关建立监测制度，督促提供者尽到安全义务；发现该评估而没有评估的，通知其评估。',
      'The authorities keep up monitoring and see that providers meet their duties; who should have assessed and has not is told to.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [engine.monitoring, engine.reminders, matters.assessment],
    crosswalk: [
      {
        clause: 'opinions/7',
        difference: text(
          '指导意见提出对算法风险作日常监测。',
          'The Guiding Opinions ask for daily monitoring of algorithms.',
        ),
      },
    ],
  },
  {
    number: '13',
    heading: text('拒不评估的后果', 'If a provider refuses'),
    text: text(
      '拒不评估的，在全国平台上向公众提示该服务有安全风险，并对它检查；查出违法的，依法处理。本条不设金额。',
      'A provider that refuses is named to the public on the national platform as a risk, and inspected; breaches found are handled by law. This article sets no amount.',
    ),
    who: ['office'],
    duty: 'sanction',
    sanction: {
      covers: ['3', '3.1', '3.2', '3.3', '3.4', '3.5'].map((number) => `safety-2018/${number}`),
      steps: [{ measure: 'other-law', trigger: 'refusal' }],
    },
    answers: [pages.riskNotice, matters.inspection, matters.violationCase],
    crosswalk: [
      {
        clause: 'final/32',
        difference: text(
          '规定对不评估也只指向其他法律。',
          'The regulation, too, only points to other laws where no assessment is made.',
        ),
      },
    ],
  },
  {
    number: '14',
    heading: text('统筹与通报', 'Coordination'),
    text: text(
      '评估工作由网信部门统筹，公安机关定期通报自己的情况。',
      'The network office coordinates; the police report their part to it from time to time.',
    ),
    who: ['office'],
    duty: 'procedure',
    answers: [engine.jointTeams, pages.figures],
  },
  {
    number: '15',
    heading: text('保密', 'Confidence'),
    text: text(
      '履职中知道的国家秘密、商业秘密和个人信息，一律不得外泄、出售或违法给人。',
      'State secrets, trade secrets and personal data learnt in office are never leaked, sold or handed on unlawfully.',
    ),
    who: ['office', 'inspector'],
    duty: 'prohibition',
    answers: [engine.sealedFields, engine.readingLog, registers.undertakings],
    crosswalk: [
      {
        clause: 'final/29',
        difference: text(
          '规定的对应条款，不含国家秘密。',
          'The corresponding clause of the regulation, without state secrets.',
        ),
      },
    ],
  },
  {
    number: '16',
    heading: text('新闻服务另有规定', 'News services have their own rules'),
    text: text(
      '互联网新闻的新技术新应用，按专门的评估规定办理。',
      'New techniques and applications of internet news are assessed under rules of their own.',
    ),
    who: ['provider'],
    duty: 'formality',
    answers: [matters.assessment],
    crosswalk: [
      { clause: 'final/13', difference: text('规定对新闻服务的要求。', 'What the regulation asks of news services.') },
    ],
  },
];
