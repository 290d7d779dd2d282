import { text, type Text } from '@suanjian/rulebook';

const title = text('算法备案公示库', 'Register of filed algorithms');
const description = text(
  '依法公示的已备案算法：编号、名称、主体、产品、用途、公告和历史。企业自行填报，公示不代表认可。',
  'Filed algorithms as published by law: number, name, subject, products, purpose, announcements and history. Declared by the companies; publication is no endorsement.',
);

export const dataFiles = [
  { path: '/open-data/register.csv', name: 'CSV', type: 'text/csv' },
  { path: '/open-data/register.jsonl', name: 'JSON Lines', type: 'application/x-ndjson' },
  { path: '/open-data/register.parquet', name: 'Parquet', type: 'application/vnd.apache.parquet' },
] as const;

interface Dataset {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly page: string;
  readonly files: readonly { readonly path: string; readonly name: string; readonly type: string }[];
}

const twoForms = (name: string): Dataset['files'] => [
  { path: `/open-data/${name}.csv`, name: 'CSV', type: 'text/csv' },
  { path: `/open-data/${name}.jsonl`, name: 'JSON Lines', type: 'application/x-ndjson' },
];

const datasets: readonly Dataset[] = [
  { name: 'register', title, description, page: '/register', files: dataFiles },
  {
    name: 'decisions',
    title: text('公布的处罚决定', 'Published decisions'),
    description: text(
      '已经送达并由主管部门公布的处罚决定，含更正和撤回公开的说明。',
      'Penalty decisions that were served and published by an office, with corrections and the reasons for withdrawals.',
    ),
    page: '/decisions',
    files: twoForms('decisions'),
  },
  {
    name: 'adoptions',
    title: text('采用行业标准的情况', 'Who keeps to industry standards'),
    description: text(
      '哪家企业自何日起采用行业标准的哪个版本，退出的写明理由。',
      'Which company keeps to which version of an industry standard since when, and why one was given up.',
    ),
    page: '/standards',
    files: twoForms('adoptions'),
  },
  {
    name: 'complaints-answered',
    title: text('企业按承诺时限答复投诉', 'Complaints answered in the published time'),
    description: text(
      '公布了答复时限的企业最近十二个整月的件数。不足十件的不公布，能推算出来的也不公布。',
      'Counts of twelve whole months for providers that have published a time limit. None below ten is given, nor any from which one could be worked out.',
    ),
    page: '/punctuality/complaints',
    files: twoForms('complaints-answered'),
  },
];

const both = ({ zh, en }: { readonly zh: string; readonly en: string }) => [
  { '@language': 'zh', '@value': zh },
  { '@language': 'en', '@value': en },
];

/** DCAT 3 in JSON-LD: each dataset with its files. */
export const catalog = (address: string) => ({
  '@context': {
    dcat: 'http://www.w3.org/ns/dcat#',
    dct: 'http://purl.org/dc/terms/',
    foaf: 'http://xmlns.com/foaf/0.1/',
  },
  '@type': 'dcat:Catalog',
  '@id': `${address}/open-data/catalog.jsonld`,
  'dct:title': both(text('算鉴开放数据', 'Open data of Suanjian')),
  'dct:language': ['zh', 'en'],
  'foaf:homepage': { '@id': `${address}/open-data` },
  'dcat:dataset': datasets.map(({ name, title, description, page, files }) => ({
    '@type': 'dcat:Dataset',
    '@id': `${address}/open-data#${name}`,
    'dct:title': both(title),
    'dct:description': both(description),
    'dcat:landingPage': { '@id': `${address}${page}` },
    'dct:accrualPeriodicity': { '@id': 'http://purl.org/cld/freq/continuous' },
    'dcat:distribution': files.map(({ path, name: form, type }) => ({
      '@type': 'dcat:Distribution',
      '@id': `${address}${path}`,
      'dct:title': form,
      'dcat:accessURL': { '@id': `${address}/open-data` },
      'dcat:downloadURL': { '@id': `${address}${path}` },
      'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${type}` },
    })),
  })),
});
