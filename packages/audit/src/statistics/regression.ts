import { chiSquare, fisherF } from './distributions.ts';
import { type Inferred, undetermined, wald } from './inference.ts';
import { choleskyInOrder, dot, entry, type Matrix, sandwich, times, transposed } from './matrices.ts';
import { preciseDot } from './summation.ts';

/*
 * Least squares from cross-products, which is what SQL can add up. A sum of squares forgets as many digits as the square of mean over spread
 * has: subtract a constant near the mean from each column before it is squared (slopes stay the same; the intercept moves by Σ slope × constant).
 */

/** Sums over all rows, weighted alike: X′X, X′y and y′y. A constant column, if there is one, is a column of X like any other. */
export interface CrossProducts {
  readonly rows: number;
  readonly xx: Matrix;
  readonly xy: readonly number[];
  readonly yy: number;
}

export interface LeastSquares {
  /** One per column; `undefined` for a column set aside as collinear. */
  readonly coefficients: readonly (number | undefined)[];
  /** Columns set aside, by index: each is a combination of columns taken before it. */
  readonly collinear: readonly number[];
  /** The other columns, in the order they were taken. Matrices below have their order. */
  readonly kept: readonly number[];
  /** (X′X)⁻¹ of the kept columns, and R with R R′ equal to it. */
  readonly inverse: Matrix;
  readonly inverseRoot: Matrix;
  readonly rows: number;
  readonly residualSumOfSquares: number;
  /** Rows less kept columns. */
  readonly residualDegrees: number;
  /** Share of the variation about the mean (about zero without a constant column) that the columns account for. */
  readonly rSquared: number | undefined;
}

export interface FitOptions {
  /** Index of the constant column, taken first. */
  readonly constant?: number;
  /** See `choleskyInOrder`. */
  readonly tolerance?: number;
}

/** Ordinary (or, with weighted sums, weighted) least squares by a scaled Cholesky factor and two steps of refinement in twice the precision. */
export function leastSquares(cross: CrossProducts, { constant, tolerance }: FitOptions = {}): LeastSquares {
  const { xx, xy, yy, rows } = cross;
  const size = xy.length;
  if (xx.length !== size || xx.some((row) => row.length !== size)) throw new RangeError('X′X and X′y differ in size');
  const all = Array.from({ length: size }, (_, index) => index);
  const order = constant === undefined ? all : [constant, ...all.filter((index) => index !== constant)];
  const { kept, collinear, inverseRoot } = choleskyInOrder(xx, order, tolerance);
  const inverse = inverseRoot.map((row) => inverseRoot.map((other) => dot(row, other)));
  const system = kept.map((row) => kept.map((column) => entry(xx, row, column)));
  const target = kept.map((index) => xy[index] ?? Number.NaN);
  let solution = times(inverse, target);
  for (let step = 0; step < 2; step++) {
    const residual = target.map((value, row) => 0 - preciseDot(system[row] ?? [], solution, -value));
    const correction = times(inverse, residual);
    solution = solution.map((value, index) => value + (correction[index] ?? 0));
  }
  const explained = preciseDot(solution, target);
  const residualSumOfSquares = Math.max(0, 0 - preciseDot(solution, target, -yy));
  const level = constant === undefined ? 0 : (xy[constant] ?? 0) ** 2 / entry(xx, constant, constant);
  const variation = yy - level;
  const coefficients: (number | undefined)[] = all.map(() => undefined);
  for (const [place, index] of kept.entries()) coefficients[index] = solution[place];
  return {
    coefficients,
    collinear: [...collinear].sort((left, right) => left - right),
    kept,
    inverse,
    inverseRoot,
    rows,
    residualSumOfSquares,
    residualDegrees: rows - kept.length,
    rSquared: variation > 0 ? (explained - level) / variation : undefined,
  };
}

/** Covariance of the kept coefficients and what belongs to it. */
export interface CoefficientCovariance {
  readonly method: string;
  readonly matrix: Matrix;
  /** Degrees of freedom of the kept coefficient at this place. */
  readonly degreesOfFreedom: (place: number) => number;
}

/** σ² (X′X)⁻¹: right when errors are independent and alike. */
export function classicalCovariance(fit: LeastSquares): CoefficientCovariance {
  const variance = fit.residualSumOfSquares / fit.residualDegrees;
  return {
    method: 'classical',
    matrix: fit.inverse.map((row) => row.map((value) => value * variance)),
    degreesOfFreedom: () => fit.residualDegrees,
  };
}

/** One row's columns and residual y − x′β; for weighted fits both times the square root of its weight. */
export interface ResidualRow {
  readonly x: readonly number[];
  readonly residual: number;
}

/** Heteroskedasticity-robust covariance: HC1 (Hinkley 1977) and HC3 (MacKinnon and White 1985, Journal of Econometrics 29). One pass over the rows. */
export function robustCovariance(
  fit: LeastSquares,
  rows: Iterable<ResidualRow>,
  method: 'HC1' | 'HC3',
): CoefficientCovariance {
  const root = transposed(fit.inverseRoot);
  const meat = fit.kept.map(() => fit.kept.map(() => 0));
  for (const { x, residual } of rows) {
    const turned = times(
      root,
      fit.kept.map((index) => x[index] ?? Number.NaN),
    );
    const leverage = dot(turned, turned);
    const own = method === 'HC3' ? residual / (1 - leverage) : residual;
    addOuter(meat, turned, own * own);
  }
  const factor = method === 'HC1' ? fit.rows / fit.residualDegrees : 1;
  return {
    method,
    matrix: sandwich(fit.inverseRoot, meat).map((row) => row.map((value) => value * factor)),
    degreesOfFreedom: () => fit.residualDegrees,
  };
}

/** Adds weight · vector vector′ to a matrix in place. */
export function addOuter(matrix: number[][], vector: readonly number[], weight = 1): void {
  for (const [row, values] of matrix.entries()) {
    const left = weight * (vector[row] ?? 0);
    for (let column = 0; column < values.length; column++) {
      values[column] = (values[column] ?? 0) + left * (vector[column] ?? 0);
    }
  }
}

/** One coefficient with its interval and test. A perfect fit, or a column set aside, is undetermined. */
export function coefficient(fit: LeastSquares, covariance: CoefficientCovariance, column: number): Inferred {
  const estimate = fit.coefficients[column];
  const place = fit.kept.indexOf(column);
  if (estimate === undefined || place < 0) return undetermined('no-contrast');
  if (fit.residualDegrees < 1) return undetermined('too-few-units', estimate);
  const square = entry(covariance.matrix, place, place);
  // Of a fit without error only rounding is left.
  const rounding = 1e-24 * estimate ** 2;
  if (!(square > rounding)) return undetermined('no-variance', estimate);
  return wald({
    estimate,
    standardError: Math.sqrt(square),
    degreesOfFreedom: covariance.degreesOfFreedom(place),
    method: covariance.method,
  });
}

export interface JointTest {
  readonly statistic: number;
  readonly numeratorDegrees: number;
  readonly denominatorDegrees: number;
  readonly p: number;
}

/**
 * Wald's test that several coefficients are all zero, as F with the fewest degrees of freedom among them below (for clusters never more
 * than their number less one). Columns set aside do not count; `undefined` when none is left or their covariance is singular.
 */
export function jointlyZero(
  fit: LeastSquares,
  covariance: CoefficientCovariance,
  columns: readonly number[],
): JointTest | undefined {
  const places = columns.map((column) => fit.kept.indexOf(column)).filter((place) => place >= 0);
  if (places.length === 0) return undefined;
  const values = places.map((place) => fit.coefficients[fit.kept[place] ?? -1] ?? Number.NaN);
  const matrix = places.map((row) => places.map((column) => entry(covariance.matrix, row, column)));
  const order = places.map((_, index) => index);
  const { collinear, inverseRoot } = choleskyInOrder(matrix, order, 1e-12);
  if (collinear.length > 0) return undefined;
  const turned = times(transposed(inverseRoot), values);
  const statistic = dot(turned, turned) / places.length;
  const denominatorDegrees = places.reduce(
    (least, place) => Math.min(least, covariance.degreesOfFreedom(place)),
    Number.POSITIVE_INFINITY,
  );
  const p = Number.isFinite(denominatorDegrees)
    ? fisherF(places.length, denominatorDegrees).upperTail(statistic)
    : chiSquare(places.length).upperTail(statistic * places.length);
  return { statistic, numeratorDegrees: places.length, denominatorDegrees, p };
}
