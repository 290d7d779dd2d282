import { composeFilingNumber, formatFilingNumber, type FilingNumber } from '@suanjian/register';

/** Announced records, all invented: the words that the journeys look for, and one of every oddity. */
const columns = [
  'list',
  'batch',
  'seq',
  'algorithmName',
  'classOrRole',
  'subject',
  'product',
  'purpose',
  'filingNo',
  'remark',
  'announcementUrl',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string>>;

const url = 'https://announcements.example/2024';
const printed = (number: FilingNumber): string => formatFilingNumber(number);

export const announced = {
  /** Found by 晚风; once under another company's name. */
  eveningWind: composeFilingNumber({
    place: '110108',
    subject: '4567012',
    type: 'personalised-push',
    year: 2023,
    serial: 1,
  }),
  /** Same company, another kind. */
  eveningWindSearch: composeFilingNumber({
    place: '110108',
    subject: '4567012',
    type: 'search',
    year: 2023,
    serial: 1,
  }),
  cancelled: composeFilingNumber({
    place: '310104',
    subject: '7700231',
    type: 'ranking-selection',
    year: 2022,
    serial: 1,
  }),
  generated: composeFilingNumber({ place: '440305', subject: '1209844', type: 'generative', year: 2024, serial: 2 }),
} as const;

const brokenDigits = `${announced.eveningWindSearch.slice(0, 20)}${(Number(announced.eveningWindSearch[20]) + 3) % 10}`;

const rows: readonly Row[] = [
  {
    list: 'recommendation',
    batch: '2023-08',
    seq: '1',
    algorithmName: '晚风阅读文章推荐算法',
    classOrRole: '个性化推送类',
    subject: '北京晚风示例阅读有限公司',
    product: '晚风阅读（APP、小程序）',
    purpose: '根据读者近期的阅读行为推荐文章，帮助读者发现感兴趣的内容。',
    filingNo: printed(announced.eveningWind),
    remark: '原主体名称“北京晚风示例书店有限公司”变更为“北京晚风示例阅读有限公司”',
    announcementUrl: url,
  },
  {
    list: 'recommendation',
    batch: '2023-08',
    seq: '2',
    algorithmName: '晚风阅读站内检索算法',
    classOrRole: '检索过滤类',
    subject: '北京晚风示例阅读有限公司',
    product: '晚风阅读（APP）',
    purpose: '按关键词检索书库，按相关程度排列。',
    filingNo: printed(announced.eveningWindSearch),
    remark: '',
    announcementUrl: url,
  },
  {
    list: 'recommendation',
    batch: '2022-10',
    seq: '3',
    algorithmName: '晚风短片精选算法',
    classOrRole: '排序精选类',
    subject: '上海示例短片有限公司',
    product: '示例短片（APP）',
    purpose: '从投稿里选出当天的短片。',
    filingNo: printed(announced.cancelled),
    remark: '已注销',
    announcementUrl: url,
  },
  {
    list: 'deep_synthesis',
    batch: '2024-04',
    seq: '4',
    algorithmName: '示例写作助手生成算法',
    classOrRole: '服务提供者',
    subject: '深圳示例写作有限公司',
    product: '示例写作（网站）',
    purpose: '按已写的文字续写草稿。',
    filingNo: printed(announced.generated),
    remark: '',
    announcementUrl: url,
  },
  {
    list: 'recommendation',
    batch: '2023-08',
    seq: '5',
    algorithmName: '示例抄录有误算法',
    classOrRole: '检索过滤类',
    subject: '北京示例抄录有限公司',
    product: '示例检索（网站）',
    purpose: '编号的校验位不对，照公告原样保留。',
    filingNo: `网信算备${brokenDigits}号`,
    remark: '',
    announcementUrl: url,
  },
];

/** More than one page of results. */
const many: readonly Row[] = Array.from({ length: 30 }, (_, index) => ({
  list: 'recommendation',
  batch: `2023-${String((index % 12) + 1).padStart(2, '0')}`,
  seq: String(index + 10),
  algorithmName: `示例商店第 ${index + 1} 店商品推荐算法`,
  classOrRole: '个性化推送类',
  subject: `示例商店第 ${index + 1} 店有限公司`,
  product: '示例商店（APP）',
  purpose: '推荐可能需要的商品。',
  filingNo: printed(
    composeFilingNumber({
      place: index % 2 === 0 ? '330106' : '440305',
      subject: String(2_000_000 + index * 7919),
      type: 'personalised-push',
      year: 2023,
      serial: 1,
    }),
  ),
  remark: '',
  announcementUrl: url,
}));

export const registerTable = (): string =>
  [columns.join('\t'), ...[...rows, ...many].map((row) => columns.map((column) => row[column]).join('\t'))].join('\n') +
  '\n';

export const registerWords = (): readonly string[] => [...rows, ...many].flatMap((row) => Object.values(row));
