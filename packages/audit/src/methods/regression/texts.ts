import { text, type Text } from '@suanjian/rulebook';
import { mostColumns } from './design.ts';

export const title: Text = text('回归', 'Regression');
export const question: Text = text(
  '在其他因素相同的情况下，某个数值或结果是否仍随组而变？',
  'With other things held equal, does a number or an outcome still depend on the group?',
);
export const statistics: Text = text(
  '线性模型（最小二乘；结果为真/假时即线性概率模型）。数值型控制变量直接进入，文本型按水平各设一列，strata 也按水平固定。交叉乘积在库中精确求和，各列先减去均值再分解；能由其他列组合得到的列被移除并指出。误差按 cluster 聚类，CR2 方差和 Bell–McCaffrey 自由度；没有 cluster 时，每一行自成一个 cluster（各列完全相同的行也是如此），行数多时随机归入至多一千个相互独立的桶，所得误差对不等方差同样有效。组有多个水平时，误差由所有比较分担，结论取决于最差的一个。',
  'A linear model by least squares (a linear probability model where the outcome is true or false). Numeric controls enter as they are, text as one column for each level, strata likewise. Cross-products are summed exactly in the store and taken about the means; columns that are combinations of others are set aside and named. Errors are clustered, CR2 variance with the degrees of freedom of Bell and McCaffrey; without clusters, each row is a cluster of its own, rows that are equal in every column too, and many rows are dealt into at most a thousand independent buckets, which gives errors that allow for unequal spread. With several levels of the group the error is shared among the comparisons and the verdict rests on the worst.',
);

export const meanings = {
  value: text('被解释的数值。', 'The number to be explained.'),
  outcome: text(
    '被解释的结果（真/假）；与 value 二选一。',
    'The outcome to be explained (true or false), instead of "value".',
  ),
  group: text('关心的组，或一个数。', 'The group in question, or a number.'),
  cluster: text(
    '相互关联、不能当作独立的行（同一用户、会话等）。',
    'Rows that hang together (one user, one session) and are not independent.',
  ),
} as const;

export const faults = {
  noResponse: text('请给出 value 或 outcome 中的一个。', 'Give one of "value" and "outcome".'),
  twoResponses: text('value 与 outcome 只能给一个。', 'Give only one of "value" and "outcome".'),
  textGroup: text('groupIs: number 要求组是数值。', 'groupIs: number wants a numeric group.'),
} as const;

export const remarks = {
  collinear: (names: readonly string[]): Text =>
    text(
      `下列变量可由其他变量组合得到，已移除：${names.join('、')}。`,
      `These are combinations of other variables and were set aside: ${names.join(', ')}.`,
    ),
  groupCollinear: text(
    '组可由控制变量组合得到，其系数无法确定。请减少控制变量。',
    'The group is a combination of the controls, so its coefficient cannot be told. Use fewer controls.',
  ),
  tooManyColumns: (count: number): Text =>
    text(
      `控制变量共有 ${count} 个水平，超过 ${mostColumns} 列；编号之类不能作为控制变量。`,
      `The controls have ${count} levels, more than ${mostColumns} columns: an id cannot be a control.`,
    ),
} as const;
