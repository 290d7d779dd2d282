import { text, type Text } from '@suanjian/rulebook';
import { counted } from '../common/texts.ts';

export const title: Text = text('数值差距', 'Gap in a value');
export const question: Text = text(
  '某个数值（价格、等待时间、报酬）在各组之间是否不同？可以只在同一商品、同一时刻等配对内部比较，也可以看它随某个数怎样变化。',
  'Does a number (a price, a wait, a pay) differ between groups? Groups may be compared inside matches only (the same item at the same moment), or the group may be a number and the question how the value changes with it.',
);
export const statistics: Text = text(
  '均值之差、之比或相对差。独立的行：Welch 检验，样本小时不得比置换检验更肯定；有分层：各层差值以 n₁n₀/n 加权，各层各组用自己的方差。有 cluster：层内去均值后按 cluster 求和，CR2 方差与 Bell–McCaffrey 自由度；整个 cluster 同属一组且数量少时，同时置换标签。有 match：配对内去均值（固定效应），误差按配对，并按 cluster 双向聚类；所有配对都毫无差别时，用“没有见到的比例至多是多少”来界定。中位数：每组按次序统计量求区间（行少时精确，有 cluster 时按 Woodruff 法），再合成差或比。组为数值时，求层内或配对内的斜率，没有 cluster 时每一行自成一个 cluster；相对差以均值为分母。超过两组时误差由所有比较分担。',
  'Difference, ratio or relative difference of means. Independent rows: Welch’s test, never surer than a permutation where samples are small; with strata, the strata’s differences weighted by n₁n₀/n, each group of each stratum with its own variance. With clusters: values less their stratum’s mean, added up by cluster, CR2 variance with the degrees of freedom of Bell and McCaffrey; where whole clusters are in one group and few, their labels are exchanged as well. With a match: values less their match’s mean (fixed effects), errors clustered by match and, in two ways, by cluster; where all matches agree exactly, the share that was not seen is bounded. Medians: an interval of each group from its order statistics (exact for few rows, Woodruff’s for clusters), then joined. A numeric group: the slope within strata or matches, each row a cluster of its own where none is given; relative to the mean value. With more than two groups the error is shared among all comparisons.',
);

export const meanings = {
  group: text('要比较的组，或一个数（此时求斜率）。', 'The groups to compare, or a number (then the slope).'),
  value: text('要比较的数值。', 'The number that is compared.'),
  match: text(
    '只在取值相同的行之间比较（如同一商品同一时刻）。',
    'Rows are compared only with rows of the same value, such as the same item at one moment.',
  ),
  cluster: text(
    '相互关联、不能当作独立的行（同一用户、会话等）。',
    'Rows that hang together (one user, one session) and are not independent.',
  ),
} as const;

export const negative = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}的“value”为负。相对差与比值只对非负的数有意义：请改用 measure: difference，或用 where 排除这些行。`,
    `${counted.rowsEn(count)} with a negative "value". A relative difference or ratio has a meaning only for values of zero or more: use measure: difference, or leave these rows out with "where".`,
  );

export const faults = {
  mediansMatched: text(
    '中位数不能在配对或分层内比较；请去掉 match 与 strata，或改用 measure: relative。',
    'Medians are not compared within matches or strata: leave out match and strata, or use measure: relative.',
  ),
  mediansPerDay: text(
    '中位数不能按日保存再相加；请去掉 day，或改用 measure: relative。',
    'Medians cannot be kept per day and added up: leave out day, or use measure: relative.',
  ),
  mediansOfRest: text(
    '中位数只与一个组比较，不与其余全部比较；请指定 reference。',
    'Medians are compared with one group, not with all the rest: name a reference.',
  ),
  mediansOff: text('要求中位数的度量不能同时关闭 medians。', 'A measure of medians cannot go with medians: false.'),
  slopeOfMedians: text('组为数值时没有中位数之比。', 'There is no ratio of medians over a numeric group.'),
  slopeRatio: text(
    '组为数值时请用 difference（斜率）或 relative（斜率除以均值）。',
    'Over a numeric group use difference (the slope) or relative (the slope over the mean).',
  ),
} as const;
