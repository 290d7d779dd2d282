import { text } from '@suanjian/rulebook';
import type { DataSet, Figure } from '../figure.ts';
import { printedRows } from '../printed.ts';

const name = 'fb-job-ad-delivery';

const codes: Readonly<Record<string, string>> = {
  Switzerland: 'CH',
  Germany: 'DE',
  France: 'FR',
  Poland: 'PL',
  Spain: 'ES',
};
const share = (where: string, job: string): Figure['what'] =>
  text(`${where} ${job}：女性份额`, `${where}, ${job}: women’s share`);

const facebook = (): readonly Figure[] => [
  ...printedRows(name, 'published_figure_4.csv').map(({ country = '', job = '', impr_rel: printed = '' }) => ({
    what: share(`Facebook ${country}`, job),
    printed,
    result: 'Facebook by country and job',
    by: { country, job },
    path: ['womensShare'],
  })),
  ...printedRows(name, 'published_figure_3.csv').map(({ job = '', impr_rel: printed = '' }) => ({
    what: share('Facebook', job),
    printed,
    result: 'Facebook by job',
    by: { job },
    path: ['womensShare'],
  })),
];

/** Spain's export is the broken one, so its cells and what is pooled over them cannot come out. */
const google = (): readonly Figure[] =>
  printedRows(name, 'published_figure_2.csv').flatMap(({ country: land = '', job = '', impr_rel: printed = '' }) => {
    const country = codes[land] ?? land;
    if (country === 'ES') return [];
    return [
      {
        what: share(`Google ${country}`, job),
        printed,
        result: 'Google by country and job',
        by: { country, job },
        path: ['womensShare'],
      },
    ];
  });

const reach = (set: string, gender: string, printed: string, what: Figure['what']): Figure => ({
  what,
  printed,
  result: 'reach in Germany',
  by: { '`Ad Set Name`': `DE - Germany - ${set}`, Gender: gender },
  path: ['people'],
});

export const jobAdvertisements = (): DataSet => ({
  name,
  figures: [
    ...facebook(),
    ...google(),
    reach(
      'Truck Driver',
      'male',
      '4864',
      text('卡车司机广告触达的男性', 'Men who saw the truck driver’s advertisement'),
    ),
    reach(
      'Truck Driver',
      'female',
      '386',
      text('卡车司机广告触达的女性', 'Women who saw the truck driver’s advertisement'),
    ),
    reach(
      'Preschool teacher',
      'female',
      '6456',
      text('幼教广告触达的女性', 'Women who saw the child carer’s advertisement'),
    ),
    reach(
      'Preschool teacher',
      'male',
      '258',
      text('幼教广告触达的男性', 'Men who saw the child carer’s advertisement'),
    ),
    { what: text('快照行数', 'Rows of snapshots'), printed: '2571', result: 'snapshots', path: ['rows'] },
    {
      what: text('没有国家的坏行', 'Malformed rows without a country'),
      printed: '26',
      result: 'snapshots',
      path: ['malformed'],
    },
  ],
  leftOut: [
    {
      what: text(
        'Google 西班牙的六格（图 2）与合计（图 1）',
        'Google’s six Spanish cells (figure 2) and the pooled shares (figure 1)',
      ),
      printed: '…',
      why: text(
        '西班牙的导出文件已损坏，只剩没有国家和数值的 26 行。',
        'Not in the data: Spain’s export is broken, 26 rows without country or count are left of it.',
      ),
    },
  ],
  verdicts: [],
});
