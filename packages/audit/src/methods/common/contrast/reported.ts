import type { ReportedValue } from '../../../engine/method.ts';
import type { ContrastSpecification, PairOfUnit } from './contrast-specification.ts';
import type { StratumPair } from './grouped-contrast.ts';
import type { Scale } from './inferring.ts';
import type { PairResult } from './worst-pair.ts';

/** One comparison with its own 95 % interval, not shared with the others. */
export const reportedPair = ({ pair, inferred, n }: PairResult, scale: Scale): ReportedValue => {
  const interval = inferred.known ? inferred.interval(0.95) : undefined;
  return {
    group: pair.first,
    reference: pair.second === '' ? null : pair.second,
    estimate: inferred.estimate ?? null,
    low: finite(interval?.low),
    high: finite(interval?.high),
    p: inferred.known ? inferred.pValue(scale === 'ratio' ? 1 : 0) : null,
    n,
    how: inferred.known ? inferred.method : inferred.reason,
  };
};

const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

/** Without quantiles: those are of a level's rows over all strata. */
export const reportedStratum = (
  { stratum, first, second }: StratumPair,
  { by, pair }: PairOfUnit,
  { describe }: ContrastSpecification,
): ReportedValue => ({
  stratum: [...stratum],
  group: describe(first.all, { by, level: pair.first, part: true }),
  reference: describe(second.all, { by, level: pair.second, part: true }),
});
