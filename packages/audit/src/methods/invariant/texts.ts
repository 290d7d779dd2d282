import { text } from '@suanjian/rulebook';
import { counted } from '../common/texts.ts';

export const title = text('不得违反的规则', 'A rule that no row may break');

export const question = text(
  '有没有哪一行违反了必须成立的规则？',
  'Is there any row that breaks a rule which must always hold?',
);

export const statistics = text(
  '逐行判断条件是否成立，数出不成立的行。不允许违反时，有一行不成立即为不通过，无需统计推断；条件无法判断（为空）的行既不算通过也不算违反，存在这样的行就不能说全部合规。允许一定比例时，比较的是违反比例的精确区间（Clopper–Pearson，把各行看作相互独立）与允许的比例：区间整体高于它为不通过，整体不高于它为通过。规则生效后的宽限时间内的行（正在途中的请求）不计入，只报告数量。给出 elapsed 时，还报告违反发生在生效之后多久：最长的时间，以及各时间段内的行数。',
  'Each row is asked whether the condition holds, and the rows where it does not are counted. Where none is allowed, one such row fails and no inference is needed; rows for which the condition cannot be told (it is empty) neither keep nor break the rule, and while there are any nobody can say that all is well. Where a share is allowed, the exact interval of the share of broken rows (Clopper and Pearson, rows taken as independent) is compared with it: wholly above fails, nowhere above passes. Rows within the grace time after the rule took hold (requests in flight) are left out and counted. With elapsed it is also reported how long the rule had held when it was broken: the longest time, and counts by stretches of time.',
);

export const partTexts = {
  row: text('一行的编号，用来指出违反规则的行。', 'What identifies a row, so that broken ones can be named.'),
  must: text('必须成立的条件。', 'The condition that must hold.'),
  elapsed: text(
    '规则对这一行生效后经过的毫秒数；使用 grace 时需要，也用来报告违反发生在多久之后。',
    'Milliseconds since the rule took hold for this row; needed with grace, and used to report how late rows break it.',
  ),
};

export const graceNeedsElapsed = text(
  'grace 需要 elapsed：请写明规则生效后经过了多少毫秒。',
  'grace needs the part elapsed: say how many milliseconds have passed since the rule took hold.',
);

export const inGrace = (count: number) =>
  text(
    `${counted.rowsZh(count)}在宽限时间之内，未计入。`,
    `${counted.rowsEn(count)} within the grace time ${count === 1 ? 'was' : 'were'} left out.`,
  );

export const broken = (count: number) =>
  text(`${counted.rowsZh(count)}违反了规则。`, `${counted.rowsEn(count)} break${count === 1 ? 's' : ''} the rule.`);

export const kept = (count: number) =>
  text(
    `全部 ${count} 行都符合规则。`,
    count === 1 ? 'The only row keeps the rule.' : `All ${count} rows keep the rule.`,
  );

export const unknown = (count: number) =>
  text(
    `没有发现违反规则的行，但有 ${count} 行无法判断（条件为空），因此不能说全部合规。`,
    `No row was found to break the rule, but for ${counted.rowsEn(count)} it cannot be told (the condition is empty), so nobody can say that all keep it.`,
  );

export const unknownCounted = (count: number) =>
  text(
    `${counted.rowsZh(count)}无法判断（条件为空）；区间的上端把它们当作违反。`,
    `For ${counted.rowsEn(count)} it cannot be told (the condition is empty); the upper end of the interval counts them as broken.`,
  );
