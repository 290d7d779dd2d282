import { clocks, matters } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Articles 6 and 7: the report, where it goes and until when. */
export const report: readonly ClauseSource[] = [
  {
    number: '6',
    heading: text('整改与报告', 'Mending and the report'),
    text: text(
      '评估中发现隐患就改，改到没有为止。合格后写成报告，分四部分：服务的基本情况和证照、制度措施及其防控效果、结论、其他需要说明的事。',
      'Hazards found are mended until none is left. Then a report is written in four parts: the service and its licences, the rules and measures with their effect, the conclusion, and anything else worth saying.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [matters.assessment, matters.rectification],
    crosswalk: [
      {
        clause: 'final/24.1',
        difference: text(
          '备案另须提交算法自评估报告，与本报告不同。',
          'Filing asks for a self-assessment of the algorithm, which is another report.',
        ),
      },
    ],
  },
  {
    number: '7',
    heading: text('报告交给谁、何时交', 'Where the report goes, and when'),
    text: text(
      '报告通过全国互联网安全管理服务平台交给所在地地市以上的网信部门和公安机关。情形一、二在上线或增设之前交；情形三、四、五自发生之日起三十个工作日内交。',
      'The report goes through the national internet safety service platform to the network office and the police of city level or above of the place: before the launch or addition in situations one and two, within 30 working days of the event in situations three to five.',
    ),
    who: ['provider'],
    duty: 'obligation',
    deadlines: [
      {
        name: 'toReport',
        length: 30,
        unit: 'working-day',
        direction: 'after',
        event: text(
          '发生情形三、四或五（用户大增、有害信息扩散、书面通知）',
          'situation three, four or five occurs (many more users, harmful information spread, written notice)',
        ),
        bearer: 'provider',
      },
      {
        // A civil date cannot tell hours: the last day that is surely before the launch is the day before it.
        name: 'beforeLaunch',
        length: 1,
        unit: 'calendar-day',
        direction: 'before',
        event: text(
          '服务、新技术上线或者功能增设之日（须在此之前交）',
          'the day the service, technique or function goes live (the report comes before it)',
        ),
        bearer: 'provider',
      },
    ],
    answers: [matters.assessment, clocks.assessmentToReport],
  },
];
