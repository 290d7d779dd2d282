import { engine, matters, pages, schemes } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Part three, items (7) to (11): monitoring, assessment, filing, current methods, acting on violations. */
export const supervision: readonly ClauseSource[] = [
  {
    number: '7',
    heading: text('监测风险', 'Watching risks'),
    text: text(
      '平时就要监测算法用了什么数据、用在哪里、产生什么效果，及早察觉传播、市场和用户行为的变化，对不规范、不公平的苗头发出预警。',
      'What data an algorithm uses, where, and to what effect is watched day by day; shifts in spread, markets and behaviour are noticed early, and signs of unfair or irregular use raise a warning.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [engine.monitoring],
    crosswalk: [
      {
        clause: 'final/28.1',
        difference: text(
          '规定写的是评估和监督检查，未单列日常监测。',
          'The regulation speaks of assessment and inspection and has no separate monitoring.',
        ),
      },
    ],
  },
  {
    number: '8',
    heading: text('安全评估', 'Assessment'),
    text: text(
      '组建专业评估队伍，弄懂算法如何运作，在设计、部署、使用各阶段找出缺陷，判断它对舆论、公平和伦理的风险，并给出相应措施。',
      'Expert teams are set up that understand how an algorithm works, look for defects in its design, deployment and use, judge its risks to opinion, fairness and ethics, and propose fitting measures.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.officialAssessment, matters.assessment],
    crosswalk: [
      {
        clause: 'final/27',
        difference: text('规定把评估定为企业的义务。', 'The regulation makes an assessment the provider’s duty.'),
      },
      {
        clause: 'final/28.1',
        difference: text('主管部门自行评估的依据。', 'The basis for the offices’ own assessments.'),
      },
    ],
  },
  {
    number: '9',
    heading: text('算法备案', 'Filing'),
    text: text(
      '建立备案制度：摸清底数，分级分类，划定谁要备案，有序办理；对申报人给予指导，主动公布备案情况，接受社会监督。',
      'A filing system is set up: take stock, grade and classify, settle who must file, and work through it in order; filers are helped, the state of filings is published unasked, and the public may watch.',
    ),
    who: ['office'],
    duty: 'obligation',
    answers: [matters.filing, schemes.grading, pages.guide, pages.register, pages.openData, pages.guidance],
    crosswalk: [
      {
        clause: 'final/24.1',
        difference: text(
          '规定给出备案主体、内容和十个工作日的期限。',
          'The regulation says who files, what, and within ten working days.',
        ),
      },
      {
        clause: 'final/25',
        difference: text(
          '规定给出主管部门三十个工作日的办理期限。',
          'The regulation gives the office thirty working days.',
        ),
      },
      {
        clause: 'draft/20.1',
        difference: text('征求意见稿的对应条款。', 'The corresponding clause of the consultation draft.'),
      },
    ],
  },
  {
    number: '10',
    heading: text('监管方式与时俱进', 'Methods that keep up'),
    text: text(
      '持续研究技术的新变化，让监管方法随之更新，避免因手段落后而留下风险。',
      'New developments are studied all the time and the methods of supervision renewed with them, so that no risk arises from outdated means.',
    ),
    who: ['office'],
    duty: 'principle',
    answers: [engine.releases],
  },
  {
    number: '11',
    heading: text('打击违法违规', 'Acting on violations'),
    text: text(
      '网民反映强烈的问题优先解决；无论来自监测、评估、备案还是查实的举报，只要涉及违法违规，都要坚决查处。',
      'What users complain of most comes first; whatever breach comes to light, by monitoring, assessment, filing or a report found true, is pursued firmly.',
    ),
    who: ['office'],
    duty: 'power',
    answers: [matters.violationCase, matters.revocation],
    crosswalk: [
      {
        clause: 'final/31',
        difference: text(
          '规定给出处罚种类和罚款幅度。',
          'The regulation gives the kinds of sanction and the range of the fine.',
        ),
      },
      {
        clause: 'final/33.1',
        difference: text('以不正当手段取得的备案予以撤销。', 'A filing obtained by improper means is revoked.'),
      },
    ],
  },
];
