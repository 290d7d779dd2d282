import { text, type Text } from '@suanjian/rulebook';
import { counted } from '../common/texts.ts';

export const title: Text = text('描述', 'Description');
export const question: Text = text(
  '数据里有多少、占多少、分布如何？只作描述，不作判断。',
  'How many are there, what are their shares, how are they spread? This describes and judges nothing.',
);
export const statistics: Text = text(
  '计数、总和、均值、比例、标准差、次序统计量（分位数为 R 的第 7 类，即 numpy 的线性插值）、按另一列分位分箱的份额（与 pandas.qcut 一样右闭）、Pearson 与 Spearman 相关（并列取平均秩）、Gini、HHI、熵（自然对数）、最大者所占份额、各水平的次数与份额。parts 可以任意命名；parameters.statistics 写成“统计量(部分)”的列表，或“名称: 统计量(部分)”。by 给出分组表。gini、hhi、entropy、top-share 对数值用其本身，对文本用各水平的次数。总和与乘积都是精确的。',
  'Counts, sums, means, shares, deviations, order statistics (quantiles of R’s type 7, numpy’s linear ones), shares of a weight by quantile bins of another column (closed on the right, as pandas.qcut makes them), Pearson’s and Spearman’s correlations (ties share their mean rank), Gini, HHI, entropy (natural logarithm), the share of the largest, counts and shares of levels. Parts may have any names; parameters.statistics is a list of "statistic(part)", or "name: statistic(part)". "by" makes a table of groups. gini, hhi, entropy and top-share take numbers as they are, and of text the counts of its levels. Sums and products are exact.',
);

export const unusable = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}不是有限的数，或绝对值超过 10^15。请先清理数据，或用 where 排除这些行。`,
    `${counted.rowsEn(count)} hold no finite number, or one beyond 10^15. Clean the data, or leave these rows out with "where".`,
  );
