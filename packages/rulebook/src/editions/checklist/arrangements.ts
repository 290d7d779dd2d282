import { engine, matters, pages } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** How the action of 2024 ran: who did what until when. */
export const arrangements: readonly ClauseSource[] = [
  {
    number: 'plan.1',
    heading: text('企业自查（至2024-12-31）', 'Self-inspection (until 2024-12-31)'),
    text: text(
      '自通知之日至2024年12月31日，重点平台对照任务自己查找问题：容易的马上改，复杂的写明怎样改、何时改完。',
      'From the notice to 31 December 2024 the main platforms look for problems themselves: easy ones are mended at once, hard ones get a measure and a date.',
    ),
    who: ['provider', 'office'],
    duty: 'procedure',
    answers: [matters.campaign, matters.selfInspection],
    crosswalk: [
      {
        clause: 'campaign/2.1',
        difference: text(
          '2022年行动中的同一步骤，没有单列截止日。',
          'The same step in 2022, which had no last day of its own.',
        ),
      },
    ],
  },
  {
    number: 'plan.2',
    heading: text('核验自查（2025年1月）', 'Verification (January 2025)'),
    text: text(
      '2025年1月1日至31日，属地主管部门用二十七项清单核对企业的自查；敷衍或没有改完的，派技术力量核查并督促。',
      'From 1 to 31 January 2025 the local offices check the self-inspections against the 27 items; where one was careless or unfinished, technical teams verify and urge.',
    ),
    who: ['office'],
    duty: 'procedure',
    answers: [matters.campaign, matters.inspection, matters.rectification],
    crosswalk: [
      {
        clause: 'final/28.1',
        difference: text('检查和限期整改的法定依据。', 'The legal basis of inspection and rectification.'),
      },
    ],
  },
  {
    number: 'plan.3',
    heading: text('评估成效（至2025-02-14）', 'Looking at the results (until 2025-02-14)'),
    text: text(
      '2025年2月14日之前，各地总结行动成效，回看指导意见发布以来的举措，找出难点并定下后续办法。',
      'By 14 February 2025 each place sums up what the action achieved, looks back over what was done since the Guiding Opinions, names what is hard and decides what comes next.',
    ),
    who: ['office'],
    duty: 'procedure',
    answers: [matters.campaign, pages.campaignDashboard, pages.figures],
    crosswalk: [
      {
        clause: 'opinions/goal.1',
        difference: text('回顾三年目标的实现情况。', 'Looks back at the three-year goals.'),
      },
    ],
  },
  {
    number: 'plan.4',
    heading: text('举报渠道（行动期间）', 'A way to report (throughout)'),
    text: text(
      '行动期间各地公布举报算法问题的渠道，核实线索，督促平台整改，并把结果告诉举报人。',
      'Throughout the action each place publishes how algorithm problems can be reported, verifies what comes in, has platforms mend it, and tells the person who reported what was done.',
    ),
    who: ['office', 'public'],
    duty: 'procedure',
    answers: [matters.complaint, engine.monitoring],
    crosswalk: [
      {
        clause: 'final/30',
        difference: text(
          '规定赋予任何人投诉举报的途径，不限于行动期间。',
          'The regulation lets anyone report at any time.',
        ),
      },
    ],
  },
];
