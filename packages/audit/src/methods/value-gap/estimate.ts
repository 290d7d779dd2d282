import type { Estimation, EstimationContext, Judging, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { undetermined } from '../../statistics/inference.ts';
import { estimateContrasts } from '../common/contrast/contrast-estimation.ts';
import type { ContrastSpecification, LevelOfUnit, PairOfUnit } from '../common/contrast/contrast-specification.ts';
import { inferFromNoneOther } from '../common/contrast/inferring.ts';
import { referenceOf } from '../common/contrast/reference.ts';
import { meanOf, momentsIn, type Totals } from '../common/contrast/totals.ts';
import { numberFrom } from '../common/sums.ts';
import { detailsKey, detailsOf, isSums, type LevelDetails } from './details.ts';
import { groupIsNumber } from './group-kind.ts';
import { inferIndependentMeans } from './means.ts';
import { inferMedians, type MedianSide } from './medians.ts';
import { isOfMedians, scaleOf, type ValueGapParameters } from './parameters.ts';
import { levelKeyOf, measuredValue } from './reduce.ts';
import { estimateSlope } from './slope.ts';

export const judgingOf = ({ materiality, adverse }: ValueGapParameters): Judging => ({
  materiality,
  direction: ({ high: 'above', low: 'below', either: 'both' } as const)[adverse],
});

export const estimateValueGap = (
  rows: readonly ReducedRow[],
  request: MethodRequest<ValueGapParameters>,
  context: EstimationContext,
): readonly Estimation[] => {
  const measured = measuredValue(request);
  if (groupIsNumber(request)) return estimateSlope(rows, request, measured);
  const details = detailsOf(rows, request.by, levelKeyOf(request));
  const specification = specificationOf(request, measured.bits, details, context);
  return estimateContrasts(rows.filter(isSums), request, specification, context);
};

const specificationOf = (
  request: MethodRequest<ValueGapParameters>,
  bits: bigint,
  details: ReadonlyMap<string, LevelDetails>,
  { seed }: EstimationContext,
): ContrastSpecification => {
  const { parameters, by: expressions } = request;
  const scale = scaleOf(parameters);
  const detailsAt = (by: LevelOfUnit['by'], level: string): LevelDetails | undefined =>
    details.get(
      detailsKey(
        expressions.map(({ label }) => by[label] ?? ''),
        level,
      ),
    );
  const medianSide = (by: LevelOfUnit['by'], level: string): MedianSide | undefined => {
    const own = detailsAt(by, level);
    return own === undefined ? undefined : { details: own, clustered: request.parts['cluster'] !== undefined };
  };
  const medians = ({ by, pair }: PairOfUnit): ReturnType<NonNullable<ContrastSpecification['inferPair']>> => {
    const [first, second] = [medianSide(by, pair.first), medianSide(by, pair.second)];
    if (first === undefined || second === undefined) return { inferred: undetermined('no-contrast'), n: 0 };
    const joined = inferMedians(first, second, scale === 'ratio' ? 'ratio' : 'difference');
    return { inferred: joined, n: first.details.rows + second.details.rows };
  };
  return {
    measured: measuredValue(request),
    scale,
    reference: referenceOf(parameters.reference, request.compare),
    judging: judgingOf(parameters),
    badness: (totals) => (parameters.adverse === 'low' ? -meanOf(totals, bits) : meanOf(totals, bits)),
    describe: (totals, { by, level, part }) => ({
      ...describe(totals, bits),
      ...(part === true ? {} : medianOf(detailsAt(by, level))),
    }),
    inferRows: (strata, { by, pair }) =>
      inferIndependentMeans(strata, {
        bits,
        scale,
        seed,
        samples: { first: detailsAt(by, pair.first)?.values, second: detailsAt(by, pair.second)?.values },
      }),
    ...(isOfMedians(parameters) ? { inferPair: medians } : {}),
    inferUnseen: ({ estimate, second, strata, clusters }) => {
      // Matches that all agree: one that was not seen is taken to be off by its whole level, no more. Equal values without a match tell nothing.
      if (strata !== undefined || clusters < 2) return undefined;
      const largest = scale === 'difference' ? Math.abs(meanOf(second, bits)) : 1;
      return largest > 0 ? inferFromNoneOther(estimate, clusters, largest, scale) : undefined;
    },
    remarks: () => [],
    more: (first, second) => ({ pooled: pooled(first, second, bits) }),
  };
};

const medianOf = (details: LevelDetails | undefined): Readonly<Record<string, number>> =>
  details === undefined ? {} : { median: details.quantileAt(0.5) };

const describe = (totals: Totals, bits: bigint) => ({
  n: totals.rows,
  mean: meanOf(totals, bits),
  min: numberFrom(totals.smallest, bits),
  max: numberFrom(totals.largest, bits),
  ...(totals.squares === undefined ? {} : { deviation: deviationOf(totals, bits) }),
});

const deviationOf = (totals: Totals, bits: bigint): number | null => {
  const { variance } = momentsIn(totals, bits);
  return variance === undefined ? null : Math.sqrt(variance);
};

/** Over all strata and matches: what a reader who ignores them would print. */
const pooled = (first: Totals, second: Totals, bits: bigint) => {
  const [left, right] = [meanOf(first, bits), meanOf(second, bits)];
  const ratio = left / right;
  return {
    difference: left - right,
    ratio: Number.isFinite(ratio) ? ratio : null,
    relative: Number.isFinite(ratio) ? ratio - 1 : null,
  };
};
