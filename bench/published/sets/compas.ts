import { text } from '@suanjian/rulebook';
import type { DataSet, Figure } from '../figure.ts';

const cells = [
  ['falsePositives', text('误报', 'false positives')],
  ['falseNegatives', text('漏报', 'false negatives')],
  ['truePositives', text('报对', 'true positives')],
  ['trueNegatives', text('未报且对', 'true negatives')],
] as const;
const rates = [
  ['falsePositiveRate', text('误报率，%', 'false positive rate, %')],
  ['falseNegativeRate', text('漏报率，%', 'false negative rate, %')],
] as const;

const groups = [
  { race: undefined, who: text('全部', 'All'), counts: ['1282', '1216', '2035', '2681'], printed: ['32.35', '37.40'] },
  {
    race: 'African-American',
    who: text('黑人', 'Black'),
    counts: ['805', '532', '1369', '990'],
    printed: ['44.85', '27.99'],
  },
  { race: 'Caucasian', who: text('白人', 'White'), counts: ['349', '461', '505', '1139'], printed: ['23.45', '47.72'] },
] as const;

const figures = groups.flatMap(({ race, who, counts, printed }): readonly Figure[] => {
  const place = race === undefined ? { result: 'errors' } : { result: 'errors by race', by: { race } };
  return [
    ...cells.map(([path, what], index) => ({
      ...place,
      what: text(`${who.zh}：${what.zh}`, `${who.en}: ${what.en}`),
      printed: counts[index] ?? '',
      path: [path],
    })),
    ...rates.map(([path, what], index) => ({
      ...place,
      what: text(`${who.zh}：${what.zh}`, `${who.en}: ${what.en}`),
      printed: printed[index] ?? '',
      path: [path],
      times: 100,
    })),
  ];
});

export const compas = (): DataSet => ({
  name: 'compas',
  figures: [
    { what: text('人数', 'People'), printed: '7214', result: 'errors', path: ['people'] },
    ...figures,
    {
      what: text('黑人：阳性预测值', 'Black: positive predictive value'),
      printed: '.63',
      result: 'errors by race',
      by: { race: 'African-American' },
      path: ['precision'],
    },
    {
      what: text('白人：阳性预测值', 'White: positive predictive value'),
      printed: '.59',
      result: 'errors by race',
      by: { race: 'Caucasian' },
      path: ['precision'],
    },
    {
      what: text('回归样本', 'Sample of the regression'),
      printed: '6172',
      result: 'regression sample',
      path: ['people'],
    },
    {
      what: text('暴力再犯表的人数', 'People in the violent table'),
      printed: '4743',
      result: 'violent sample',
      path: ['people'],
    },
  ],
  leftOut: [
    {
      what: text('暴力再犯的各项错误率', 'Error rates of violent recidivism'),
      printed: '…',
      why: text('所需的表不在数据中。', 'Not in the data: the table it needs is absent.'),
    },
  ],
  verdicts: [
    {
      what: text(
        '误报率在黑人与白人之间不同：应报告',
        'False positives differ between Black and White: to be reported',
      ),
      result: 'gap in false positives',
      fails: true,
    },
  ],
});
