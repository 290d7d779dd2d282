import { text, type Text } from '@suanjian/rulebook';
import type { Expression } from '../../engine/method.ts';
import { isUnusableNumber, keyIsMissing } from './sql.ts';
import type { LeftOutRule } from './reduction.ts';

const rowsZh = (count: number): string => `${count} 行`;
const rowsEn = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

export const reasons = {
  empty: text('没有可用的数据行。', 'There is no row to judge.'),
  oneGroup: (level: string): Text =>
    text(
      `数据中只有一个组（${level}），没有可比较的对象。`,
      `The data hold only one group (${level}), nothing to compare it with.`,
    ),
  noContrast: text(
    '没有任何一个层或配对同时含有两个组，无法比较。',
    'No stratum or match holds both groups, so nothing can be compared.',
  ),
  noVariance: text(
    '所有取值都相同，看不到波动；这不等于确定，数据不足以下结论。',
    'All values are equal. Seeing no variation is not certainty, so nothing can be concluded.',
  ),
  zeroReference: text(
    '参照组的数值为零，无法求比值或相对差。',
    'The reference is zero, so no ratio and no relative difference exists.',
  ),
  noReference: (level: string): Text =>
    text(`数据中没有参照组“${level}”。`, `The data hold no row of the reference group "${level}".`),
  tooManyGroups: (count: number, most: number): Text =>
    text(
      `共有 ${count} 个组，超过 ${most} 个。请用 compare 指定要比较的组，或用 case 把它们归并。`,
      `There are ${count} groups, more than ${most}. Name those to compare with "compare", or fold them into fewer.`,
    ),
  tooFewRows: text('数据行太少，不足以估计。', 'There are too few rows to estimate anything.'),
  tooFewClusters: text(
    '相互独立的单位（如用户、会话）太少，无法估计波动。',
    'There are too few independent units (users, sessions) to know how much results vary.',
  ),
  described: text('只作描述，不作判断。', 'This only describes; nothing is judged.'),
} as const;

/** Rules that many methods share; `column` is the raw column the part became. */
export const missingLevel = (column: string, part: string): LeftOutRule => ({
  when: `${column} = ''`,
  reason: (count) =>
    text(
      `${rowsZh(count)}的“${part}”为空，未计入。`,
      `${rowsEn(count)} without a value of "${part}" ${count === 1 ? 'was' : 'were'} left out.`,
    ),
});

/** For a column made by `keyOf`. */
export const missingKey = (column: string, part: string, expression: Expression): LeftOutRule => ({
  ...missingLevel(column, part),
  when: keyIsMissing(column, expression),
});

export const missingNumber = (column: string, part: string): LeftOutRule => ({
  when: `isNull(${column})`,
  reason: (count) =>
    text(
      `${rowsZh(count)}的“${part}”没有数值，未计入。`,
      `${rowsEn(count)} without a number in "${part}" ${count === 1 ? 'was' : 'were'} left out.`,
    ),
});

export const unusableNumber = (column: string, part: string): LeftOutRule => ({
  when: isUnusableNumber(column),
  reason: (count) =>
    text(
      `${rowsZh(count)}的“${part}”不是有限的数，或绝对值超过 10^15。请先清理数据，或用 where 排除这些行。`,
      `${rowsEn(count)} hold no finite number in "${part}", or one beyond 10^15. Clean the data, or leave these rows out with "where".`,
    ),
  fault: { part },
});

export const levelNotCompared = (when: string): LeftOutRule => ({
  when,
  reason: (count) =>
    text(
      `${rowsZh(count)}属于未要求比较的组，未计入。`,
      `${rowsEn(count)} of groups that are not compared ${count === 1 ? 'was' : 'were'} left out.`,
    ),
});

export const counted = { rowsZh, rowsEn } as const;
