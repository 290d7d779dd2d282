import { text, type Text } from '@suanjian/rulebook';
import type { ReasonCode } from '../statistics/verdict.ts';

/** Why a verdict came out as it did, in a sentence. */
export const reasonText = (code: ReasonCode): Text => {
  switch (code) {
    case 'beyond-materiality':
      return text(
        '修正后的区间不含“无差异”，且差异超过了规定的实质大小。',
        'The corrected interval leaves out "no effect", and the effect is larger than the size that matters.',
      );
    case 'within-materiality':
      return text('整个区间都在规定的实质大小之内。', 'The whole interval lies within the size that does not matter.');
    case 'no-estimate':
      return text('数据不足以得出估计值。', 'There are too few data for an estimate.');
    case 'no-interval':
      return text(
        '无法得知估计的误差；看不到波动不等于确定。',
        'Nothing is known of the error of the estimate; seeing no variation is not certainty.',
      );
    case 'interval-too-wide':
      return text(
        '区间太宽：既可能没有差异，也可能有实质差异，需要更多数据。',
        'The interval is too wide: there may be no effect, or one that matters. More data are needed.',
      );
    case 'effect-but-small':
      return text(
        '有差异，但估计值没有超过实质大小，区间又不能排除更大的差异，需要更多数据。',
        'There is an effect. Its estimate does not exceed the size that matters, but a larger one cannot be ruled out. More data are needed.',
      );
    case 'range-disagrees':
      return text('被隐去的数目取不同的值会得出不同的结论。', 'The suppressed counts could decide it either way.');
  }
};
