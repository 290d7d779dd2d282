import { text, type Text } from '@suanjian/rulebook';
import type {
  Estimation,
  EstimationContext,
  MethodRequest,
  ReducedRow,
  ReportedValue,
} from '../../../engine/method.ts';
import { bucketsFor } from '../sql.ts';
import { reasons } from '../texts.ts';
import { undecidable, type Unit, unitsOf } from '../units.ts';
import type { ContrastSpecification } from './contrast-specification.ts';
import { groupPlan } from './group-plan.ts';
import { cellsOf, strataOf, type StratumPair } from './grouped-contrast.ts';
import { matchedTotals } from './matched-contrast.ts';
import { inferGrouped, inferMatched, type PairInference } from './pair-inference.ts';
import { type Pair, pairsToCompare } from './pairs.ts';
import type { ReferenceLevel } from './reference.ts';
import { reportedPair, reportedStratum } from './reported.ts';
import { levelTotals, together, type Totals } from './totals.ts';
import { whyUndetermined } from './why.ts';
import { decidingPair, pairName, type PairResult } from './worst-pair.ts';

/** More levels than this are no groups to compare two by two. */
const mostLevels = 200;
const mostReported = 200;

export const estimateContrasts = <Parameters>(
  rows: readonly ReducedRow[],
  request: MethodRequest<Parameters>,
  specification: ContrastSpecification,
  context: EstimationContext,
): readonly Estimation[] => {
  const { rules } = groupPlan(request, specification.measured);
  return unitsOf(rows, request.by, rules).map((unit) => estimateUnit(unit, request, specification, context));
};

const estimateUnit = <Parameters>(
  unit: Unit,
  request: MethodRequest<Parameters>,
  specification: ContrastSpecification,
  context: EstimationContext,
): Estimation => {
  const { scale, judging } = specification;
  const matched = request.parts['match'] !== undefined;
  const levels = matched ? levelTotals(matchedTotals(unit.rows), 'first_level') : levelTotals(unit.rows, 'level');
  const groups = Object.fromEntries(
    [...levels]
      .slice(0, mostReported)
      .map(([level, totals]) => [level, specification.describe(totals, { by: unit.by, level })]),
  );
  const rowsUsed = [...levels.values()].reduce((sum, totals) => sum + Number(totals.weight), 0);
  const undecided = (reason: Text): Estimation => undecidable(unit, reason, { n: rowsUsed, scale, values: { groups } });
  const names = [...levels.keys()];
  const [only] = names;
  if (only === undefined) return undecided(reasons.empty);
  if (names.length === 1) return undecided(reasons.oneGroup(only));
  if (names.length > mostLevels) return undecided(reasons.tooManyGroups(names.length, mostLevels));
  const badness = (level: string): number => {
    const totals = levels.get(level);
    return totals === undefined ? Number.POSITIVE_INFINITY : specification.badness(totals);
  };
  const { pairs, comparisons } = pairsToCompare(names, specification.reference, badness);
  if (pairs.length === 0) return undecided(reasons.noReference(referenceName(specification.reference)));
  const evidence = matched ? undefined : cellsOf(unit.rows, strataNames(request));
  const totalsOf = (pair: Pair): readonly [Totals | undefined, Totals | undefined] => [
    levels.get(pair.first),
    pair.second === '' ? restTotals(levels, pair.first) : levels.get(pair.second),
  ];
  const inferOne = (pair: Pair, strata: readonly StratumPair[] | undefined): PairInference => {
    const of = { by: unit.by, pair };
    if (specification.inferPair !== undefined) return { clusters: 0, ...specification.inferPair(of) };
    if (strata === undefined) return inferMatched(unit.rows, pair, specification, bucketsFor(request));
    return inferGrouped(strata, { of, clustered: request.parts['cluster'] !== undefined }, specification, context);
  };
  const results = pairs.map((pair): PairResult => {
    const strata = evidence === undefined ? undefined : strataOf(evidence, pair);
    const [first, second] = totalsOf(pair);
    const result = inferOne(pair, strata);
    const { inferred, clusters } = result;
    if (inferred.known || inferred.reason !== 'no-variance' || first === undefined || second === undefined)
      return { ...result, pair };
    const estimate = inferred.estimate ?? 0;
    const bounded = specification.inferUnseen({ estimate, first, second, strata, clusters });
    return { ...result, pair, inferred: bounded ?? inferred };
  });
  const deciding = decidingPair(results, comparisons, scale, judging);
  if (deciding === undefined) return undecided(reasons.noContrast);
  const { pair } = deciding.result;
  const [first, second] = totalsOf(pair);
  const strata = evidence === undefined ? [] : strataOf(evidence, pair);
  const values: Record<string, ReportedValue> = {
    groups,
    group: pair.first,
    reference: pair.second === '' ? null : pair.second,
    comparisons: results.slice(0, mostReported).map((result) => reportedPair(result, scale)),
    ...(first === undefined || second === undefined ? {} : specification.more(first, second)),
    ...(strata.length > 1
      ? {
          strata: strata
            .slice(0, mostReported)
            .map((own) => reportedStratum(own, { by: unit.by, pair }, specification)),
        }
      : {}),
  };
  const notes = [...unit.notes, ...specification.remarks(strata)];
  const { undetermined } = deciding;
  return {
    by: unit.by,
    scale,
    estimate: deciding.estimate,
    n: results.length === 1 ? deciding.result.n : rowsUsed,
    p: deciding.p,
    interval: deciding.interval,
    smallestDetectable: deciding.smallestDetectable,
    ...(undetermined === undefined
      ? {}
      : { decided: { verdict: 'not-enough-data', reason: whyUndetermined(undetermined.reason) } as const }),
    values,
    notes:
      pairs.length === 1
        ? notes
        : [
            text(
              `共比较 ${pairs.length} 对，误差由 ${comparisons} 次比较分担；此处为 ${pairName(pair)}。`,
              `${pairs.length} comparisons were made, the error is shared among ${comparisons}; this is ${pairName(pair)}.`,
            ),
            ...notes,
          ],
  };
};

const strataNames = (request: { readonly strata: readonly unknown[] }): readonly string[] =>
  request.strata.map((_, index) => `stratum_${index}`);

const referenceName = (reference: ReferenceLevel): string =>
  reference.kind === 'level' ? reference.level : reference.kind;

/** Totals of all levels but one. */
const restTotals = (levels: ReadonlyMap<string, Totals>, level: string): Totals | undefined =>
  [...levels].reduce<Totals | undefined>(
    (rest, [name, totals]) => (name === level ? rest : together(rest, totals)),
    undefined,
  );
