import { text } from '@suanjian/rulebook';
import type { DataSet, Figure } from '../figure.ts';
import { cleaned } from '../figure.ts';
import { printedRows } from '../printed.ts';

const name = 'mi-auto-insurance';
const bins = ['lowest effect', 'middle low', 'median', 'middle high', 'highest effect'];

/** All cells of a chart were rounded alike, and trailing noughts were lost when they were written. */
const chart = (file: string, result: string, who: string, decimals: number): readonly Figure[] =>
  printedRows(name, file).flatMap(({ '': people = '', ...row }) =>
    bins.map((bin, index) => ({
      what: text(`${who}：${people}，第 ${index + 1} 个五分之一，%`, `${who}: ${people}, fifth ${index + 1}, %`),
      printed: Number(cleaned(row[bin] ?? '')).toFixed(decimals),
      result,
      path: [people, index],
      times: 100,
    })),
  );

export const carInsurance = (): DataSet => ({
  name,
  figures: [
    {
      what: text('Citizens 的区域', 'Areas of Citizens'),
      printed: '8159',
      result: 'Citizens by premium',
      path: ['areas'],
    },
    {
      what: text('Auto Club 的区域', 'Areas of Auto Club'),
      printed: '2813',
      result: 'Auto Club by location effect',
      path: ['areas'],
    },
    ...chart('published_citizens_race_chart_data.csv', 'Citizens by premium', 'Citizens', 1),
    ...chart('published_auto_club_race_chart_data.csv', 'Auto Club by location effect', 'Auto Club', 3),
    {
      what: text('Pearson：黑人比例与保费', 'Pearson: Black share and premium'),
      printed: '.731',
      result: 'Citizens by premium',
      path: ['pearsonBlack'],
    },
    {
      what: text('Pearson：白人比例与保费', 'Pearson: White share and premium'),
      printed: '-.737',
      result: 'Citizens by premium',
      path: ['pearsonWhite'],
    },
    {
      what: text('Spearman：黑人比例与保费', 'Spearman: Black share and premium'),
      printed: '.5292',
      result: 'Citizens by premium',
      path: ['spearmanBlack'],
    },
    {
      what: text(
        'Citizens：黑人居多与其他区域的保费中位数之比',
        'Citizens: median premium, majority-Black over other areas',
      ),
      printed: '1.59',
      result: 'premium by majority',
      by: { insurer: 'Citizens' },
      path: [],
    },
    {
      what: text('Auto Club：同一比值', 'Auto Club: the same ratio'),
      printed: '1.97',
      result: 'premium by majority',
      by: { insurer: 'Auto Club' },
      path: [],
    },
  ],
  leftOut: [
    {
      what: text('Liberty Mutual 的图', 'Chart of Liberty Mutual'),
      printed: '11, 3, 9, 1, 76 …',
      why: text('这家公司的费率不在数据中。', 'Not in the data: this insurer’s rates are absent.'),
    },
  ],
  verdicts: ['Citizens', 'Auto Club'].map((insurer) => ({
    what: text(
      `${insurer}：黑人居多的区域保费更高：应报告`,
      `${insurer}: majority-Black areas pay more: to be reported`,
    ),
    result: 'premium by majority',
    by: { insurer },
    fails: true,
  })),
});
