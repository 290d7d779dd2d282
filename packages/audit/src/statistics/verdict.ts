import type { Interval } from './inference.ts';

/*
 * THE rule by which every method of the audit judges, once its estimate has an interval corrected for multiple testing:
 *
 *  fail             the interval leaves out the null, and the estimate is further from the null than the materiality
 *  pass             the whole interval lies within the materiality
 *  not-enough-data  otherwise
 *
 * With a direction, only that side of the null is a fault: the other side is as good as no effect.
 */

/** `ratio` has the null 1 and a band from 1 / (1 + materiality) to 1 + materiality; all others the null 0 and ± materiality. */
export type Scale = 'difference' | 'relative' | 'ratio' | 'share' | 'count';

export type Direction = 'both' | 'above' | 'below';

export interface Finding {
  readonly estimate: number | undefined;
  /** Corrected. `undefined`: nothing is known of the error, which is not certainty. */
  readonly interval: Interval | undefined;
}

export interface Rule {
  readonly scale: Scale;
  /** ≥ 0, on the scale of the estimate; for ratios the factor less one (0.25 for four fifths: 0.8 to 1.25). */
  readonly materiality: number;
  readonly direction?: Direction;
}

export type RuledVerdict = 'pass' | 'fail' | 'not-enough-data';

export type ReasonCode =
  | 'beyond-materiality' // fail
  | 'within-materiality' // pass
  | 'no-estimate'
  | 'no-interval'
  | 'interval-too-wide' // holds the null and sizes that matter
  | 'effect-but-small' // leaves out the null, the estimate does not matter, but the interval holds sizes that would
  | 'range-disagrees'; // a suppressed count could decide it either way

export interface Ruling {
  readonly verdict: RuledVerdict;
  readonly reason: ReasonCode;
  /** Which side a failure lies on. */
  readonly side?: 'above' | 'below';
}

export const nullOf = (scale: Scale): number => (scale === 'ratio' ? 1 : 0);

/** The sizes that do not matter, both ends included. */
export function band({ scale, materiality, direction = 'both' }: Rule): Interval {
  if (!(materiality >= 0)) throw new RangeError(`a materiality cannot be ${materiality}`);
  const low = scale === 'ratio' ? 1 / (1 + materiality) : 0 - materiality;
  const high = scale === 'ratio' ? 1 + materiality : materiality;
  return {
    low: direction === 'above' ? Number.NEGATIVE_INFINITY : low,
    high: direction === 'below' ? Number.POSITIVE_INFINITY : high,
  };
}

/** Judges one finding. */
export function judge(finding: Finding, rule: Rule): Ruling {
  const { estimate, interval } = finding;
  const enough = (reason: ReasonCode): Ruling => ({ verdict: 'not-enough-data', reason });
  if (estimate === undefined || Number.isNaN(estimate)) return enough('no-estimate');
  if (interval === undefined || Number.isNaN(interval.low) || Number.isNaN(interval.high)) return enough('no-interval');
  const centre = nullOf(rule.scale);
  const { low, high } = band(rule);
  if (interval.low > centre && estimate > high) return { verdict: 'fail', reason: 'beyond-materiality', side: 'above' };
  if (interval.high < centre && estimate < low) return { verdict: 'fail', reason: 'beyond-materiality', side: 'below' };
  if (interval.low >= low && interval.high <= high) return { verdict: 'pass', reason: 'within-materiality' };
  const leavesOut = interval.low > centre || interval.high < centre;
  return enough(leavesOut ? 'effect-but-small' : 'interval-too-wide');
}

/**
 * Judges a finding that rests on a suppressed count, known only to lie between two numbers: `low` and `high` are the findings with either.
 * The verdict must be the same, on the same side, at both ends (an effect moves one way with a count) and in between if that is given too.
 */
export function judgeRange(
  range: { readonly low: Finding; readonly high: Finding; readonly between?: Finding },
  rule: Rule,
): Ruling {
  const low = judge(range.low, rule);
  const others = [range.high, ...(range.between === undefined ? [] : [range.between])].map((end) => judge(end, rule));
  const agrees = others.every(({ verdict, side }) => verdict === low.verdict && side === low.side);
  return agrees ? low : { verdict: 'not-enough-data', reason: 'range-disagrees' };
}
