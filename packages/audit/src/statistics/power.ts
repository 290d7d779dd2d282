import { studentT } from './distributions.ts';
import { errorOf, type Interval } from './inference.ts';

/** The power behind every smallest detectable size that is reported. */
export const statedPower = 0.8;

/** What is known of an estimate's precision; on scale `log` the standard error is that of the logarithm. */
export interface Precision {
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly scale: 'linear' | 'log';
}

/**
 * The smallest true effect that a two-sided test at this level would find with the stated power: (t at 1 − α/2 + t at the power) standard errors
 * (Bloom 1995, Evaluation Review 19). In the units of a materiality: a distance from the null, and for ratios the factor less one.
 */
export function smallestDetectable(precision: Precision, level: number, power = statedPower): number {
  const reference = studentT(precision.degreesOfFreedom);
  const reach = (reference.upperQuantile(errorOf(level) / 2) + reference.quantile(power)) * precision.standardError;
  return precision.scale === 'log' ? Math.expm1(reach) : reach;
}

/** The same where only an interval at this level is known: its wider half stands for t standard errors. `undefined` for an endless one. */
export function smallestDetectableOf(
  estimate: number,
  interval: Interval,
  scale: 'linear' | 'log',
  level: number,
  power = statedPower,
): number | undefined {
  const onScale = scale === 'log' ? Math.log : (value: number) => value;
  const centre = onScale(estimate);
  const half = Math.max(onScale(interval.high) - centre, centre - onScale(interval.low));
  if (!Number.isFinite(half)) return undefined;
  const normal = studentT(Number.POSITIVE_INFINITY);
  const tail = normal.upperQuantile(errorOf(level) / 2);
  const reach = (half * (tail + normal.quantile(power))) / tail;
  return scale === 'log' ? Math.expm1(reach) : reach;
}

/** How many times the present data are needed to find an effect of `size` (as above): the error shrinks with the square root. */
export function timesTheData(precision: Precision, size: number, level: number, power = statedPower): number {
  const reach = smallestDetectable({ ...precision, scale: 'linear' }, level, power);
  const wanted = precision.scale === 'log' ? Math.log1p(size) : size;
  return (reach / wanted) ** 2;
}
