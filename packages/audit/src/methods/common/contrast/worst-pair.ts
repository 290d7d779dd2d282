import type { Inferred, Undetermined } from '../../../statistics/inference.ts';
import { smallestDetectable, smallestDetectableOf } from '../../../statistics/power.ts';
import { band, judge } from '../../../statistics/verdict.ts';
import type { Judging } from '../../../engine/method.ts';
import type { Scale } from './inferring.ts';
import type { Pair } from './pairs.ts';

export interface PairResult {
  readonly pair: Pair;
  readonly inferred: Inferred;
  /** Rows that carried information. */
  readonly n: number;
}

/** The comparison that decides a unit, its error shared among all that were made. */
export interface Deciding {
  readonly result: PairResult;
  readonly estimate: number | undefined;
  readonly p: number | undefined;
  readonly interval: (level: number) => readonly [number, number] | undefined;
  readonly smallestDetectable: (level: number) => number | undefined;
  /** Why there is no interval. */
  readonly undetermined: Undetermined | undefined;
}

/** Level at which each of `comparisons` must stand for all of them together to stand at `level` (Bonferroni; Dunn 1961, JASA 56). */
const shared = (level: number, comparisons: number): number => 1 - (1 - level) / Math.max(1, comparisons);

const usualLevel = 0.95;

/**
 * The comparison on which the verdict rests, so that it is the verdict of all of them: one that fails if any does (the clearest), else one of which
 * too little is known, if any, else the one whose interval reaches furthest towards what matters.
 */
export const decidingPair = (
  results: readonly PairResult[],
  comparisons: number,
  scale: Scale,
  judging: Judging,
): Deciding | undefined => {
  const rule = { scale, materiality: judging.materiality, direction: judging.direction };
  const { low: allowedLow, high: allowedHigh } = band(rule);
  const onScale = scale === 'ratio' ? Math.log : (value: number): number => value;
  const rank = ({ inferred }: PairResult): readonly [number, number] => {
    if (!inferred.known) return [1, Number.POSITIVE_INFINITY];
    const interval = inferred.interval(shared(usualLevel, comparisons));
    const { verdict } = judge({ estimate: inferred.estimate, interval }, rule);
    if (verdict === 'fail') return [0, -inferred.pValue(scale === 'ratio' ? 1 : 0)];
    const reach = Math.max(onScale(interval.high) - onScale(allowedHigh), onScale(allowedLow) - onScale(interval.low));
    return [verdict === 'pass' ? 2 : 1, Number.isNaN(reach) ? Number.POSITIVE_INFINITY : reach];
  };
  const [deciding] = results
    .map((result) => ({ result, rank: rank(result) }))
    .sort((left, right) => left.rank[0] - right.rank[0] || compare(right.rank[1], left.rank[1]));
  if (deciding === undefined) return undefined;
  const { inferred } = deciding.result;
  const worth = results.flatMap(({ inferred: one }) => (one.known ? [one.pValue(scale === 'ratio' ? 1 : 0)] : []));
  return {
    result: deciding.result,
    estimate: inferred.estimate,
    p: worth.length === 0 ? undefined : Math.min(1, Math.min(...worth) * Math.max(1, comparisons)),
    interval: (level) => {
      if (!inferred.known) return undefined;
      const { low, high } = inferred.interval(shared(level, comparisons));
      return [low, high];
    },
    smallestDetectable: (level) => {
      if (!inferred.known) return undefined;
      const each = shared(level, comparisons);
      if (inferred.standardError > 0) return smallestDetectable(inferred, each);
      return smallestDetectableOf(inferred.estimate, inferred.interval(each), 'linear', each);
    },
    undetermined: inferred.known ? undefined : inferred,
  };
};

const compare = (left: number, right: number): number => (left === right ? 0 : left < right ? -1 : 1);

/** How a pair is called in reports: `a – b`, or `a – others`. */
export const pairName = (pair: Pair): string => (pair.second === '' ? pair.first : `${pair.first} / ${pair.second}`);
