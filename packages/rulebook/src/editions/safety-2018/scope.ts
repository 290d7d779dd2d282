import { clocks, matters, pages, schemes } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

const submittedBeforeLaunch = text(
  '按第七条，须在上线或增设之前交报告。',
  'Under article 7 the report is due before the launch or addition.',
);
const submittedAfterEvent = text(
  '按第七条，须在事情发生后三十个工作日内交报告。',
  'Under article 7 the report is due within 30 working days of the event.',
);
const underFinal27 = text(
  '推荐管理规定第二十七条所说国家有关规定之一。',
  'One of the state’s rules that article 27 of the recommendation regulation refers to.',
);

/** Articles 2 to 4: which services, what triggers an assessment, who may carry it out. */
export const scope: readonly ClauseSource[] = [
  {
    number: '2',
    heading: text('哪些服务在内', 'Which services are meant'),
    text: text(
      '两类：一是论坛、博客、聊天室、群组、公众号、短视频、直播、信息分享、小程序等，或者带有这些功能的服务；二是其他让公众发表意见、或者能发动公众去做某件事的服务。',
      'Two kinds: forums, blogs, chat rooms, groups, public accounts, short video, live streams, sharing, mini-programs and the like, or services with such functions; and any other service through which the public voices opinions or can be moved to do something.',
    ),
    who: ['provider'],
    duty: 'definition',
    answers: [pages.guide, schemes.grading],
    crosswalk: [
      {
        clause: 'final/24.1',
        difference: text(
          '备案义务针对同样具有舆论属性或者动员能力的服务。',
          'The duty to file rests on services with the same attributes.',
        ),
      },
      { clause: 'final/27', difference: underFinal27 },
    ],
  },
  {
    number: '3',
    heading: text('自行评估并负责', 'Assess and answer for it'),
    text: text(
      '出现五种情形之一，提供者就要自己做安全评估，并对评估结果负责。',
      'In any of five situations the provider carries out a safety assessment of its own and answers for the result.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '13',
    answers: [matters.assessment],
    crosswalk: [
      { clause: 'final/27', difference: underFinal27 },
      {
        clause: 'draft/23.1',
        difference: text('征求意见稿的对应条款。', 'The corresponding clause of the consultation draft.'),
      },
    ],
  },
  {
    number: '3.1',
    heading: text('情形一：上线或增设功能', 'Trigger one: launch or new function'),
    text: text(
      `在内的服务上线，或者已有服务加上这类功能。${submittedBeforeLaunch.zh}`,
      `A service that is meant goes live, or a service gains such a function. ${submittedBeforeLaunch.en}`,
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '13',
    answers: [matters.assessment],
    crosswalk: [
      {
        clause: 'final/24.1',
        difference: text(
          '同一上线还引起十个工作日内的备案。',
          'The same launch also starts the ten working days for filing.',
        ),
      },
    ],
  },
  {
    number: '3.2',
    heading: text('情形二：新技术带来重大变更', 'Trigger two: new technique, great change'),
    text: text(
      `用上新技术、新应用，功能、实现方式或资源配置大变，使影响舆论或动员公众的能力也大变。${submittedBeforeLaunch.zh}`,
      `New techniques or applications change functions, workings or resources so much that the power over opinion or mobilisation changes greatly. ${submittedBeforeLaunch.en}`,
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '13',
    answers: [matters.assessment],
    crosswalk: [
      {
        clause: 'final/24.2',
        difference: text(
          '备案信息因此改变的，另须办理变更。',
          'Where filed information changes with it, a change is filed too.',
        ),
      },
    ],
  },
  {
    number: '3.3',
    heading: text('情形三：用户大增', 'Trigger three: many more users'),
    text: text(
      `用户数明显增长，影响舆论或动员公众的能力随之大变。${submittedAfterEvent.zh}`,
      `Users grow so much that the power over opinion or mobilisation changes greatly. ${submittedAfterEvent.en}`,
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '13',
    answers: [matters.assessment, clocks.assessmentToReport],
  },
  {
    number: '3.4',
    heading: text('情形四：有害信息扩散', 'Trigger four: harmful information spread'),
    text: text(
      `违法有害的信息传开了，说明现有的安全措施挡不住风险。${submittedAfterEvent.zh}`,
      `Unlawful or harmful information has spread and shows that the safeguards do not hold. ${submittedAfterEvent.en}`,
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '13',
    answers: [matters.assessment, matters.incident, clocks.assessmentToReport],
  },
  {
    number: '3.5',
    heading: text('情形五：书面通知', 'Trigger five: written notice'),
    text: text(
      `地市以上的网信部门或公安机关书面要求评估。${submittedAfterEvent.zh}`,
      `A network office or police authority of city level or above asks for an assessment in writing. ${submittedAfterEvent.en}`,
    ),
    who: ['provider', 'office'],
    duty: 'obligation',
    sanctionedBy: '13',
    answers: [matters.assessment, clocks.assessmentToReport],
  },
  {
    number: '4',
    heading: text('自己做或委托他人', 'Own work or a third party'),
    text: text(
      '评估可由提供者自己做，也可交给第三方评估机构做。',
      'The provider may assess itself or commission a third-party assessor.',
    ),
    who: ['provider'],
    duty: 'right',
    answers: [matters.assessment],
  },
];
