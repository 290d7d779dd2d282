import { checks, clocks, engine, guards, matters, pages } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Chapter 3, articles 16 to 22: the rights of users, minors, the elderly, workers and consumers. */
export const rights: readonly ClauseSource[] = [
  {
    number: '16',
    heading: text('告知和公示', 'Notice and publication'),
    text: text(
      '醒目地告诉用户正在使用算法推荐，并用合适的方式公开其原理、目的和主要运行机制。',
      'Users are told conspicuously that an algorithm recommends; its principle, its purpose and its main mechanisms are published in a suitable way.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '31',
    answers: [matters.filing, pages.record, checks.noticeShown, pages.siteNotice],
  },
  {
    number: '17.1',
    heading: text('关闭个性化推荐', 'Switching personalisation off'),
    text: text(
      '给用户一个不依据个人特征的选项，或者一个方便的关闭开关；用户一关，就要立刻停。',
      'Users get an option that does not rest on their personal traits, or an easy switch to turn recommendation off. Off means off at once.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '31',
    answers: [
      pages.userControls,
      guards.userControls,
      checks.optOutHonoured,
      checks.optOutReachable,
      checks.impersonalResults,
    ],
  },
  {
    number: '17.2',
    heading: text('选择或者删除个人标签', 'Choosing or deleting personal tags'),
    text: text(
      '用户可以自己挑选或者删掉推荐所用的、反映其个人特征的标签。',
      'Users can choose or delete the tags about their personal traits that recommendation uses.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '31',
    answers: [pages.userControls, guards.userControls, checks.deletedTagsUnused, checks.tagsShown],
  },
  {
    number: '17.3',
    heading: text('重大影响的说明', 'Explaining significant effects'),
    text: text(
      '算法对用户权益有重大影响的，提供者依法作出说明，并承担相应责任。个人请求说明的权利另见个人信息保护法第二十四条。',
      'Where an algorithm significantly affects the rights and interests of a user, the provider explains it as the law requires and answers for it. The individual’s right to ask is found in article 24 of the personal-information law.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '31',
    answers: [matters.explanation, engine.decisionRecord],
  },
  {
    number: '18.1',
    heading: text('未成年人：适合的模式和内容', 'Minors: a fitting mode and content'),
    text: text(
      '面向未成年人时，依法尽到网络保护义务，通过适龄模式和适合的服务，让他们容易得到有益身心的内容。',
      'A service for minors fulfils the duties of online protection, and by a mode and services made for their age lets them easily find what is good for body and mind.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '32',
    answers: [guards.minorsMode, checks.minorsExposure],
  },
  {
    number: '18.2',
    heading: text('未成年人：不得推送有害信息、诱导沉迷', 'Minors: nothing harmful, no addiction'),
    text: text(
      '不得向未成年人推送会让其模仿危险举动、违背公德或者染上不良嗜好的信息，也不得用推荐诱使其沉迷网络。',
      'Nothing may be pushed to minors that could lead them to imitate unsafe acts, offend public morals or take up bad habits; nor may recommendation lure them into addiction.',
    ),
    who: ['provider'],
    duty: 'prohibition',
    sanctionedBy: '32',
    answers: [guards.minorsMode, checks.minorsExposure, checks.minorsTime],
  },
  {
    number: '19',
    heading: text('老年人', 'The elderly'),
    text: text(
      '保障老年用户的权益，照顾其在出行、看病、购物、办事上的需要，提供适老化服务；监测、识别和处置涉诈信息，让老年人用得安全。',
      'The rights of older users are protected and their needs in travel, medical care, shopping and public business considered, with services suited to them. Fraudulent information is watched for, recognised and dealt with, so that they can use the service safely.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '32',
    answers: [checks.elderlyAvailability, checks.elderlyFraud],
  },
  {
    number: '20',
    heading: text('劳动者', 'Workers'),
    text: text(
      '为劳动者派工的，要保护其报酬、休息等权益，完善派单、计酬和支付、工时、奖惩方面的算法。',
      'Whoever dispatches work protects the workers’ pay, rest and other rights, and keeps proper algorithms for allocating orders, forming and paying remuneration, working time, and rewards and penalties.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '32',
    answers: [
      checks.workerPay,
      checks.orderShare,
      checks.feasibleTime,
      checks.workingHours,
      checks.workerPenalties,
      matters.appeal,
    ],
  },
  {
    number: '21',
    heading: text('消费者：不得不合理差别待遇', 'Consumers: no unreasonable difference in treatment'),
    text: text(
      '保护消费者公平交易的权利，不得按其喜好和消费习惯，用算法在价格等条件上区别对待。',
      'The consumer’s right to fair dealing is protected: algorithms must not set prices or other terms unreasonably apart by a person’s preferences or buying habits.',
    ),
    who: ['provider'],
    duty: 'prohibition',
    sanctionedBy: '32',
    answers: [checks.differentialPricing, checks.differentialTerms, checks.listPrice],
  },
  {
    number: '22',
    heading: text('申诉、投诉、举报', 'Appeals, complaints, reports'),
    text: text(
      '设立方便有效的申诉、投诉、举报入口，公布办理流程和反馈时限，及时受理、处理并告知结果。没有法定天数，以提供者自己公布的时限为准。',
      'Easy and effective entries for appeals, complaints and reports are set up, with a published procedure and time limit for feedback; what comes in is accepted, handled and answered promptly. No number of days is set by law: the provider’s own published time limit binds it.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '31',
    answers: [
      matters.complaint,
      matters.appeal,
      matters.responsibility,
      pages.complaints,
      pages.commitments,
      clocks.complaintToAnswer,
      clocks.appealToAnswer,
      checks.timelyAnswers,
      pages.complaintsAnswered,
    ],
  },
];
