import { text, type Text } from '@suanjian/rulebook';
import { counted } from '../common/texts.ts';

export const title = text('由记录的输入重新计算', 'Computed again from its logged inputs');

export const question = text(
  '展示出来的数字，能否由记录下来的输入重新算出？',
  'Does a figure that was shown follow from the inputs that were logged?',
);

export const statistics = text(
  '逐行比较展示值与重新计算的值，相差超过容许误差（绝对误差与相对误差取大者，相对误差以计算值为准）即为不符。这是对全部记录的清点，不是抽样推断：不符的行所占比例超过 share（默认为 0）即为不通过。缺少输入、无法计算的行单独计数，超过 uncomputed（默认为 0）时不能说全部相符；没有展示值的行不计入。',
  'Row by row the figure shown is compared with the one computed; they differ when they are further apart than the tolerance (the larger of the absolute one and the relative one, which is of the computed figure). This counts all records and infers nothing: it fails when the share of rows that differ exceeds "share" (0 unless said otherwise). Rows whose inputs are missing are counted apart, and when their share exceeds "uncomputed" (0) nobody can say that all agree. Rows that show no figure are left out.',
);

export const partTexts = {
  shown: text('展示的数字。', 'The figure that was shown.'),
  computed: text(
    '由记录的输入算出的数字；缺少输入时为空。',
    'The figure computed from logged inputs; empty when an input is missing.',
  ),
  row: text('一行的编号，用来指出不符的行。', 'What identifies a row, so that those that differ can be named.'),
};

export const notShown = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}没有展示值，未计入。`,
    `${counted.rowsEn(count)} that show${count === 1 ? 's' : ''} no figure ${count === 1 ? 'was' : 'were'} left out.`,
  );

export const differ = (count: number, of: number): Text =>
  text(
    `${of} 行中有 ${count} 行与计算值不符。`,
    `${count} of ${counted.rowsEn(of)} differ from what their inputs give.`,
  );

export const agree = (of: number): Text =>
  text(
    `${of} 行都与计算值相符。`,
    of === 1 ? 'The only row agrees with its inputs.' : `All ${of} rows agree with their inputs.`,
  );

export const mostlyAgree = (count: number, of: number): Text =>
  text(
    `${of} 行中有 ${count} 行不符，没有超过允许的比例。`,
    `${count} of ${counted.rowsEn(of)} differ, no more than is allowed.`,
  );

export const uncomputable = (count: number, of: number): Text =>
  text(
    `可计算的行都相符，但 ${of} 行中有 ${count} 行缺少输入、无法计算，不能说全部相符。`,
    `What can be computed agrees, but ${count} of ${counted.rowsEn(of)} lack an input, so nobody can say that all agree.`,
  );

export const uncomputedCounted = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}缺少输入，无法计算。`,
    `${counted.rowsEn(count)} could not be computed for want of an input.`,
  );
