import { checks, engine, guards, matters, pages } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Articles 14 to 18 of the consultation draft: the rights of users, minors, workers and consumers. */
export const rights: readonly ClauseSource[] = [
  {
    number: '14',
    heading: text('告知和公示', 'Notice and publication'),
    text: text(
      '醒目地告诉用户正在使用算法推荐，并用合适的方式公开其原理、目的和运行机制。',
      'Users are told conspicuously that an algorithm recommends; its principle, purpose and mechanism are published in a suitable way.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '27',
    answers: [matters.filing, pages.record, checks.noticeShown, pages.siteNotice],
  },
  {
    number: '15.1',
    heading: text('关闭个性化推荐', 'Switching personalisation off'),
    text: text(
      '给用户一个不依据个人特征的选项，或者一个方便的关闭开关；用户一关，就要立刻停。',
      'Users get an option that does not rest on their personal traits, or an easy switch to turn recommendation off. Off means off at once.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '28',
    answers: [
      pages.userControls,
      guards.userControls,
      checks.optOutHonoured,
      checks.optOutReachable,
      checks.impersonalResults,
    ],
  },
  {
    number: '15.2',
    heading: text('选择、修改或者删除标签', 'Choosing, changing or deleting tags'),
    text: text(
      '用户可以自己挑选、改动或者删掉推荐所用的标签。',
      'Users can choose, change or delete the tags that recommendation uses about them.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '27',
    answers: [pages.userControls, guards.userControls, checks.deletedTagsUnused, checks.tagsShown],
  },
  {
    number: '15.3',
    heading: text('请求说明和补救', 'Explanation and remedy'),
    text: text(
      '用户觉得算法对自己的权益有重大影响的，可以要求提供者说明，并作出改进或者补救。',
      'A user who finds that an algorithm significantly affects his or her rights and interests may ask the provider for an explanation and for improvement or remedy.',
    ),
    who: ['user', 'provider'],
    duty: 'right',
    sanctionedBy: '28',
    answers: [matters.explanation, engine.decisionRecord],
  },
  {
    number: '16',
    heading: text('未成年人', 'Minors'),
    text: text(
      '面向未成年人时，依法保护，提供适龄的模式和服务，让他们容易得到有益身心的内容；不得推送会让其模仿危险举动、违背公德或者染上不良嗜好的信息，也不得诱使其沉迷。',
      'A service for minors protects them as the law requires, with a mode and services made for their age that let them find what is good for body and mind. Nothing may be pushed to them that could lead them to imitate unsafe acts, offend public morals or take up bad habits; they must not be lured into addiction.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '28',
    answers: [guards.minorsMode, checks.minorsExposure, checks.minorsTime],
  },
  {
    number: '17',
    heading: text('劳动者', 'Workers'),
    text: text(
      '为劳动者派工的，要完善派单、计酬和支付、工时、奖惩方面的算法，尽到保障劳动者权益的义务。',
      'Whoever dispatches work keeps proper algorithms for allocating orders, forming and paying remuneration, working time, and rewards and penalties, and fulfils the duty to protect workers.',
    ),
    who: ['provider'],
    duty: 'obligation',
    sanctionedBy: '28',
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
    number: '18',
    heading: text('消费者：不得不合理差别待遇', 'Consumers: no unreasonable difference in treatment'),
    text: text(
      '保护消费者权益，不得按其喜好和消费习惯，用算法在价格等条件上区别对待。',
      'Consumers are protected: algorithms must not set prices or other terms unreasonably apart by a person’s preferences or buying habits.',
    ),
    who: ['provider'],
    duty: 'prohibition',
    sanctionedBy: '28',
    answers: [checks.differentialPricing, checks.differentialTerms, checks.listPrice],
  },
];
