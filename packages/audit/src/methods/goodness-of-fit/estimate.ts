import type { Text } from '@suanjian/rulebook';
import type { Estimation, EstimationContext, MethodRequest, ReducedRow, ReportedValue } from '../../engine/method.ts';
import { totalVariation } from '../../statistics/association.ts';
import { clusterRatio } from '../../statistics/cluster-contrast.ts';
import { chiSquare } from '../../statistics/distributions.ts';
import { type GoodnessOfFit, goodnessOfFit } from '../../statistics/goodness-of-fit.ts';
import { errorOf } from '../../statistics/inference.ts';
import { statedPower } from '../../statistics/power.ts';
import { seededRandom } from '../../statistics/random.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import { type Level, levelsOf } from './levels.ts';
import { noncentralityWith } from './noncentral.ts';
import type { GoodnessParameters } from './parameters.ts';
import { goodnessRules } from './reduce.ts';
import { remarks } from './texts.ts';

export const estimateGoodness = (
  rows: readonly ReducedRow[],
  request: MethodRequest<GoodnessParameters>,
  context: EstimationContext,
): readonly Estimation[] =>
  unitsOf(rows, request.by, goodnessRules(request)).map((unit) => estimateUnit(unit, request, context));

const mostReported = 200;

const estimateUnit = (
  unit: Unit,
  { parts, parameters }: MethodRequest<GoodnessParameters>,
  { seed }: EstimationContext,
): Estimation => {
  if (unit.rows.length === 0) return undecidable(unit, reasons.empty);
  const { levels, differing, unseen } = levelsOf(unit.rows, parameters.shares, parts['expected'] !== undefined);
  const n = levels.reduce((sum, { count }) => sum + count, 0);
  const notes: readonly Text[] = [
    ...unit.notes,
    ...(differing > 0 ? [remarks.differing(differing)] : []),
    ...(unseen > 0 ? [remarks.unseen(unseen)] : []),
  ];
  const expected = levels.map((level) => level.expected);
  const counts = levels.map(({ count }) => count);
  const clustered = parts['cluster'] !== undefined;
  const shareVariances = clustered ? variancesOf(levels) : undefined;
  if (clustered && shareVariances === undefined)
    return undecidable({ ...unit, notes }, reasons.tooFewClusters, { n, values: { levels: reported(levels, n) } });
  const fit = goodnessOfFit(counts, expected, {
    random: seededRandom(seed),
    ...(shareVariances === undefined ? {} : { shareVariances }),
  });
  if (fit === undefined)
    return undecidable({ ...unit, notes }, remarks.oneLevel, { n, values: { levels: reported(levels, n) } });
  const values: Readonly<Record<string, ReportedValue>> = {
    chiSquare: Number.isFinite(fit.statistic) ? fit.statistic : null,
    degreesOfFreedom: fit.degreesOfFreedom,
    p: fit.p,
    how: fit.method,
    designEffect: fit.designEffect,
    cohenW: Number.isFinite(fit.statistic) ? Math.sqrt(fit.statistic / n) : null,
    totalVariation: totalVariation(counts, expected),
    levels: reported(levels, n),
  };
  return { by: unit.by, scale: 'difference', n, p: fit.p, values, notes, ...sizeOf(fit, n) };
};

/** Cohen's w with limits from the non-central chi-square; a level that must never occur and did has no bound above. */
const sizeOf = (fit: GoodnessOfFit, n: number): Pick<Estimation, 'estimate' | 'interval' | 'smallestDetectable'> => {
  const { degreesOfFreedom: degrees, p } = fit;
  const effect = Math.max(1, fit.designEffect);
  const statistic = fit.statistic / effect;
  const size = (noncentrality: number): number => Math.sqrt((noncentrality * effect) / n);
  const estimate = size(Math.max(0, statistic - degrees));
  return {
    estimate: Number.isFinite(estimate) ? estimate : 1,
    interval: (level) => {
      const error = errorOf(level);
      if (!Number.isFinite(statistic)) return [Number.MIN_VALUE, Number.POSITIVE_INFINITY];
      // An exact p has the last word on whether anything is there at all.
      const low = p >= error ? 0 : Math.max(Number.MIN_VALUE, size(noncentralityWith(statistic, degrees, error)));
      return [low, size(noncentralityWith(statistic, degrees, 1 - error))];
    },
    smallestDetectable: (level) =>
      size(noncentralityWith(chiSquare(degrees).upperQuantile(errorOf(level)), degrees, statedPower)),
  };
};

/** Variances of the levels' shares from cluster buckets; `undefined` where there are too few of these. */
const variancesOf = (levels: readonly Level[]): readonly number[] | undefined => {
  const buckets = new Map<number, number>();
  for (const level of levels)
    for (const [bucket, count] of level.buckets) buckets.set(bucket, (buckets.get(bucket) ?? 0) + count);
  if (buckets.size < 2) return undefined;
  return levels.map((level) => {
    const share = clusterRatio(
      [...buckets].map(([bucket, denominator]) => ({ numerator: level.buckets.get(bucket) ?? 0, denominator })),
    );
    return share.known ? share.standardError ** 2 : 0;
  });
};

/** The levels furthest from what was expected of them first. */
const reported = (levels: readonly Level[], n: number): Readonly<Record<string, ReportedValue>> => {
  const weight = levels.reduce((sum, { expected }) => sum + expected, 0);
  const described = levels.map(({ name, count, expected }) => ({
    name,
    count,
    share: n === 0 ? 0 : count / n,
    expected: weight === 0 ? 0 : expected / weight,
  }));
  return Object.fromEntries(
    described
      .sort((left, right) => Math.abs(right.share - right.expected) - Math.abs(left.share - left.expected))
      .slice(0, mostReported)
      .map(({ name, count, share, expected }) => [name, { n: count, share, expected }]),
  );
};
