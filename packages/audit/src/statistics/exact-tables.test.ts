import { expect, test } from 'vitest';
import { binomial, poisson } from './count-distributions.ts';
import { discordantOdds, exactTest, fisherExact, signTest } from './exact-tables.ts';
import { expectClose } from './testing/close.ts';

test("Fisher's tea taster and other tables, as scipy's exact arithmetic has them", () => {
  // Agresti, "Categorical Data Analysis", section 3.5: p = 0.486 two-sided, 0.243 one-sided.
  for (const [a, b, c, d, twoSided, greater, less] of [
    [3, 1, 1, 3, 0.48571428571428565, 0.24285714285714283, 0.9857142857142858],
    [8, 2, 1, 5, 0.034965034965034975, 0.024475524475524483, 0.9991258741258742],
    [120, 80, 95, 130, 0.0003151616686679846, 0.00017826370770922947, 0.9999171542357858],
    [0, 9, 6, 4, 0.0108359133126935, 1, 0.007739938080495358],
    [1000, 20_000, 1100, 19_000, 0.0011535662481815812, 0.9995047485770668, 0.0005803007760107402],
  ] as const) {
    const test = fisherExact({ firstYes: a, firstNo: b, secondYes: c, secondNo: d });
    expectClose(test.twoSided, twoSided, 1e-9, `${a} ${b} ${c} ${d}`);
    expectClose(test.greater, greater, 1e-9);
    expectClose(test.less, less, 1e-9);
  }
});

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));
const choose = (n: number, k: number): bigint => factorial(n) / (factorial(k) * factorial(n - k));

test('two-sided and mid-p in whole numbers, for every table with margins up to 7', () => {
  for (let first = 1; first <= 7; first++) {
    for (let second = 1; second <= 6; second++) {
      for (let yes = 0; yes <= first + second; yes++) {
        const ways = new Map<number, bigint>();
        for (let k = Math.max(0, yes - second); k <= Math.min(first, yes); k++)
          ways.set(k, choose(first, k) * choose(second, yes - k));
        const all = Number(choose(first + second, yes));
        for (const [k, own] of ways) {
          const counted = [...ways.values()].filter((other) => other <= own);
          const same = counted.filter((other) => other === own);
          const total = (list: readonly bigint[]) => Number(list.reduce((left, right) => left + right, 0n));
          const test = fisherExact({ firstYes: k, firstNo: first - k, secondYes: yes - k, secondNo: second - yes + k });
          expectClose(test.twoSided, total(counted) / all, 1e-11, `${k} of ${first}, ${yes} of ${first + second}`);
          expect(Math.abs(test.midP - (total(counted) - total(same) / 2) / all)).toBeLessThan(1e-11);
        }
      }
    }
  }
});

test('sign and exact McNemar tests', () => {
  for (const [plus, minus, p] of [
    [3, 9, 0.14599609375],
    [10, 3, 0.09228515625],
    [100, 160, 0.00023894190306813953],
    [0, 7, 0.015625],
    [4, 4, 1],
  ] as const) {
    expectClose(signTest(plus, minus).twoSided, p, 1e-10);
  }
  const odds = discordantOdds(10, 3, 0.95);
  expectClose(odds.estimate, 10 / 3, 1e-14);
  expect(odds.interval.low).toBeLessThan(1);
  expect(discordantOdds(5, 0, 0.95).interval.high).toBe(Number.POSITIVE_INFINITY);
});

test('skewed distributions are summed from both sides of their mode', () => {
  for (const [observed, distribution] of [
    [0, binomial(30, 0.07)],
    [6, binomial(30, 0.07)],
    [2, binomial(30, 0.07)],
    [9, poisson(3.3)],
  ] as const) {
    const own = distribution.mass(observed);
    let expected = 0;
    for (let k = 0; k <= 60; k++) if (distribution.mass(k) <= own * (1 + 1e-7)) expected += distribution.mass(k);
    expectClose(exactTest(observed, distribution).twoSided, expected, 1e-10);
  }
});
