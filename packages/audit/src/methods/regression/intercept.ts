import { type Inferred, undetermined, wald } from '../../statistics/inference.ts';
import type { CoefficientCovariance, LeastSquares } from '../../statistics/regression.ts';
import type { Design } from './design.ts';

/** The constant of the model in the columns' own units: the fit took them about shifts, so it is a combination of all coefficients. */
export const interceptOf = (fit: LeastSquares, covariance: CoefficientCovariance, design: Design): Inferred => {
  const weights = fit.kept.map((index) => {
    const column = design.columns[index];
    if (column?.kind === 'constant') return 1;
    return column?.kind === 'number' ? -column.shift : 0;
  });
  const estimate = fit.kept.reduce(
    (sum, index, place) => sum + (weights[place] ?? 0) * (fit.coefficients[index] ?? 0),
    design.responseShift,
  );
  const square = weights.reduce(
    (sum, left, row) =>
      sum + weights.reduce((inner, right, column) => inner + left * right * (covariance.matrix[row]?.[column] ?? 0), 0),
    0,
  );
  if (!(square > 0)) return undetermined('no-variance', estimate);
  return wald({
    estimate,
    standardError: Math.sqrt(square),
    degreesOfFreedom: covariance.degreesOfFreedom(0),
    method: covariance.method,
  });
};
