import { expect, test } from 'vitest';
import { everyChoice, permutationOfMeans, signFlipTest, waysToChoose } from './permutation.ts';
import { randomFromState, seededRandom } from './random.ts';
import { expectClose } from './testing/close.ts';

test('the generator gives the published numbers of xoshiro128**', () => {
  const random = randomFromState([1, 2, 3, 4]);
  // Values of the authors' reference implementation (xoshiro128starstar.c, version 1.1), also computed anew with numbers of any length.
  const expected = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ];
  expect(expected.map(() => random.next32())).toEqual(expected);
});

test('the same seed gives the same numbers, another seed others, evenly spread', () => {
  const of = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 50 }, () => random.below(1000));
  };
  expect(of(7)).toEqual(of(7));
  expect(of(7)).not.toEqual(of(8));
  expect(of(7)).not.toEqual(of(7 + 2 ** 32));
  const random = seededRandom(20_251_122);
  const bins = new Uint32Array(20);
  for (let draw = 0; draw < 200_000; draw++) {
    const bin = Math.floor(random.uniform() * 20);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const statistic = bins.reduce((total, count) => total + (count - 10_000) ** 2 / 10_000, 0);
  // 19 degrees of freedom: from the 0.1 % to the 99.9 % quantile.
  expect(statistic).toBeGreaterThan(5.4);
  expect(statistic).toBeLessThan(43.8);
  const normals = Array.from({ length: 20_000 }, () => random.normal());
  expect(Math.abs(normals.reduce((left, right) => left + right, 0) / 20_000)).toBeLessThan(0.03);
});

const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

test('all arrangements of a small table, as scipy.stats.permutation_test enumerates them', () => {
  const small = permutationOfMeans(first.slice(0, 6), second.slice(0, 6), seededRandom(1));
  expect(small?.exact).toBe(true);
  expect(small?.arrangements).toBe(924);
  expectClose(small?.twoSided, 0.26406926406926406, 1e-12);
});

test('drawn arrangements come near the exact p, and only the seed decides which', () => {
  const drawn = permutationOfMeans(first, second, seededRandom(1), 40_000);
  expect(drawn?.exact).toBe(false);
  // Exact over all 184,756: 0.081448; four standard errors of the draws.
  expect(Math.abs((drawn?.twoSided ?? 0) - 0.08144796380090498)).toBeLessThan(
    4 * Math.sqrt((0.0814 * 0.9186) / 40_000),
  );
  expect(permutationOfMeans(first, second, seededRandom(1), 40_000)).toEqual(drawn);
  const uneven = permutationOfMeans([...first, ...first], second.slice(0, 4), seededRandom(3), 20_000);
  const turned = permutationOfMeans(second.slice(0, 4), [...first, ...first], seededRandom(3), 20_000);
  expect(Math.abs((uneven?.less ?? 0) - (turned?.greater ?? 1))).toBeLessThan(0.01);
  expect(permutationOfMeans([], second, seededRandom(1))).toBeUndefined();
});

test('sign flips of paired differences', () => {
  const differences = first.map((value, index) => value - (second[index] ?? 0));
  const test = signFlipTest(differences, seededRandom(1));
  // Nine are negative and one is zero: only the arrangement seen and its mirror are as extreme.
  expect(test).toMatchObject({ exact: true, arrangements: 512, twoSided: 2 / 512, less: 1 / 512, greater: 1 });
  const many = Array.from({ length: 40 }, (_, index) => (index % 5 === 0 ? -2 : 1));
  const drawn = signFlipTest(many, seededRandom(9), 20_000);
  // The sum has variance 8 · 4 + 32 = 64 about zero and is 16: near the normal tail beyond 15 / 8.
  expect(drawn?.twoSided).toBeGreaterThan(0.04);
  expect(drawn?.twoSided).toBeLessThan(0.075);
  expect(signFlipTest([0, 0], seededRandom(1))).toBeUndefined();
});

test('choices are counted and visited once each', () => {
  const seen = new Set<string>();
  everyChoice(6, 3, (chosen) => seen.add(chosen.join(',')));
  expect(seen.size).toBe(waysToChoose(6, 3));
  expect(waysToChoose(20, 10)).toBe(184_756);
  expect(waysToChoose(500, 250)).toBe(Number.POSITIVE_INFINITY);
});
