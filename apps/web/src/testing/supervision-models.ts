import type {
  AnsweredByProvider,
  ComplaintsAnsweredModel,
  GovernanceFigures,
  PublicCampaignModel,
  PublishedDecisionModel,
  RiskNoticeModel,
  StandardsOfBodyModel,
} from '@suanjian/contracts';
import { text } from '@suanjian/rulebook';
import { hostile } from './models.ts';

const decision: PublishedDecisionModel = {
  id: 'd1',
  company: '示例云雀科技有限公司',
  number: '110101135224302220029',
  place: '330000',
  clauses: ['final/17.1', 'final/21'],
  decidedOn: '2026-02-01',
  servedOn: '2026-02-03',
  publishedOn: '2026-02-10',
  words: `警告，通报批评。\n限期改正。${hostile}`,
  corrections: [],
};

export const decisions: readonly PublishedDecisionModel[] = [
  decision,
  { ...decision, id: 'd2', corrections: [{ on: '2026-02-12', explanation: '金额误写，已改。' }] },
  {
    ...decision,
    id: 'd3',
    overturned: { on: '2026-02-20', outcome: 'changed', title: text('变更', 'changed') },
  },
  {
    id: 'd4',
    company: hostile,
    place: '000000',
    clauses: [],
    publishedOn: '2026-02-10',
    corrections: [{ on: '2026-02-12', explanation: '金额误写，已改。' }],
    withdrawn: { on: '2026-02-22', explanation: '决定已经变更，原内容不再适用。' },
  },
];

const notice: RiskNoticeModel = {
  id: 'r1',
  company: '示例云雀科技有限公司',
  service: '示例云雀短片',
  number: '110101135224302220029',
  place: '330000',
  publishedOn: '2026-02-10',
  words: '这项服务拒绝安全评估，使用时请留意。',
};

export const riskNotices: readonly RiskNoticeModel[] = [
  notice,
  {
    id: 'r2',
    company: hostile,
    service: hostile,
    place: '330000',
    publishedOn: '2026-02-10',
    lifted: { on: '2026-03-01', explanation: '已经完成评估。' },
  },
];

const campaign: PublicCampaignModel = {
  id: 'c1',
  title: '示例浙江算法治理行动',
  place: '330000',
  preset: text('算法综合治理（2022）', 'Comprehensive governance of algorithms (2022)'),
  clauses: ['campaign/1', 'campaign/2.1'],
  tasks: [{ clause: 'campaign/2.1', title: text('自查自纠', 'Self-inspection') }],
  from: '2026-01-05',
  until: '2026-06-30',
  commitment: 'a'.repeat(64),
  closed: false,
  progress: { targets: 11, asked: 10, submitted: 6, accepted: 4, unfiled: 1, urged: 1 },
};

export const campaigns: readonly PublicCampaignModel[] = [
  campaign,
  { ...campaign, id: 'c2', closed: true, closing: { on: '2026-07-01', words: '发现一处入口过深，已责令整改。' } },
  {
    ...campaign,
    id: 'c3',
    title: hostile,
    place: '000000',
    clauses: [],
    tasks: [],
    closed: true,
    closing: { on: '2026-07-01' },
    progress: { targets: 0, asked: 0, submitted: 0, accepted: 0, unfiled: 0, urged: 0 },
  },
];

export const standards: readonly StandardsOfBodyModel[] = [
  {
    id: 's1',
    body: '示例资讯算法自律联盟',
    ended: false,
    versions: [
      {
        code: '示例-01',
        version: '1.1',
        title: '个性化推荐的关闭选项',
        from: '2026-02-01',
        publishedOn: '2026-01-20',
        pack: 'b'.repeat(64),
        words: '从首页两步以内可以到达关闭选项。',
        thresholds: [
          { check: 'opt-out-honoured', bound: '关闭以后的个性化展示为零' },
          { check: hostile, bound: hostile },
        ],
      },
      {
        code: '示例-01',
        version: '1.0',
        title: '个性化推荐的关闭选项',
        from: '2025-02-01',
        publishedOn: '2025-01-20',
        pack: 'c'.repeat(64),
        words: hostile,
        thresholds: [],
        withdrawn: { on: '2026-02-01', reason: '被 1.1 取代。' },
      },
    ],
    adoptions: [
      {
        company: '示例云雀科技有限公司',
        code: '示例-01',
        title: '个性化推荐的关闭选项',
        adopted: { version: '1.1', on: '2026-02-05' },
        earlier: [{ version: '1.0', on: '2025-03-01' }],
      },
      {
        company: hostile,
        code: '示例-01',
        title: '个性化推荐的关闭选项',
        adopted: { version: '1.0', on: '2025-03-01' },
        earlier: [],
        withdrawn: { on: '2025-09-01', reason: '做不到。' },
      },
    ],
  },
  { id: 's2', body: hostile, ended: true, versions: [], adoptions: [] },
];

export const hiddenCounts: AnsweredByProvider = {
  provider: 'p2',
  name: hostile,
  total: { received: 81, inTime: 40, late: 'few', openInTime: 'withheld', openLate: 15, ended: 15 },
  rows: [],
};

export const answered: ComplaintsAnsweredModel = {
  asOf: '2026-03-02',
  from: '2025-03',
  until: '2026-02',
  providers: [
    {
      provider: 'p1',
      name: '示例云雀科技有限公司',
      total: { received: 1240, inTime: 1100, late: 60, openInTime: 40, openLate: 20, ended: 20 },
      rows: [
        {
          month: '2026-02',
          kind: 'differential-price',
          received: 90,
          inTime: 70,
          late: 'few',
          openInTime: 'few',
          openLate: 'few',
          ended: 'few',
        },
        {
          month: '2026-01',
          kind: 'new-kind',
          received: 90,
          inTime: 30,
          late: 15,
          openInTime: 15,
          openLate: 15,
          ended: 15,
        },
      ],
      other: { received: 1060, inTime: 1000, late: 'few', openInTime: 'few', openLate: 'few', ended: 'few' },
    },
    hiddenCounts,
  ],
};

const meaning = text('含义。', 'A meaning.');

export const governance: GovernanceFigures = {
  asOf: '2026-03-02',
  parts: [
    {
      name: 'filing',
      title: text('备案', 'Filing'),
      clauses: ['opinions/9'],
      figures: [
        {
          name: 'records',
          title: text('备案的算法', 'Filed algorithms'),
          meaning,
          value: 7300,
          unit: 'count',
          path: '/register',
        },
        { name: 'orders', title: text('责令整改', 'Orders'), meaning, value: 'few', unit: 'count' },
        { name: 'punctuality', title: text('按时率', 'Share in time'), meaning, value: 987, unit: 'share' },
      ],
    },
  ],
};
