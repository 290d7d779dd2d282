import { studentT } from './distributions.ts';
import { risingRoot } from './roots.ts';

/** Closed interval on the scale of the estimate; an end may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** `greater`: the alternative says the effect lies above the null; `less`: below. */
export type Side = 'two-sided' | 'greater' | 'less';

/** An estimate with its uncertainty. Units are those of the estimate; the standard error of scale `log` is that of the logarithm. */
export interface Inference {
  readonly known: true;
  readonly estimate: number;
  readonly scale: 'linear' | 'log';
  readonly standardError: number;
  /** Infinity where the reference distribution is normal, or where there is none. */
  readonly degreesOfFreedom: number;
  /** How it was computed, for reports and receipts. */
  readonly method: string;
  /** Two-sided interval; level strictly between 0 and 1, such as 0.95. */
  interval(level: number): Interval;
  /** Consistent with the interval: two-sided p ≤ 1 − level exactly where the interval at that level leaves out the null. */
  pValue(nullValue: number, side?: Side): number;
}

/** Why nothing can be said about an estimate's uncertainty. No variance seen is not certainty. */
export type UndeterminedReason =
  | 'no-data'
  | 'no-contrast' // nothing to compare: one group only, or groups that never meet in a stratum
  | 'no-variance' // every score is the same: the error cannot be seen
  | 'one-cluster' // fewer than two independent clusters, or one that carries everything
  | 'zero-reference' // a ratio to nothing
  | 'too-few-units';

export interface Undetermined {
  readonly known: false;
  readonly estimate: number | undefined;
  readonly reason: UndeterminedReason;
}

export type Inferred<Kind extends Inference = Inference> = Kind | Undetermined;

export const undetermined = (reason: UndeterminedReason, estimate?: number): Undetermined => ({
  known: false,
  estimate,
  reason,
});

/** Error probability of a level, checked: 0.05 for 0.95. */
export function errorOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a confidence level lies between 0 and 1, not at ${level}`);
  return 1 - level;
}

/** One-sided p from a two-sided one, by where the estimate lies. */
export function sided(twoSided: number, estimate: number, nullValue: number, side: Side): number {
  if (side === 'two-sided') return twoSided;
  const towards = side === 'greater' ? estimate > nullValue : estimate < nullValue;
  return towards ? twoSided / 2 : 1 - twoSided / 2;
}

export interface WaldParts {
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly method: string;
  readonly scale?: 'linear' | 'log';
}

/** Estimate ± quantile of Student's t times the standard error; on scale `log` the estimate is a positive ratio. */
export function wald(parts: WaldParts): Inference {
  const { estimate, standardError, degreesOfFreedom, method, scale = 'linear' } = parts;
  const reference = studentT(degreesOfFreedom);
  return {
    known: true,
    estimate,
    scale,
    standardError,
    degreesOfFreedom,
    method,
    interval: (level) => {
      const reach = reference.upperQuantile(errorOf(level) / 2) * standardError;
      return scale === 'log'
        ? { low: estimate * Math.exp(-reach), high: estimate * Math.exp(reach) }
        : { low: estimate - reach, high: estimate + reach };
    },
    pValue: (nullValue, side = 'two-sided') => {
      const distance = scale === 'log' ? Math.log(estimate / nullValue) : estimate - nullValue;
      const t = distance / standardError;
      if (side === 'two-sided') return Math.min(1, 2 * reference.upperTail(Math.abs(t)));
      return side === 'greater' ? reference.upperTail(t) : reference.cumulative(t);
    },
  };
}

/** An inference that has an interval but no test of its own: p is the error level at which the interval's end meets the null. */
export function fromInterval(parts: Omit<Inference, 'known' | 'pValue'>): Inference {
  /** How far inside the null lies: below zero while the interval at this error still holds it. */
  const outside = (error: number, nullValue: number) => {
    const { low, high } = parts.interval(1 - error);
    return Math.max(low - nullValue, nullValue - high);
  };
  const twoSided = (nullValue: number) => {
    if (outside(leastError, nullValue) > 0) return leastError;
    if (outside(1 - leastError, nullValue) <= 0) return 1;
    return Math.exp(
      risingRoot((log) => outside(Math.exp(log), nullValue), Math.log(leastError), Math.log1p(-leastError)),
    );
  };
  return {
    ...parts,
    known: true,
    pValue: (nullValue, side = 'two-sided') => sided(twoSided(nullValue), parts.estimate, nullValue, side),
  };
}

/** The smallest p value that inverting an interval can give: a level of 1 less this is the last that differs from 1 in eight bits. */
const leastError = 2 ** -45;
