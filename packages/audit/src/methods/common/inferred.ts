import { text, type Text } from '@suanjian/rulebook';
import type { Estimation, Interval } from '../../engine/method.ts';
import type { Inferred, Side, UndeterminedReason } from '../../statistics/inference.ts';
import { smallestDetectable, smallestDetectableOf } from '../../statistics/power.ts';
import { reasons } from './texts.ts';

/** From a statistic to the parts of an estimation that speak of its error. */

type Error = Pick<Estimation, 'p' | 'interval' | 'smallestDetectable'>;

export const noError: Error = { p: undefined, interval: () => undefined, smallestDetectable: () => undefined };

/** `nullValue` is what `p` tests against; with `shift` taken off, the null of the scale. */
export const errorOf = (inferred: Inferred, nullValue: number, side: Side = 'two-sided', shift = 0): Error => {
  if (!inferred.known) return noError;
  const interval = (level: number): Interval => {
    const { low, high } = inferred.interval(level);
    return [low - shift, high - shift];
  };
  return {
    p: inferred.pValue(nullValue, side),
    interval,
    smallestDetectable: (level) => {
      if (inferred.standardError > 0) return smallestDetectable(inferred, level);
      const [low, high] = interval(level);
      return smallestDetectableOf(inferred.estimate - shift, { low, high }, inferred.scale, level);
    },
  };
};

const notBelowTwo = text(
  '只有一个独立单位（如一次请求、一个用户），或几乎全部数据来自同一个单位，看不到波动。',
  'There is only one independent unit (a request, a user), or one holds nearly everything, so variation cannot be seen.',
);

export const undeterminedReason = (reason: UndeterminedReason): Text => {
  switch (reason) {
    case 'no-data':
      return reasons.empty;
    case 'no-contrast':
      return reasons.noContrast;
    case 'no-variance':
      return reasons.noVariance;
    case 'one-cluster':
      return notBelowTwo;
    case 'zero-reference':
      return text('作为基准的数值为零，无法求比值。', 'The reference is zero, so there is no ratio to it.');
    case 'too-few-units':
      return reasons.tooFewClusters;
  }
};
