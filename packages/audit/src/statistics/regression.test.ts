import { expect, test } from 'vitest';
import {
  classicalCovariance,
  coefficient,
  type CrossProducts,
  jointlyZero,
  leastSquares,
  robustCovariance,
} from './regression.ts';
import { clusterCovariance } from './regression-clusters.ts';
import { expectClose, known } from './testing/close.ts';

interface Row {
  readonly x: readonly number[];
  readonly y: number;
  readonly weight?: number;
}

function crossProducts(rows: readonly Row[]): CrossProducts {
  const size = rows[0]?.x.length ?? 0;
  const places = Array.from({ length: size }, (_, index) => index);
  const total = (of: (row: Row) => number) => rows.reduce((left, row) => left + (row.weight ?? 1) * of(row), 0);
  return {
    rows: rows.length,
    xx: places.map((i) => places.map((j) => total(({ x }) => (x[i] ?? 0) * (x[j] ?? 0)))),
    xy: places.map((i) => total(({ x, y }) => (x[i] ?? 0) * y)),
    yy: total(({ y }) => y * y),
  };
}

// Longley (1967), with the certified values of NIST's statistical reference data sets: a linear model made to lose digits.
const longley = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
] as const;
const certified = [
  [15.0618722713733, 84.9149257747669],
  [-0.035819179292591, 0.0334910077722432],
  [-2.02022980381683, 0.488399681651699],
  [-1.03322686717359, 0.214274163161675],
  [-0.0511041056535807, 0.22607320006937],
  [1829.15146461355, 455.478499142212],
] as const;

test("Longley's data to NIST's certified digits once the columns are shifted", () => {
  const shifts = [0, 100, 400_000, 3000, 2600, 117_000, 1954];
  const rows = longley.map(([y, ...x]) => ({
    x: [1, ...x.map((value, index) => value - (shifts[index + 1] ?? 0))],
    y: y - 65_000,
  }));
  const fit = leastSquares(crossProducts(rows), { constant: 0 });
  expect(fit.collinear).toEqual([]);
  const covariance = classicalCovariance(fit);
  for (const [index, [estimate, error]] of certified.entries()) {
    const result = known(coefficient(fit, covariance, index + 1));
    expectClose(result.estimate, estimate, 1e-10, `coefficient ${index + 1}`);
    expectClose(result.standardError, error, 1e-10);
  }
  const constant =
    (fit.coefficients[0] ?? 0) +
    65_000 -
    shifts.slice(1).reduce((total, shift, index) => total + shift * (fit.coefficients[index + 1] ?? 0), 0);
  expectClose(constant, -3482258.63459582, 1e-10);
  expectClose(fit.rSquared, 0.995479004577296, 1e-11);
  expectClose(Math.sqrt(fit.residualSumOfSquares / fit.residualDegrees), 304.854073561965, 1e-10);
});

test('without the shift digits are lost, but not all', () => {
  const fit = leastSquares(crossProducts(longley.map(([y, ...x]) => ({ x: [1, ...x], y }))), { constant: 0 });
  for (const [index, [estimate]] of certified.entries()) expectClose(fit.coefficients[index + 1], estimate, 1e-4);
});

// Cluster, two columns, y, weight; the figures below were computed in numpy with the 24 × 24 projection written out.
const clustered = [
  [0, 1, -4, 13, 2], [0, 0, -3, 3, 3], [1, 0, -1, -3, 4], [1, 1, -3, 7, 1], [1, 0, 4, 3, 3], [1, 0, 3, -2, 3],
  [1, 1, 3, 6, 1], [1, 1, -1, 10, 1], [1, 1, -5, 7, 3], [2, 1, -3, 0, 3], [2, 0, -1, 0, 3], [2, 0, 1, 5, 2],
  [2, 1, -1, 3, 2], [3, 0, 1, -2, 1], [3, 0, -1, 0, 2], [3, 0, 2, 1, 2], [4, 0, -5, 4, 4], [4, 0, 5, -3, 1],
  [4, 1, 0, 4, 4], [4, 0, -4, 1, 2], [4, 1, 3, -2, 2], [4, 0, -1, -3, 2], [4, 1, 4, -2, 2], [4, 0, -2, -2, 2],
] as const; // prettier-ignore
const rows = clustered.map(([, first, second, y]) => ({ x: [1, first, second], y }));
const fit = leastSquares(crossProducts(rows), { constant: 0 });
const clusters = [0, 1, 2, 3, 4].map((cluster) =>
  crossProducts(rows.filter((_, index) => clustered[index]?.[0] === cluster)),
);
const errorsOf = (matrix: readonly (readonly number[])[]) => matrix.map((row, index) => Math.sqrt(row[index] ?? 0));
const expectAll = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expectClose(actual[index], value, 1e-11);
};

test('coefficients and plain errors', () => {
  expectAll(fit.coefficients.map(Number), [0.06469475012266135, 4.152309525478376, -0.5471367491413752]);
  expectClose(fit.rSquared, 0.4020438137596615, 1e-12);
  expectClose(fit.residualSumOfSquares, 263.10072194574894, 1e-12);
  expectAll(errorsOf(classicalCovariance(fit).matrix), [0.9466545931660438, 1.472019701303324, 0.24793284386007156]);
});

test('errors that allow for uneven spread', () => {
  const residuals = rows.map(({ x, y }) => ({
    x,
    residual: y - x.reduce((total, value, index) => total + value * (fit.coefficients[index] ?? 0), 0),
  }));
  expectAll(
    errorsOf(robustCovariance(fit, residuals, 'HC1').matrix),
    [0.7884618080549134, 1.5405929841679373, 0.2410511865108676],
  );
  expectAll(
    errorsOf(robustCovariance(fit, residuals, 'HC3').matrix),
    [0.8238895601814447, 1.6739848138901703, 0.2689291865092161],
  );
});

test('errors by cluster from cross-products alone', () => {
  for (const [method, errors] of [
    ['CR1', [0.7670162743303696, 1.8673895949563923, 0.31191765727441506]],
    ['CR2', [0.7177173114288327, 1.9570867154288731, 0.35617176763101777]],
    ['CR3', [0.6671047540790997, 2.3117411881103105, 0.4667523337091282]],
  ] as const) {
    const covariance = clusterCovariance(fit, clusters, method);
    expectAll(errorsOf(covariance?.matrix ?? []), errors);
  }
  const covariance = clusterCovariance(fit, clusters);
  if (covariance === undefined) throw new Error('no covariance');
  expectAll([0, 1, 2].map(covariance.degreesOfFreedom), [3.215668529741316, 2.974265344734433, 1.8286049716179116]);
  expect(known(coefficient(fit, covariance, 1)).pValue(0)).toBeGreaterThan(
    known(coefficient(fit, classicalCovariance(fit), 1)).pValue(0),
  );
  expect(clusterCovariance(fit, clusters.slice(0, 1))).toBeUndefined();
});

test('a cluster that alone carries a column is left out of that correction, not divided by zero', () => {
  // The third column is 1 in cluster 4 only: its leverage there is whole.
  const owned = clustered.map(([cluster, first, , y]) => ({ x: [1, first, cluster === 4 ? 1 : 0], y }));
  const own = leastSquares(crossProducts(owned), { constant: 0 });
  const parts = [0, 1, 2, 3, 4].map((cluster) =>
    crossProducts(owned.filter((_, index) => clustered[index]?.[0] === cluster)),
  );
  for (const error of errorsOf(clusterCovariance(own, parts)?.matrix ?? [])) expect(error).toBeGreaterThan(0);
});

test('joint tests', () => {
  const plain = jointlyZero(fit, classicalCovariance(fit), [1, 2]);
  expectClose(plain?.statistic, 7.059814985808511, 1e-11);
  expectClose(plain?.p, 0.004518854049474762, 1e-10);
  const covariance = clusterCovariance(fit, clusters, 'CR1');
  if (covariance === undefined) throw new Error('no covariance');
  const joint = jointlyZero(fit, covariance, [1, 2]);
  expectClose(joint?.statistic, 4.518805046989342, 1e-11);
  expectClose(joint?.p, 0.09412912141942474, 1e-10);
  // One coefficient: F is the square of t.
  const t = known(coefficient(fit, covariance, 2));
  expectClose(jointlyZero(fit, covariance, [2])?.p, t.pValue(0), 1e-11);
});

test('weighted rows', () => {
  const weighted = leastSquares(
    crossProducts(clustered.map(([, first, second, y, weight]) => ({ x: [1, first, second], y, weight }))),
  );
  expectAll(weighted.coefficients.map(Number), [0.1539978372877044, 3.332103555753451, -0.5138986069588449]);
});

test('columns that say the same are set aside by index, the later one first', () => {
  const doubled = clustered.map(([, first, second, y]) => ({ x: [first, 1 - first, second, 1, 2 * second - 1, 0], y }));
  const result = leastSquares(crossProducts(doubled), { constant: 3 });
  // After the constant and `first`, its complement adds nothing; 2 · second − 1 neither; nor a column of zeros.
  expect(result.collinear).toEqual([1, 4, 5]);
  expectClose(result.coefficients[0], 4.152309525478376, 1e-11);
  expect(coefficient(result, classicalCovariance(result), 1)).toMatchObject({ known: false, reason: 'no-contrast' });
});

test('a fit without error is not certainty', () => {
  const exact = leastSquares(
    crossProducts(clustered.map(([, first, second]) => ({ x: [1, first, second], y: 3 + 2 * first - second }))),
  );
  expect(coefficient(exact, classicalCovariance(exact), 1)).toMatchObject({ known: false, reason: 'no-variance' });
});
