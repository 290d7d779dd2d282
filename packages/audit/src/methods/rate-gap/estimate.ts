import { text, type Text } from '@suanjian/rulebook';
import type { Estimation, EstimationContext, Judging, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { breslowDay } from '../../statistics/stratified.ts';
import { estimateContrasts } from '../common/contrast/contrast-estimation.ts';
import type { UnseenEvidence } from '../common/contrast/contrast-specification.ts';
import type { StratumPair } from '../common/contrast/grouped-contrast.ts';
import { inferFromNoneOther, type Scale } from '../common/contrast/inferring.ts';
import { referenceOf } from '../common/contrast/reference.ts';
import type { Totals } from '../common/contrast/totals.ts';
import type { Inferred } from '../../statistics/inference.ts';
import { bucketsFor } from '../common/sql.ts';
import { type RateGapParameters, scaleOf } from './parameters.ts';
import { inferIndependentRates, inferUnseenRates, tablesOf } from './rates.ts';
import { measuredRate } from './reduce.ts';

export const judgingOf = ({ materiality, adverse }: RateGapParameters): Judging => ({
  materiality,
  direction: { high: 'above', low: 'below', either: 'both' }[adverse] as Judging['direction'],
});

const rateOf = ({ total, weight }: Totals): number => Number(total) / Number(weight);

const describe = (totals: Totals) => ({
  n: Number(totals.weight),
  successes: Number(totals.total),
  rate: rateOf(totals),
});

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Pooled over all strata and matches: what a reader who ignores them would print. */
const pooled = (first: Totals, second: Totals) => {
  const [p, q] = [rateOf(first), rateOf(second)];
  return {
    difference: p - q,
    ratio: finite(p / q),
    oddsRatio: finite((p * (1 - q)) / (q * (1 - p))),
  };
};

const heterogeneous = (strata: readonly StratumPair[]): readonly Text[] => {
  const test = strata.length > 1 ? breslowDay(tablesOf(strata)) : undefined;
  if (test === undefined || test.p >= 0.05) return [];
  return [
    text(
      `各层的差距并不一致（Breslow–Day 检验 p = ${test.p.toPrecision(2)}）；结论针对共同效应。需要逐层结论时请用 by。`,
      `The gap is not the same in all strata (Breslow–Day p = ${test.p.toPrecision(2)}); the verdict is about the common effect. For a verdict on each, use "by".`,
    ),
  ];
};

const byBucket = (strata: readonly StratumPair[], side: 'first' | 'second') => {
  const buckets = new Map<number, { numerator: number; denominator: number }>();
  for (const stratum of strata)
    for (const [bucket, { total, weight }] of stratum[side].buckets) {
      const own = buckets.get(bucket) ?? { numerator: 0, denominator: 0 };
      buckets.set(bucket, { numerator: own.numerator + Number(total), denominator: own.denominator + Number(weight) });
    }
  return [...buckets.values()];
};

/** Without any variance: matches that all agree, or an outcome that never or always occurs, are bounded by the number of independent units. */
const unseen = (evidence: UnseenEvidence, scale: Scale, buckets: number): Inferred | undefined => {
  const { estimate, first, second, strata, clusters } = evidence;
  // Inside one match two rates differ by 1 at most.
  if (strata === undefined) return clusters < 2 ? undefined : inferFromNoneOther(estimate, clusters, 1, scale);
  if (scale === 'ratio') return undefined;
  const never = first.total + second.total === 0n;
  const always = first.total + second.total === first.weight + second.weight;
  if (!never && !always) return undefined;
  return inferUnseenRates({ first: byBucket(strata, 'first'), second: byBucket(strata, 'second') }, buckets);
};

export const estimateRateGap = (
  rows: readonly ReducedRow[],
  request: MethodRequest<RateGapParameters>,
  context: EstimationContext,
): readonly Estimation[] => {
  const { parameters } = request;
  const scale = scaleOf(parameters);
  return estimateContrasts(
    rows,
    request,
    {
      measured: measuredRate(request),
      scale,
      reference: referenceOf(parameters.reference, request.compare),
      judging: judgingOf(parameters),
      // What harms is bad; where nothing is said, a higher rate is the better one (chosen, accepted, shown).
      badness: (totals) => (parameters.adverse === 'high' ? rateOf(totals) : -rateOf(totals)),
      describe,
      inferRows: (strata) => inferIndependentRates(strata, scale),
      inferUnseen: (evidence) => unseen(evidence, scale, bucketsFor(request)),
      remarks: heterogeneous,
      more: (first, second) => ({ pooled: pooled(first, second) }),
    },
    context,
  );
};
