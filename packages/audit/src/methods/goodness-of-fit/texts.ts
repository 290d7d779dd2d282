import { text, type Text } from '@suanjian/rulebook';
import { counted } from '../common/texts.ts';

export const title: Text = text('与应有比例是否相符', 'Fit with expected shares');
export const question: Text = text(
  '各水平出现的比例，是否与声明的（或相等的）比例相符？',
  'Do levels occur in the shares that were declared, or equally often?',
);
export const statistics: Text = text(
  'Pearson 卡方。期望次数小于 5 时枚举所有结果或作蒙特卡洛；有 cluster 时按 Rao–Scott 以设计效应校正。效应大小为 Cohen 的 w（卡方除以行数再开方），估计值减去了纯属偶然的部分；区间由非中心卡方的单侧界限给出（Steiger），因此区间不含 0 与 p 小于误差水平是一回事。数据中从未出现、却应有份额的水平也计算在内。',
  'Pearson’s chi-square; with expected counts under 5 all outcomes are enumerated or drawn; with clusters corrected by their design effect (Rao and Scott). The size is Cohen’s w, the square root of chi-square over rows, less what chance alone would give; the interval comes from one-sided limits of the non-central chi-square (Steiger), so that it leaves out 0 exactly when p is below the error. Levels that never occurred although a share was expected of them count too.',
);

export const meanings = {
  level: text('要清点的水平。', 'The levels to count.'),
  expected: text(
    '该行所属水平的应有份额（同一水平应当相同）；不给则各水平相等。',
    'The share expected of the row’s level, the same for all rows of a level; absent: all levels alike.',
  ),
  cluster: text(
    '相互关联、不能当作独立的行（同一用户、会话等）。',
    'Rows that hang together (one user, one session) and are not independent.',
  ),
} as const;

export const negativeShare = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}的“expected”为负。份额不能为负。`,
    `${counted.rowsEn(count)} with a negative "expected": a share cannot be.`,
  );

export const twoSources = text(
  '应有份额请只用 expected 或 shares 之一给出。',
  'Give the expected shares by "expected" or by "shares", not by both.',
);

export const remarks = {
  oneLevel: text('只有一个水平，没有比例可言。', 'There is only one level, so there are no shares.'),
  differing: (count: number): Text =>
    text(
      `${count} 个水平的应有份额在各行之间并不相同，已取平均。`,
      `The expected share differs between rows for ${count} levels; the mean was taken.`,
    ),
  unseen: (share: number): Text =>
    text(
      `应有份额之和不足 1，差额 ${share.toPrecision(3)} 归于数据中从未出现的水平。`,
      `The expected shares fall short of 1; the remaining ${share.toPrecision(3)} belongs to levels that never occurred.`,
    ),
} as const;

/** How the levels are called that are expected and never occurred. */
export const unseenName = '(unseen)';
