import { text } from '@suanjian/rulebook';

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

const both = ({ zh, en }: { readonly zh: string; readonly en: string }) => [
  { '@language': 'zh', '@value': zh },
  { '@language': 'en', '@value': en },
];

/** DCAT 3 in JSON-LD: one dataset with its three files. */
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
  'dcat:dataset': [
    {
      '@type': 'dcat:Dataset',
      '@id': `${address}/open-data#register`,
      'dct:title': both(title),
      'dct:description': both(description),
      'dcat:landingPage': { '@id': `${address}/register` },
      'dct:accrualPeriodicity': { '@id': 'http://purl.org/cld/freq/continuous' },
      'dcat:distribution': dataFiles.map(({ path, name, type }) => ({
        '@type': 'dcat:Distribution',
        '@id': `${address}${path}`,
        'dct:title': name,
        'dcat:accessURL': { '@id': `${address}/open-data` },
        'dcat:downloadURL': { '@id': `${address}${path}` },
        'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${type}` },
      })),
    },
  ],
});
