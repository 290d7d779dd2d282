import type { Estimation } from '../../engine/method.ts';
import type { Inference } from '../../statistics/inference.ts';
import { errorOf } from '../common/inferred.ts';

export interface Thresholds {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

type Judged = Pick<Estimation, 'scale' | 'estimate' | 'p' | 'interval' | 'smallestDetectable'>;

/** How far a share lies outside its limits: above 0 it does, and the further below 0 the better it keeps them. */
export const beyond = (share: Inference, { least, most }: Thresholds): Judged => {
  const outside = (low: number, high: number): number =>
    Math.max(most === undefined ? -Infinity : low - most, least === undefined ? -Infinity : least - high);
  const error = errorOf(share, most ?? least ?? 0);
  const p = Math.min(
    1,
    (most === undefined ? 0 : share.pValue(most, 'greater')) + (least === undefined ? 0 : share.pValue(least, 'less')),
  );
  // With both limits the share may break either: twice the smaller of the two, not more than their sum.
  const both = most !== undefined && least !== undefined;
  return {
    scale: 'difference',
    estimate: outside(share.estimate, share.estimate),
    p: both ? Math.min(1, 2 * Math.min(share.pValue(most, 'greater'), share.pValue(least, 'less'))) : p,
    interval: (level) => {
      const { low, high } = share.interval(level);
      return [outside(low, high), outside(high, low)];
    },
    smallestDetectable: error.smallestDetectable,
  };
};
