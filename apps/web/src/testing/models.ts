import type {
  NumberCheckModel,
  PunctualityModel,
  RegisterFiguresModel,
  RegisterRecordModel,
  RegisterSearch,
} from '@suanjian/contracts';
import { explainFilingNumber } from '@suanjian/register';
import { civilDate, text } from '@suanjian/rulebook';

/** Something a stranger might have typed into a form. */
export const hostile = '"><script>alert(1)</script>&amp;\'';

export const search: RegisterSearch = {
  query: { q: '云雀', filters: { technique: ['generative'], province: ['33'] }, sort: 'relevance', page: 2, size: 20 },
  total: 45,
  estimated: false,
  pages: 3,
  facets: [
    {
      name: 'technique',
      values: [
        { value: 'generative', count: 45, selected: true },
        { value: 'search-filter', count: 2, selected: false },
      ],
    },
    { name: 'province', values: [{ value: '33', count: 45, selected: true }] },
    {
      name: 'status',
      values: [
        { value: 'filed', count: 44, selected: false },
        { value: 'cancelled', count: 1, selected: false },
      ],
    },
  ],
  hits: [
    {
      number: '110101135224302220029',
      printed: '网信算备110101135224302220029号',
      algorithmName: '云雀',
      subject: '云雀科技（杭州）有限公司',
      technique: 'generative',
      province: '33',
      status: 'cancelled',
      firstMonth: '2024-08',
      product: '云雀',
      purpose: '生成文字',
      flagged: true,
      exact: true,
    },
    {
      number: '330106000000002220018',
      printed: '示例算备330106000000002220018号',
      algorithmName: `云雀${hostile}`,
      subject: hostile,
      status: 'filed',
      firstMonth: '2024-09',
      product: '',
      purpose: hostile,
      flagged: false,
      exact: false,
    },
  ],
};

export const record: RegisterRecordModel = {
  number: '110101135224302220029',
  printed: '网信算备110101135224302220029号',
  status: 'filed',
  origin: 'filing',
  flags: [{ code: 'check-digit', message: text('校验位不符。', 'The check digit does not fit.') }],
  notes: [{ code: 'place', message: text('代码已停用。', 'The code is out of use.') }],
  content: {
    algorithmName: `云雀${hostile}`,
    subject: hostile,
    creditCode: '91330106MA00000000',
    technique: 'personalised-push',
    role: 'provider',
    place: '330106',
    products: [
      { name: '云雀', forms: ['app', 'website'], address: 'https://example.org/' },
      { name: '坏', forms: [], address: 'javascript:alert(1)' },
    ],
    productsAndOthers: true,
    purpose: '推荐新闻',
    version: '2.0',
    launched: '2024-03-01',
    applicationFields: ['information-management', '新闻'],
    disclosure: {
      algorithmName: '云雀',
      basicPrinciple: '原理',
      operatingMechanism: '机制',
      applicationScenario: '场景',
      purpose: '意图',
      publishedAt: 'https://example.org/notice',
    },
  },
  announcements: [
    {
      list: 'recommendation',
      batch: '2024-08',
      sequence: '7',
      url: 'https://example.org/a',
      differences: [{ field: 'algorithmName', before: '旧名', after: '新名' }],
    },
  ],
  history: [
    { when: '2024-08', title: text('首次公告', 'First announced'), tone: 'good', differences: [] },
    {
      possibleMonths: ['2024-09', '2024-10'],
      title: text('产品变更', 'Product changed'),
      tone: 'plain',
      items: ['甲', '乙'],
      from: '甲',
      to: '乙',
      differences: [],
    },
    {
      when: '2025-01-06',
      title: text('备案变更', 'Changed'),
      text: text('名称变更', 'Renamed'),
      basis: ['final/24.2'],
      tone: 'plain',
      differences: [{ field: 'disclosure.basicPrinciple', before: '原', after: hostile }],
    },
  ],
  remark: { text: '备注', rest: '读不懂的备注' },
  clocks: [
    {
      title: text('答复备案', 'Answer a filing'),
      bearer: 'office',
      clause: 'final/25',
      event: '2024-03-01',
      due: '2024-04-15',
      provisional: true,
      endedOn: '2024-04-16',
      standing: 'late',
    },
  ],
  published: {
    registers: {
      tags: [{ tag: hostile, kind: text('兴趣', 'An interest'), meaning: '多次看过足球内容。' }],
      news: {
        licence: '示例 0001',
        authority: '示例机关',
        until: '2027-03-01',
        publishedOn: '2026-03-18',
        sources: ['示例通讯社', hostile],
      },
      cases: [{ title: '交通管制', about: hostile, outcome: '退回扣款。', publishedOn: '2026-03-18' }],
    },
    rules: [
      {
        title: `规则${hostile}`,
        address: 'javascript:alert(1)',
        version: '2.0',
        since: '2024-03-01',
        publishedOn: '2024-02-20',
      },
      {
        title: '服务规则',
        address: 'https://example.org/rules',
        version: '1.0',
        since: '2023-03-01',
        publishedOn: '2023-02-20',
      },
    ],
    commitments: [
      {
        version: 3,
        from: '2099-01-01',
        holds: false,
        limits: [{ kind: 'appeal', title: text('答复申诉', 'Answering an appeal'), length: 1, unit: 'calendar-day' }],
      },
      {
        version: 2,
        from: '2024-03-01',
        holds: true,
        limits: [
          { kind: 'complaint', title: text('答复投诉', 'Answering a complaint'), length: 10, unit: 'working-day' },
          { kind: 'appeal', title: text('答复申诉', 'Answering an appeal'), length: 30, unit: 'calendar-day' },
        ],
      },
      {
        version: 1,
        from: '2023-03-01',
        holds: false,
        limits: [
          { kind: 'complaint', title: text('答复投诉', 'Answering a complaint'), length: 1, unit: 'working-day' },
        ],
      },
    ],
  },
  notice: text('企业自行填报。', 'Declared by the company.'),
};

export const figures: RegisterFiguresModel = {
  records: 3,
  subjects: 2,
  cancelled: 1,
  flagged: 0,
  months: [
    { value: '2024-01', count: 1 },
    { value: '2024-02', count: 0 },
    { value: '2024-03', count: 2 },
  ],
  techniques: [{ value: 'generative', count: 3 }],
  provinces: Array.from({ length: 12 }, (_, index) => ({
    value: ['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34'][index] ?? '',
    count: 12 - index,
  })),
};

export const checkOf = (asked: string): NumberCheckModel => {
  const { number: _number, ...explained } = explainFilingNumber(asked);
  return {
    asked,
    ...explained,
    near: [
      {
        number: '110101135224302220029',
        printed: '网信算备110101135224302220029号',
        algorithmName: '云雀',
        subject: hostile,
      },
    ],
  };
};

export const punctuality: PunctualityModel = {
  asOf: civilDate('2026-03-02'),
  rows: [
    { office: '33', clock: 'filing/toAnswer', onTime: 2, late: 1, openInTime: 5, openLate: 1 },
    { office: '00', clock: 'change/toAnswer', onTime: 0, late: 0, openInTime: 1, openLate: 0 },
  ],
};
