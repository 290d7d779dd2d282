import { clusterRatio } from '../../statistics/cluster-contrast.ts';
import { binomial } from '../../statistics/count-distributions.ts';
import { studentT } from '../../statistics/distributions.ts';
import { errorOf, fromInterval, type Inferred, type Interval, undetermined } from '../../statistics/inference.ts';
import { moverDifference, moverRatio } from '../../statistics/proportions.ts';
import type { LevelDetails } from './details.ts';

/** What is known of one group whose median is asked for. */
export interface MedianSide {
  readonly details: LevelDetails;
  readonly clustered: boolean;
}

/** Interval of a median at each level; `undefined` where there are too few rows or clusters for any. */
type MedianInterval = (level: number) => Interval | undefined;

/** From order statistics, exact: Thompson (1936), Annals of Mathematical Statistics 7. */
const exactInterval =
  (values: readonly number[]): MedianInterval =>
  (level) => {
    const place = binomial(values.length, 0.5).quantile(errorOf(level) / 2);
    const [low, high] = [values[place - 1], values[values.length - place]];
    return low === undefined || high === undefined ? undefined : { low, high };
  };

/** From the error of the share of rows below the median, carried over to quantiles: Woodruff (1952), JASA 47. */
const quantileInterval =
  (quantileAt: (level: number) => number, standardError: number, degrees: number): MedianInterval =>
  (level) => {
    const reach = studentT(degrees).upperQuantile(errorOf(level) / 2) * standardError;
    return reach >= 0.5 ? undefined : { low: quantileAt(0.5 - reach), high: quantileAt(0.5 + reach) };
  };

const intervalOf = ({ details, clustered }: MedianSide): MedianInterval | undefined => {
  if (clustered) {
    const share = clusterRatio(details.below);
    return share.known ? quantileInterval(details.quantileAt, share.standardError, share.degreesOfFreedom) : undefined;
  }
  if (details.values !== undefined) return exactInterval(details.values);
  return quantileInterval(details.quantileAt, 0.5 / Math.sqrt(details.rows), Number.POSITIVE_INFINITY);
};

const everything: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Difference or ratio of two groups' medians, each with its own interval, joined by MOVER (Zou and Donner 2008; Donner and Zou 2012). */
export const inferMedians = (first: MedianSide, second: MedianSide, scale: 'difference' | 'ratio'): Inferred => {
  const [top, bottom] = [first.details.quantileAt(0.5), second.details.quantileAt(0.5)];
  if (scale === 'ratio' && !(bottom > 0)) return undetermined('zero-reference');
  const estimate = scale === 'ratio' ? top / bottom : top - bottom;
  const [left, right] = [intervalOf(first), intervalOf(second)];
  if (left?.(0.95) === undefined || right?.(0.95) === undefined) return undetermined('too-few-units', estimate);
  return fromInterval({
    estimate,
    scale: scale === 'ratio' ? 'log' : 'linear',
    standardError: 0,
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: 'order statistics of each group, joined',
    interval: (level) => {
      const [own, other] = [left(level), right(level)];
      if (own === undefined || other === undefined) return scale === 'ratio' ? { ...everything, low: 0 } : everything;
      const join = scale === 'ratio' ? moverRatio : moverDifference;
      return join({ estimate: top, interval: own }, { estimate: bottom, interval: other });
    },
  });
};
