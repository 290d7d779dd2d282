import { text, type Text } from '@suanjian/rulebook';
import type { Estimation, Judging, MethodRequest, ReducedRow, ReportedValue } from '../../engine/method.ts';
import { type Inferred, wald } from '../../statistics/inference.ts';
import {
  classicalCovariance,
  coefficient,
  type CoefficientCovariance,
  type LeastSquares,
  leastSquares,
} from '../../statistics/regression.ts';
import { clusterCovariance } from '../../statistics/regression-clusters.ts';
import { whyUndetermined } from '../common/contrast/why.ts';
import { decidingPair, type PairResult } from '../common/contrast/worst-pair.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import { columnName, type Design, designOf, levelsOf, mostColumns } from './design.ts';
import { interceptOf } from './intercept.ts';
import type { RegressionParameters } from './parameters.ts';
import { regressionRules } from './reduce.ts';
import { remarks } from './texts.ts';
import { variablesOf } from './variables.ts';

export const judgingOf = ({ materiality, adverse }: RegressionParameters): Judging => ({
  materiality,
  direction: ({ high: 'above', low: 'below', either: 'both' } as const)[adverse],
});

export const estimateRegression = (
  rows: readonly ReducedRow[],
  request: MethodRequest<RegressionParameters>,
): readonly Estimation[] =>
  unitsOf(rows, request.by, regressionRules(request)).map((unit) => estimateUnit(unit, request));

const estimateUnit = (unit: Unit, request: MethodRequest<RegressionParameters>): Estimation => {
  const variables = variablesOf(request);
  const { parameters } = request;
  if (unit.rows.length === 0) return undecidable(unit, reasons.empty);
  const levels = levelsOf(unit.rows, variables.factors, parameters.reference ?? request.compare?.at(-1));
  const groupLevels = levels.get('v_group') ?? [];
  if (!variables.groupIsNumber && groupLevels.length < 2)
    return undecidable(unit, reasons.oneGroup(groupLevels[0] ?? ''));
  const columns = 1 + variables.numbers.length + [...levels.values()].reduce((sum, own) => sum + own.length - 1, 0);
  if (columns > mostColumns) return undecidable(unit, remarks.tooManyColumns(columns));
  const design = designOf(unit.rows, variables, levels);
  const fit = leastSquares(design.all, { constant: 0 });
  const scale = parameters.measure;
  const n = design.rows;
  if (fit.residualDegrees < 1) return undecidable(unit, reasons.tooFewRows, { n, scale });
  const covariance = covarianceOf(fit, design);
  const values = valuesOf(fit, covariance, design);
  const notes = notesOf(unit, fit, design);
  const results = design.columns.flatMap((column, index): readonly PairResult[] => {
    if (column.kind === 'constant' || column.variable.part !== 'group') return [];
    const inferred = onScale(coefficient(fit, covariance, index), scale, design);
    const pair =
      column.kind === 'number'
        ? { first: column.variable.label, second: '' }
        : { first: column.level, second: groupLevels[0] ?? '' };
    return [{ pair, inferred, n }];
  });
  const deciding = decidingPair(results, results.length, scale, judgingOf(parameters));
  if (deciding === undefined) return undecidable({ ...unit, notes }, reasons.noContrast, { n, scale, values });
  const { undetermined } = deciding;
  const reason = undetermined?.reason === 'no-contrast' ? remarks.groupCollinear : undefined;
  return {
    by: unit.by,
    scale,
    estimate: deciding.estimate,
    n,
    p: deciding.p,
    interval: deciding.interval,
    smallestDetectable: deciding.smallestDetectable,
    ...(undetermined === undefined
      ? {}
      : { decided: { verdict: 'not-enough-data', reason: reason ?? whyUndetermined(undetermined.reason) } as const }),
    values: { ...values, group: deciding.result.pair.first, reference: deciding.result.pair.second || null },
    notes,
  };
};

/** Past these CR2's matrices are many and large, and its correction is too small to see. */
const manyClusters = 200;
const manyColumns = 40;

const covarianceOf = (fit: LeastSquares, design: Design): CoefficientCovariance => {
  const method = design.clusters.length > manyClusters && design.columns.length > manyColumns ? 'CR1' : 'CR2';
  return clusterCovariance(fit, design.clusters, method) ?? unknown(fit);
};

/** One cluster only: coefficients stand, nothing is known of their errors. */
const unknown = (fit: LeastSquares): CoefficientCovariance => ({
  ...classicalCovariance(fit),
  method: 'none',
  matrix: fit.kept.map(() => fit.kept.map(() => 0)),
});

const onScale = (inferred: Inferred, scale: 'difference' | 'relative', { responseMean }: Design): Inferred => {
  if (scale === 'difference' || inferred.estimate === undefined || responseMean === 0) return inferred;
  const estimate = inferred.estimate / responseMean;
  return inferred.known
    ? wald({ ...inferred, estimate, standardError: inferred.standardError / Math.abs(responseMean) })
    : { ...inferred, estimate };
};

const valuesOf = (
  fit: LeastSquares,
  covariance: CoefficientCovariance,
  design: Design,
): Readonly<Record<string, ReportedValue>> => ({
  coefficients: Object.fromEntries(
    design.columns.map((column, index) => [
      columnName(column),
      reported(column.kind === 'constant' ? interceptOf(fit, covariance, design) : coefficient(fit, covariance, index)),
    ]),
  ),
  rSquared: fit.rSquared ?? null,
  residualDeviation: Math.sqrt(fit.residualSumOfSquares / fit.residualDegrees),
  mean: design.responseMean,
  clusters: design.clusters.length,
  how: covariance.method,
});

const reported = (inferred: Inferred): ReportedValue => {
  if (!inferred.known) return { estimate: inferred.estimate ?? null, why: inferred.reason };
  const { low, high } = inferred.interval(0.95);
  return { estimate: inferred.estimate, standardError: inferred.standardError, low, high, p: inferred.pValue(0) };
};

const notesOf = (unit: Unit, fit: LeastSquares, { columns }: Design): readonly Text[] => [
  ...unit.notes,
  ...(fit.collinear.length === 0
    ? []
    : [
        remarks.collinear(
          fit.collinear.flatMap((index) => {
            const column = columns[index];
            return column === undefined ? [] : [columnName(column)];
          }),
        ),
      ]),
  ...(columns.some((column) => column.kind === 'number' && column.variable.part === 'group')
    ? [
        text(
          '组是一个数：估计值是该数每增加 1 时的变化。',
          'The group is a number: the estimate is the change per unit of it.',
        ),
      ]
    : []),
];
