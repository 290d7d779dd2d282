import { checks, engine, matters, pages } from '../../answers.ts';
import type { ClauseSource } from '../../edition.ts';
import { text } from '../../text.ts';

/** Family two, items 9 to 11: charts and hot searches. */
export const charts: readonly ClauseSource[] = [
  {
    number: '9',
    heading: text('热搜榜单：公示规则', 'Charts: published rules'),
    text: text(
      '榜单怎样排、依据什么、哪些因素最要紧，都要公开，并举例讲明白。',
      'How a chart is ordered, on what basis and by which main factors is public and explained with an example.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.chartRules],
    crosswalk: [
      {
        clause: 'final/16',
        difference: text(
          '规定要求公示基本原理，清单专就榜单并要求举例。',
          'The regulation asks for the basic principle; the checklist is about charts and wants an example.',
        ),
      },
    ],
  },
  {
    number: '10',
    heading: text('热搜榜单：留存日志', 'Charts: logs kept'),
    text: text(
      '留存每一时刻的榜单名次以及热度是怎样算出来的数据，使名次可以复核。',
      'The chart’s ranks at each time and the data from which heat was computed are kept, so that a rank can be verified.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [
      checks.chartRecompute,
      checks.chartChurn,
      checks.chartGaps,
      checks.logCoverage,
      checks.logRetention,
      engine.retention,
    ],
    crosswalk: [
      {
        clause: 'final/28.2',
        difference: text(
          '规定要求依法留存日志，清单写明榜单日志的内容。',
          'The regulation asks for logs by law; the checklist says what a chart’s log holds.',
        ),
      },
    ],
  },
  {
    number: '11',
    heading: text('热搜榜单：识别水军', 'Charts: hired accounts'),
    text: text(
      '有办法发现异常账号，防止刷榜和操控热搜，并能说明发现和处理了多少。',
      'There are means to find abnormal accounts and keep them from driving charts and hot searches, and figures of what was found and done.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [
      checks.lockstepEngagement,
      checks.engagementBursts,
      checks.registrationBursts,
      checks.deviceReuse,
      checks.accountHandover,
    ],
    crosswalk: [
      {
        clause: 'final/14',
        difference: text(
          '规定禁止企业自己操纵，清单要求防范他人操纵。',
          'The regulation bars manipulation by the provider; the checklist wants protection against others.',
        ),
      },
    ],
  },
];

/** Family three, items 12 to 15: people who work by an algorithm's orders. */
export const workers: readonly ClauseSource[] = [
  {
    number: '12',
    heading: text('劳动者权益：升级效果', 'Workers: effect of new releases'),
    text: text(
      '每次算法升级后统计超时单的比例、平均超时和交通事故的变化，数据和日志留存备查。',
      'After each release the share of late orders, the average lateness and traffic accidents are counted, and data and logs are kept for inspection.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.deliveryOutcomes, checks.feasibleTime],
    crosswalk: [
      {
        clause: 'final/20',
        difference: text(
          '规定要求保护劳动者，清单要求拿出升级前后的数字。',
          'The regulation protects workers; the checklist wants figures before and after.',
        ),
      },
    ],
  },
  {
    number: '13',
    heading: text('劳动者权益：公开规则', 'Workers: open rules'),
    text: text(
      '送达时间怎么估、路线怎么定、配送费由哪些部分组成，都要公示。',
      'How arrival is estimated, how routes are set and what the delivery fee consists of is published.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [checks.feeLines, pages.serviceRules],
    crosswalk: [
      { clause: 'final/16', difference: text('公示机制的一般义务。', 'The general duty to publish the mechanism.') },
      { clause: 'final/20', difference: text('劳动者保护的一般义务。', 'The general protection of workers.') },
    ],
  },
  {
    number: '14',
    heading: text('劳动者权益：申诉入口', 'Workers: a place to appeal'),
    text: text(
      '设有申诉和投诉举报的入口并及时处理，因交通管制、事故、恶劣天气而超时的也能申诉。',
      'There is a place to appeal, complain and report, handled in time; lateness caused by traffic control, an accident or bad weather can be appealed too.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [matters.appeal, matters.complaint, checks.timelyAnswers],
    crosswalk: [
      {
        clause: 'final/22',
        difference: text(
          '规定的申诉入口，清单补充不可控因素。',
          'The same channel; the checklist adds causes beyond control.',
        ),
      },
    ],
  },
  {
    number: '15',
    heading: text('劳动者权益：申诉流程', 'Workers: how an appeal goes'),
    text: text(
      '讲清申诉怎么走、多久答复，公开近来成功的例子，并保存处理记录。',
      'How an appeal goes and how soon it is answered is explained, recent successful ones are published, and the handling is logged.',
    ),
    who: ['provider'],
    duty: 'obligation',
    answers: [matters.appeal, pages.commitments, checks.publishedCases, checks.timelyAnswers],
    crosswalk: [
      {
        clause: 'final/22',
        difference: text(
          '规定要求公布流程和时限，清单另要公开成功案例。',
          'The regulation asks for procedure and time limit; the checklist also for successful cases.',
        ),
      },
    ],
  },
];
