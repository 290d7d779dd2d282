import { matters, pages, schemes } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Part one: the thought that guides the rest, the principles, and the three goals. */
export const goals: readonly ClauseSource[] = [
  {
    number: 'guide.1',
    heading: text('指导思想', 'Guiding thought'),
    text: text(
      '算法治理以安全、可信、有质量的创新为方向：传播的内容要积极向上，管理要真正管用，技术要用在正当之处；同时建机制、建监管、促自主研发。',
      'Algorithms are governed towards safe, trustworthy and good innovation: what spreads should be wholesome, control should really hold, and the technique should be put to good use, while mechanisms, supervision and home-grown research are built up.',
    ),
    who: ['office', 'provider'],
    duty: 'principle',
    answers: [pages.clauses],
    crosswalk: [
      {
        clause: 'final/4',
        difference: text(
          '规定把原则写成了经营者须遵守的要求。',
          'The regulation turns the principles into requirements on providers.',
        ),
      },
    ],
  },
  {
    number: 'guide.2',
    heading: text('基本原则', 'Principles'),
    text: text(
      '五条原则：导向正确并守住伦理和安全底线；依法治理、多方参与；按风险分级分类，对高风险算法精准管理；公平、透明、能说明理由，保障网民权益；支持创新并保护知识产权。',
      'Five principles: right direction with ethics and safety as the floor; rule of law with many taking part; grading by risk with precise control of high-risk algorithms; fairness, openness and reasons that can be given, so that users’ rights hold; support for innovation with its intellectual property protected.',
    ),
    who: ['office', 'provider'],
    duty: 'principle',
    answers: [schemes.grading, pages.clauses],
    crosswalk: [
      {
        clause: 'final/4',
        difference: text(
          '规定写明合法、公正、公开、科学、诚信诸原则。',
          'The regulation names lawfulness, fairness, openness, sound science and honesty.',
        ),
      },
      {
        clause: 'final/23',
        difference: text('规定给出了分级分类的五个因素。', 'The regulation gives five factors for the grading.'),
      },
    ],
  },
  {
    number: 'goal.1',
    heading: text('目标一：机制健全', 'Goal one: a complete mechanism'),
    text: text(
      '大约三年内形成一套有规可循的治理机制：各方责任与权限清楚，组织运转顺畅，政府、企业、行业和网民都参与其中。',
      'Within about three years there is a mechanism of governance with rules to go by: everybody’s duties and powers are clear, the organisation works, and government, enterprises, industry and users all take part.',
    ),
    who: ['office', 'provider', 'industry-body', 'user'],
    duty: 'principle',
    answers: [pages.figures],
  },
  {
    number: 'goal.2',
    heading: text('目标二：监管体系完善', 'Goal two: a full system of supervision'),
    text: text(
      '建成由五部分组成的监管体系：监测风险、评估安全、审查伦理、管理备案、查处违法，各部分互相衔接。',
      'A system of supervision of five joined parts is built: watching risks, assessing safety, reviewing ethics, managing filings, and acting on violations.',
    ),
    who: ['office'],
    duty: 'principle',
    answers: [matters.filing, pages.figures, matters.assessment, matters.ethicsReview, matters.violationCase],
  },
  {
    number: 'goal.3',
    heading: text('目标三：生态规范', 'Goal three: an orderly ecology'),
    text: text(
      '算法导向正面，运用公平而透明，技术掌握在自己手里并持续创新，滥用造成的危害得到有效防范。',
      'Algorithms point in a good direction, are used fairly and openly, stay under control and keep improving, and the harm of their misuse is effectively prevented.',
    ),
    who: ['provider', 'office'],
    duty: 'principle',
    answers: [pages.figures],
  },
];
