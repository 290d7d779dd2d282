import { text } from '@suanjian/rulebook';
import type { DataSet, Figure } from '../figure.ts';
import { printedRows } from '../printed.ts';

const name = 'hmda-resume-ucb';

const coefficient = (result: string, column: string, printed: string, what: Figure['what']): Figure => ({
  what,
  printed,
  result,
  path: ['coefficients', column, 'estimate'],
});
const rate = (result: string, group: string, printed: string, what: Figure['what']): Figure => ({
  what,
  printed,
  result,
  path: ['groups', group, 'rate'],
  times: 100,
});

const grants = (): readonly Figure[] =>
  printedRows(name, 'nwo_funding.csv').flatMap(({ discipline = '', ...row }) =>
    (
      [
        ['all', 'success_rates_total', text('全部', 'all')],
        ['men', 'success_rates_men', text('男性', 'men')],
        ['women', 'success_rates_women', text('女性', 'women')],
      ] as const
    ).map(([path, column, who]) => ({
      what: text(`资助率 ${discipline}：${who.zh}，%`, `Grants, ${discipline}: ${who.en}, %`),
      printed: row[column] ?? '',
      result: 'grants of each discipline',
      by: { discipline },
      path: [path],
      times: 100,
    })),
  );

export const classics = (): DataSet => ({
  name,
  figures: [
    { what: text('房贷申请', 'Mortgage applications'), printed: '2380', result: 'mortgages', path: ['applications'] },
    coefficient('denial by debt', 'intercept', '-.0799', text('拒贷：常数项', 'Denial: constant')),
    coefficient('denial by debt', 'group', '.6035', text('拒贷：还款收入比', 'Denial: payments to income')),
    coefficient(
      'denial by race and debt',
      'intercept',
      '-.0905',
      text('拒贷（加种族）：常数项', 'Denial with race: constant'),
    ),
    coefficient(
      'denial by race and debt',
      'pirat',
      '.5592',
      text('拒贷（加种族）：还款收入比', 'Denial with race: payments to income'),
    ),
    coefficient('denial by race and debt', 'group', '.1774', text('拒贷（加种族）：黑人', 'Denial with race: Black')),
    { what: text('简历', 'Résumés'), printed: '4870', result: 'résumés', path: ['applications'] },
    rate('callbacks', 'cauc', '9.65', text('白人名字的回电率，%', 'Callbacks to White names, %')),
    rate('callbacks', 'afam', '6.45', text('黑人名字的回电率，%', 'Callbacks to Black names, %')),
    rate('admissions pooled', 'Male', '44.5', text('男性录取率，%', 'Men admitted, %')),
    rate('admissions pooled', 'Female', '30.4', text('女性录取率，%', 'Women admitted, %')),
    rate('grants pooled', 'men', '17.7', text('男性资助率，%', 'Men’s grants, %')),
    rate('grants pooled', 'women', '14.9', text('女性资助率，%', 'Women’s grants, %')),
    ...grants(),
  ],
  leftOut: [
    {
      what: text('拒贷的 probit 模型', 'Probit model of denial'),
      printed: '-2.26, 2.74, .71',
      why: text('probit 模型不在方法之列。', 'Probit models are no method of the audit.'),
    },
  ],
  verdicts: [
    {
      what: text(
        '其他相同，黑人更常被拒贷：应报告',
        'Black applicants are denied more with debt held equal: to be reported',
      ),
      result: 'denial by race and debt',
      fails: true,
    },
    { what: text('名字影响回电：应报告', 'Names change callbacks: to be reported'), result: 'callbacks', fails: true },
    {
      what: text(
        '录取，分院系（辛普森悖论）：不应报告',
        'Admissions within departments (Simpson’s paradox): not to be reported',
      ),
      result: 'admissions by department',
      fails: false,
    },
    {
      what: text(
        '资助，分学科（辛普森悖论）：不应报告',
        'Grants within disciplines (Simpson’s paradox): not to be reported',
      ),
      result: 'grants by discipline',
      fails: false,
    },
  ],
});
