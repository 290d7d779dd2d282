/** A symmetric or general matrix by its rows. */
export type Matrix = readonly (readonly number[])[];

export const entry = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] ?? Number.NaN;

export const zeros = (size: number): number[][] =>
  Array.from({ length: size }, () => Array.from({ length: size }, () => 0));

export function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

export function dot(left: readonly number[], right: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < left.length; i++) total += (left[i] ?? 0) * (right[i] ?? 0);
  return total;
}

/** left · middle · left′, for a lower or general left and a symmetric middle. */
export function sandwich(left: Matrix, middle: Matrix): number[][] {
  const half = left.map((row) => times(middle, row));
  return half.map((row) => left.map((other) => dot(row, other)));
}

export const transposed = (matrix: Matrix): number[][] =>
  (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? Number.NaN));

export interface Cholesky {
  /** Columns that stand on their own, in the order they were taken. */
  readonly kept: readonly number[];
  /** Columns that are combinations of those before them. */
  readonly collinear: readonly number[];
  /** R with R R′ = the inverse of the kept part of the matrix: R = (L′)⁻¹, upper triangular. */
  readonly inverseRoot: Matrix;
}

/**
 * Cholesky factor of a symmetric non-negative matrix, column by column in the order given, each first scaled to a unit diagonal. A column of
 * whose diagonal less than `tolerance` is left beside the earlier ones is set aside, as R's lm and Stata do; with cross-products in doubles,
 * less than that is rounding.
 */
export function choleskyInOrder(matrix: Matrix, order: readonly number[], tolerance = 1e-10): Cholesky {
  const scale = matrix.map((row, index) => Math.sqrt(Math.max(0, row[index] ?? 0)));
  const kept: number[] = [];
  const collinear: number[] = [];
  const factor: number[][] = [];
  for (const column of order) {
    const own = scale[column] ?? 0;
    if (!(own > 0)) {
      collinear.push(column);
      continue;
    }
    const row: number[] = [];
    let left = 1;
    for (const [index, earlier] of kept.entries()) {
      const base = factor[index] ?? [];
      let value = entry(matrix, column, earlier) / (own * (scale[earlier] ?? 1));
      for (let k = 0; k < index; k++) value -= (row[k] ?? 0) * (base[k] ?? 0);
      value /= base[index] ?? 1;
      row.push(value);
      left -= value * value;
    }
    if (left < tolerance) {
      collinear.push(column);
      continue;
    }
    row.push(Math.sqrt(left));
    kept.push(column);
    factor.push(row);
  }
  return {
    kept,
    collinear,
    inverseRoot: inverseTransposed(
      factor,
      kept.map((column) => scale[column] ?? 1),
    ),
  };
}

/** (L′)⁻¹ for the lower triangular factor of the scaled matrix, scaled back. */
function inverseTransposed(factor: Matrix, scale: readonly number[]): number[][] {
  const size = factor.length;
  const inverse = zeros(size);
  for (let column = 0; column < size; column++) {
    // Column of L⁻¹ by forward substitution, laid down as a row of its transpose.
    const target = inverse[column] ?? [];
    for (let row = column; row < size; row++) {
      let value = row === column ? 1 : 0;
      for (let k = column; k < row; k++) value -= entry(factor, row, k) * (target[k] ?? 0);
      target[row] = value / entry(factor, row, row);
    }
  }
  return inverse.map((row, index) => row.map((value) => value / (scale[index] ?? 1)));
}

/** Eigenvalues and orthonormal eigenvectors (as rows) of a symmetric matrix: cyclic Jacobi rotations, Golub and Van Loan section 8.5. */
export function symmetricEigen(matrix: Matrix): { readonly values: number[]; readonly vectors: number[][] } {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = zeros(size);
  for (const [index, row] of vectors.entries()) row[index] = 1;
  const norm = Math.sqrt(a.reduce((total, row) => total + dot(row, row), 0));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += entry(a, p, q) ** 2;
    if (Math.sqrt(off) <= norm * 1e-16) break;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, vectors, p, q);
    }
  }
  return { values: a.map((row, index) => row[index] ?? 0), vectors };
}

function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const apq = entry(a, p, q);
  if (apq === 0) return;
  const theta = (entry(a, q, q) - entry(a, p, p)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of a) {
    const x = row[p] ?? 0;
    const y = row[q] ?? 0;
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  for (const rows of [a, vectors]) {
    const first = rows[p] ?? [];
    const second = rows[q] ?? [];
    for (let k = 0; k < first.length; k++) {
      const x = first[k] ?? 0;
      const y = second[k] ?? 0;
      first[k] = c * x - s * y;
      second[k] = s * x + c * y;
    }
  }
}
