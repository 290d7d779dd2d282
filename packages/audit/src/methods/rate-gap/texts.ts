import { text, type Text } from '@suanjian/rulebook';
import { counted } from '../common/texts.ts';

export const title: Text = text('比率差距', 'Gap in a rate');
export const question: Text = text(
  '某种结果（例如展示、通过、被处罚）在各组中出现的比率是否不同？可以在同一层、同一配对内部比较。',
  'Does an outcome (being shown, accepted, penalised) occur at different rates between groups? Groups may be compared within strata or within matches.',
);
export const statistics: Text = text(
  '各组比率之差或之比。独立的行：Newcombe 差值区间、Wilson 区间合成的比值区间；样本小时不得比 Fisher 精确检验更肯定。有分层：Mantel–Haenszel 共同差值（Sato 方差）或共同比值（Greenland–Robins 方差），样本小时以精确条件检验约束。有 cluster（同一用户、会话的行）：先在层内去均值，再按 cluster 求和，用 CR2 方差和 Bell–McCaffrey 自由度；整个 cluster 同属一组且数量少时，同时置换标签。有 match：只在同一配对内部比较，误差按配对（并按 cluster）聚类。超过两组时各组都与参照比较，误差由所有比较分担（Bonferroni），结论取决于最差的一组；参照为 best 时按所有两两比较分担，因为它是看过数据才选出的。层与层之间的差异只作说明。',
  'The difference or the ratio of rates. Independent rows: Newcombe’s interval for a difference, Wilson intervals joined for a ratio, and never surer than Fisher’s exact test where samples are small. With strata: the common difference of Mantel and Haenszel (Sato’s variance) or their common ratio (Greenland and Robins), held to the exact conditional test where samples are small. With clusters (rows of one user or session): values less their stratum’s mean, added up by cluster, CR2 variance with the degrees of freedom of Bell and McCaffrey; where whole clusters are in one group and few, their labels are exchanged as well. With a match: compared only inside a match, errors clustered by match (and by cluster). More than two groups: each is compared with the reference, the error is shared among all comparisons (Bonferroni), and the verdict rests on the worst; with reference "best" it is shared among all pairs, because the best was chosen by looking. Differences between strata are only noted.',
);

export const meanings = {
  group: text('要比较的组。', 'The groups to compare.'),
  outcome: text(
    '是否出现该结果（真/假或 1/0）；给出 trials 时为次数。',
    'Whether the outcome occurred (true/false or 1/0); with trials, how often.',
  ),
  match: text('只在取值相同的行之间比较。', 'Rows are compared only with rows of the same value.'),
  cluster: text(
    '相互关联、不能当作独立的行（同一用户、会话等）。',
    'Rows that hang together (one user, one session) and are not independent.',
  ),
  trials: text('每行代表的试验次数。', 'How many trials a row stands for.'),
} as const;

export const notFlag = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}的“outcome”既不是 0 也不是 1。请写成条件，例如 "status = 'accepted'"；若为次数，请另给 trials。`,
    `${counted.rowsEn(count)} where "outcome" is neither 0 nor 1. Write a condition, such as "status = 'accepted'"; if it is a count, give "trials" too.`,
  );

export const notCounts = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}的“trials”不是正整数，或“outcome”不在 0 与 trials 之间。请用 where 排除或改正。`,
    `${counted.rowsEn(count)} where "trials" is no whole number, or "outcome" does not lie between 0 and trials. Mend them or leave them out with "where".`,
  );

export const noTrials = (count: number): Text =>
  text(`${counted.rowsZh(count)}的试验次数为 0，未计入。`, `${counted.rowsEn(count)} with no trials left out.`);
