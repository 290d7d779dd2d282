import { expect, test } from 'vitest';
import type { TwoByTwo } from './exact-tables.ts';
import { fisherExact } from './exact-tables.ts';
import { logShareRatio } from './proportions.ts';
import { seededRandom } from './random.ts';
import {
  breslowDay,
  cochranMantelHaenszel,
  commonOddsRatio,
  commonShareDifference,
  commonShareRatio,
} from './stratified.ts';
import { exactConditional } from './stratified-exact.ts';
import { variance } from './summation.ts';
import { expectClose, known } from './testing/close.ts';

const table = (firstYes: number, firstNo: number, secondYes: number, secondNo: number): TwoByTwo => ({
  firstYes,
  firstNo,
  secondYes,
  secondNo,
});

// Bickel, Hammel and O'Connell (1975), men and women by department, as in R's UCBAdmissions.
const berkeley = [
  table(512, 313, 89, 19),
  table(353, 207, 17, 8),
  table(120, 205, 202, 391),
  table(138, 279, 131, 244),
  table(53, 138, 94, 299),
  table(22, 351, 24, 317),
];

test("Berkeley's admissions as R's mantelhaen.test prints them", () => {
  const corrected = cochranMantelHaenszel(berkeley, { continuity: true });
  expectClose(corrected?.statistic, 1.4269462285866883, 1e-11);
  expectClose(corrected?.p, 0.2322634628170448, 1e-10);
  expectClose(cochranMantelHaenszel(berkeley)?.statistic, 1.5246066604434356, 1e-11);
  const odds = known(commonOddsRatio(berkeley));
  expectClose(odds.estimate, 0.9046968282586231, 1e-12);
  // R: 95 percent confidence interval 0.7719074 1.0603298.
  expect(odds.interval(0.95).low.toFixed(7)).toBe('0.7719074');
  expect(odds.interval(0.95).high.toFixed(7)).toBe('1.0603298');
});

test('Berkeley: the strata differ by Breslow and Day', () => {
  expectClose(breslowDay(berkeley, { tarone: false })?.statistic, 18.825513705235995, 1e-10);
  const corrected = breslowDay(berkeley);
  expectClose(corrected?.statistic, 18.82550125205271, 1e-10);
  expectClose(corrected?.p, 0.0020714013978812896, 1e-9);
});

test('Berkeley: the pooled gap is gone within departments', () => {
  const pooled = known(logShareRatio({ successes: 1198, trials: 2691 }, { successes: 557, trials: 1835 }));
  expect(pooled.pValue(1)).toBeLessThan(1e-15);
  const difference = known(commonShareDifference(berkeley));
  expect(difference.pValue(0)).toBeGreaterThan(0.05);
  expect(known(commonShareRatio(berkeley)).pValue(1)).toBeGreaterThan(0.05);
});

test('matched pairs: Mantel and Haenszel become McNemar', () => {
  // Pairs with: both, only the first, only the second, neither.
  const [both, plus, minus, neither] = [15, 31, 14, 40];
  const pairs = [
    ...Array.from({ length: both }, () => table(1, 0, 1, 0)),
    ...Array.from({ length: plus }, () => table(1, 0, 0, 1)),
    ...Array.from({ length: minus }, () => table(0, 1, 1, 0)),
    ...Array.from({ length: neither }, () => table(0, 1, 0, 1)),
  ];
  const n = pairs.length;
  const odds = known(commonOddsRatio(pairs));
  expectClose(odds.estimate, plus / minus, 1e-13);
  expectClose(odds.standardError, Math.sqrt(1 / plus + 1 / minus), 1e-12);
  expectClose(cochranMantelHaenszel(pairs)?.statistic, (plus - minus) ** 2 / (plus + minus), 1e-12);
  const difference = known(commonShareDifference(pairs));
  expectClose(difference.estimate, (plus - minus) / n, 1e-13);
  expectClose(difference.standardError, Math.sqrt(plus + minus - (plus - minus) ** 2 / n) / n, 1e-12);
  const ratio = known(commonShareRatio(pairs));
  expectClose(ratio.estimate, (both + plus) / (both + minus), 1e-13);
  // Nam and Blackwelder (2002): (plus + minus) over the product of both marginal counts.
  expectClose(ratio.standardError, Math.sqrt((plus + minus) / ((both + plus) * (both + minus))), 1e-12);
});

test('one stratum: the ratio has the error of Katz, the odds ratio that of Woolf, nearly', () => {
  const single = table(30, 170, 45, 105);
  const ratio = known(commonShareRatio([single]));
  const katz = known(logShareRatio({ successes: 30, trials: 200 }, { successes: 45, trials: 150 }));
  expectClose(ratio.estimate, katz.estimate, 1e-13);
  expectClose(ratio.standardError, katz.standardError, 1e-12);
  expectClose(known(commonOddsRatio([single])).standardError, Math.sqrt(1 / 30 + 1 / 170 + 1 / 45 + 1 / 105), 0.01);
});

test('errors of the common effects match the spread of simulated ones, for many small strata and for few large ones', () => {
  const random = seededRandom(5);
  const draw = (trials: number, share: number) => {
    let count = 0;
    for (let i = 0; i < trials; i++) if (random.uniform() < share) count += 1;
    return count;
  };
  for (const design of [
    { strata: 150, first: 3, second: 2 },
    { strata: 4, first: 120, second: 60 },
  ]) {
    const found = { difference: [] as number[], ratio: [] as number[], odds: [] as number[] };
    const squares = { difference: 0, ratio: 0, odds: 0 };
    const repeats = 600;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const tables = Array.from({ length: design.strata }, (_, stratum) => {
        const base = 0.2 + (0.4 * (stratum % 4)) / 4;
        const first = draw(design.first, base * 1.2);
        const second = draw(design.second, base);
        return table(first, design.first - first, second, design.second - second);
      });
      for (const [name, result] of [
        ['difference', known(commonShareDifference(tables))],
        ['ratio', known(commonShareRatio(tables))],
        ['odds', known(commonOddsRatio(tables))],
      ] as const) {
        found[name].push(name === 'difference' ? result.estimate : Math.log(result.estimate));
        squares[name] += result.standardError ** 2 / repeats;
      }
    }
    for (const name of ['difference', 'ratio', 'odds'] as const) {
      expect(
        Math.abs(Math.sqrt(squares[name] / variance(found[name])) - 1),
        `${name}, ${design.strata} strata`,
      ).toBeLessThan(0.1);
    }
  }
});

test('the exact conditional test is the convolution in fractions', () => {
  const small = [table(3, 1, 1, 4), table(2, 5, 0, 6), table(4, 2, 2, 3), table(1, 1, 0, 3)];
  const result = exactConditional(small);
  expectClose(result?.twoSided, 0.03139122781979925, 1e-11);
  expectClose(result?.midP, 0.02393406857692572, 1e-11);
  expectClose(result?.greater, 0.016844266844266844, 1e-11);
  expectClose(result?.less, 0.9980700516414802, 1e-11);
  const single = table(8, 2, 1, 5);
  expectClose(exactConditional([single])?.twoSided, fisherExact(single).twoSided, 1e-11);
  expect(exactConditional(berkeley)?.twoSided).toBeGreaterThan(0.1);
  expect(exactConditional([table(3, 0, 4, 0)])).toBeUndefined();
  expect(
    exactConditional([table(40_000, 60_000, 41_000, 59_000), table(40_000, 60_000, 41_000, 59_000)]),
  ).toBeUndefined();
});

test('strata with one group, or without variation, tell nothing', () => {
  const silent = [table(5, 5, 0, 0), table(0, 0, 3, 4)];
  expect(cochranMantelHaenszel(silent)).toBeUndefined();
  expect(commonShareDifference(silent)).toMatchObject({ known: false, reason: 'no-contrast' });
  expect(commonShareRatio([table(0, 10, 0, 10)])).toMatchObject({ reason: 'no-contrast' });
  expect(commonShareDifference([table(0, 10, 0, 10)])).toMatchObject({ estimate: 0, reason: 'no-variance' });
  expectClose(
    known(commonShareDifference([...berkeley, ...silent])).estimate,
    known(commonShareDifference(berkeley)).estimate,
    1e-14,
  );
});
