import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomial, hypergeometric, poisson } from './count-distributions.ts';
import { beta, chiSquare, type Distribution, fisherF, normal, studentT } from './distributions.ts';
import { expectClose } from './testing/close.ts';

// Expected values were computed with 120 digits (mpmath, continued fractions of their own) or as exact fractions, and rounded to doubles.

test('the normal tail keeps its digits far out', () => {
  for (const [x, upper] of [
    [0.1, 0.460172162722971],
    [1.96, 0.024997895148220435],
    [5, 2.866515718791939e-7],
    [10, 7.619853024160525e-24],
    [37, 5.725571222524577e-300],
    [-3, 0.9986501019683699],
  ] as const) {
    expectClose(normal.upperTail(x), upper, 5e-13, `at ${x}`);
    expectClose(normal.cumulative(-x), upper, 5e-13, `at ${-x}`);
  }
  expectClose(normal.upperQuantile(0.025), 1.9599639845400543, 1e-15);
  expect(normal.quantile(0.5)).toBe(0);
  expect(normal.quantile(0)).toBe(Number.NEGATIVE_INFINITY);
});

test("Student's t for real degrees of freedom", () => {
  for (const [degrees, t, upper] of [
    [1, 1, 0.25],
    [2.5, 3, 0.03628804777451592],
    [4, -1, 0.8130495168499705],
    [5, 40, 9.205981085886477e-8],
    [10, 2.2281388519649385, 0.025000000000904334],
    [30, 10, 2.2876257041148064e-11],
    [1000, 1.96, 0.025136592477874357],
    [1e6, 4.5, 3.3980552524769494e-6],
    [0.5, 100, 0.032069857021536655],
  ] as const) {
    expectClose(studentT(degrees).upperTail(t), upper, 3e-12, `t ${t} with ${degrees}`);
    expectClose(studentT(degrees).cumulative(-t), upper, 3e-12);
  }
  for (const [degrees, p, t] of [
    [1.3, 1e-10, 21802572.74924298],
    [2, 0.01, 6.964556734283274],
    [4.7, 0.025, 2.6207260753531707],
    [29, 1e-6, 5.917105540459563],
    [250.5, 0.3, 0.5250684629849085],
  ] as const) {
    expectClose(studentT(degrees).upperQuantile(p), t, 1e-11, `${p} with ${degrees}`);
    expectClose(studentT(degrees).quantile(p), -t, 1e-11);
  }
  expect(studentT(Number.POSITIVE_INFINITY).upperTail(1.5)).toBe(normal.upperTail(1.5));
});

test('chi-square, F and beta, both tails', () => {
  for (const [degrees, x, lower, upper] of [
    [1, 3.841458820694124, 0.95, 0.05000000000000006],
    [1, 200, 1, 2.0884875837625452e-45],
    [2.5, 0.01, 0.0011702413714030097, 0.998829758628597],
    [10, 50, 0.9999997330916575, 2.6690834249044957e-7],
    [45, 32, 0.07241235963003487, 0.9275876403699651],
    [33, 53.9, 0.9877329476024275, 0.012267052397572578],
    [20_000, 20_400, 0.9767126778664011, 0.023287322133598805],
    [2e6, 2.01e6, 0.999999701250986, 2.987490140114635e-7],
  ] as const) {
    expectClose(chiSquare(degrees).cumulative(x), lower, 1e-11, `chi-square ${x} with ${degrees}`);
    expectClose(chiSquare(degrees).upperTail(x), upper, 1e-11, `chi-square ${x} with ${degrees}`);
  }
  for (const [numerator, denominator, x, lower, upper] of [
    [1, 10, 4.964602743730711, 0.95, 0.050000000000000065],
    [3, 7.5, 12, 0.9969471526897351, 0.003052847310264841],
    [20, 3000, 1.2, 0.7565636397844525, 0.24343636021554751],
    [2, 50_000, 30, 0.9999999999999047, 9.527448181005279e-14],
    [5, 2, 0.001, 3.105553879882105e-7, 0.999999689444612],
  ] as const) {
    expectClose(fisherF(numerator, denominator).cumulative(x), lower, 3e-12, `F ${x}`);
    expectClose(fisherF(numerator, denominator).upperTail(x), upper, 3e-12, `F ${x}`);
  }
  for (const [a, b, x, lower, upper] of [
    [0.5, 0.5, 0.1, 0.20483276469913347, 0.7951672353008665],
    [3, 1e6, 2e-6, 0.32332466650019487, 0.6766753334998051],
    [2e5, 3e5, 0.4005, 0.764785094491671, 0.235214905508329],
    [50, 2, 0.9999, 0.9999872915751239, 1.2708424876124783e-5],
    [0.001, 5, 0.2, 0.9997834456464276, 0.00021655435357234194],
    // Here the library alone is wrong by parts in a thousand.
    [3e7, 3e7, 0.5001, 0.9393323759066117, 0.06066762409338838],
  ] as const) {
    expectClose(beta(a, b).cumulative(x), lower, 1e-11, `beta ${x} of ${a}, ${b}`);
    expectClose(beta(a, b).upperTail(x), upper, 1e-11, `beta ${x} of ${a}, ${b}`);
  }
});

test('quantiles lead back to their probability from both sides', () => {
  const families: readonly Distribution[] = [
    normal,
    studentT(1.7),
    studentT(400),
    chiSquare(0.8),
    chiSquare(12_345),
    fisherF(3, 8.5),
    beta(0.3, 70),
    beta(4000, 2500),
  ];
  for (const distribution of families) {
    for (const p of [1e-12, 1e-5, 0.025, 0.4, 0.77]) {
      expectClose(distribution.cumulative(distribution.quantile(p)), p, 1e-8);
      expectClose(distribution.upperTail(distribution.upperQuantile(p)), p, 1e-8);
    }
  }
  expect(() => normal.quantile(1.2)).toThrow(RangeError);
  expect(() => studentT(0)).toThrow(RangeError);
});

test('both sides of the limit between the library and our own fraction agree', () => {
  for (const x of [0.2, 0.48, 0.5, 0.55]) {
    const below = beta(1000, 1000).upperTail(x);
    const above = beta(1000.000001, 1000.000001).upperTail(x);
    expectClose(above, below, 1e-5);
  }
  expectClose(chiSquare(2000).upperTail(2100), chiSquare(2000.0000001).upperTail(2100), 1e-7);
});

test('binomial counts', () => {
  for (const [count, trials, probability, mass, lower, upper] of [
    [3, 10, 0.25, 0.25028228759765625, 0.7758750915527344, 0.2241249084472656],
    [0, 25, 0.1, 0.07178979876918525, 0.07178979876918525, 0.9282102012308148],
    [18, 20, 0.5, 0.0001811981201171875, 0.9999799728393555, 2.002716064453125e-5],
    [40, 100, 0.1, 2.4702124345043152e-15, 0.9999999999999996, 4.753173592422126e-16],
    [2500, 3000, 0.8, 3.6278265452081347e-7, 0.9999986131799712, 1.3868200288187092e-6],
  ] as const) {
    const distribution = binomial(trials, probability);
    expectClose(distribution.mass(count), mass, 1e-12);
    expectClose(distribution.cumulative(count), lower, 1e-12);
    expectClose(distribution.upperTail(count), upper, 1e-11);
  }
  expect(binomial(5, 0).mass(0)).toBe(1);
  expect(binomial(5, 1).cumulative(4)).toBe(0);
  expect(binomial(5, 1).quantile(0.3)).toBe(5);
});

test('hypergeometric counts', () => {
  for (const [count, marked, unmarked, drawn, mass, lower, upper] of [
    [3, 4, 4, 4, 0.22857142857142856, 0.9857142857142858, 0.014285714285714285],
    [10, 30, 70, 20, 0.02223761787918498, 0.9915411885248483, 0.008458811475151718],
    [150, 200, 5000, 300, 1.860834186610727e-158, 1, 1.9243321242290593e-160],
    [60, 5000, 7000, 100, 8.689340937243001e-5, 0.9999286758527333, 7.132414726674887e-5],
  ] as const) {
    const distribution = hypergeometric(marked, unmarked, drawn);
    expectClose(distribution.mass(count), mass, 1e-11);
    expectClose(distribution.cumulative(count), lower, 1e-11);
    expectClose(distribution.upperTail(count), upper, 1e-11);
  }
});

test('Poisson counts', () => {
  for (const [count, mean, mass, lower, upper] of [
    [3, 2.5, 0.21376301724973645, 0.7575761331330659, 0.24242386686693404],
    [0, 0.1, 0.9048374180359595, 0.9048374180359595, 0.09516258196404043],
    [40, 10, 5.564294565210527e-13, 0.9999999999998223, 1.7773417493499443e-13],
    [1000, 900, 5.9269532854189e-5, 0.9995093672671425, 0.0004906327328575939],
    [5_000_000, 5_004_000, 3.605157653066146e-5, 0.036881592542054815, 0.9631184074579452],
  ] as const) {
    const distribution = poisson(mean);
    expectClose(distribution.mass(count), mass, 1e-11);
    expectClose(distribution.cumulative(count), lower, 1e-11);
    expectClose(distribution.upperTail(count), upper, 1e-11);
  }
});

test('count distributions: masses sum to the tails, and the quantile is the least count that reaches its probability', () => {
  const choices = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }))
      .map(([n, p]) => binomial(n, p)),
    fc
      .tuple(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([marked, unmarked, share]) => hypergeometric(marked, unmarked, Math.round(share * (marked + unmarked)))),
    fc.double({ min: 0.01, max: 40, noNaN: true }).map(poisson),
  );
  fc.assert(
    fc.property(choices, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (distribution, p) => {
      const found = distribution.quantile(p);
      expect(distribution.cumulative(found)).toBeGreaterThanOrEqual(p);
      expect(distribution.cumulative(found - 1)).toBeLessThan(p);
      let total = 0;
      for (let k = distribution.smallest; k <= found; k++) total += distribution.mass(k);
      expectClose(distribution.cumulative(found), total, 1e-10);
      expectClose(distribution.atLeast(found) + distribution.cumulative(found - 1), 1, 1e-10);
    }),
  );
});
