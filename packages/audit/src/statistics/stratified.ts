import { chiSquare } from './distributions.ts';
import type { TwoByTwo } from './exact-tables.ts';
import { type Inferred, undetermined, wald } from './inference.ts';
import { CompensatedSum } from './summation.ts';

/*
 * Several two-by-two tables, one per stratum, and what is common to them. Rows must be independent within and between strata; for rows
 * that hang together use cluster-contrast.ts. Notation of Rothman, Greenland and Lash, "Modern Epidemiology", chapter 15.
 */

interface Margins {
  readonly yes: number;
  readonly first: number;
  readonly second: number;
  readonly total: number;
}

const marginsOf = (table: TwoByTwo): Margins => {
  const first = table.firstYes + table.firstNo;
  const second = table.secondYes + table.secondNo;
  return { yes: table.firstYes + table.secondYes, first, second, total: first + second };
};

/** Tables in which both groups stand; the others compare nothing. */
const comparable = (tables: readonly TwoByTwo[]) =>
  tables.filter((table) => {
    const { first, second } = marginsOf(table);
    return first > 0 && second > 0;
  });

export interface ChiSquareTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/**
 * Is there a common association, given the strata? Cochran (1954), Mantel and Haenszel (1959). `continuity` takes half off the difference,
 * as Mantel and Haenszel did. `undefined` where no stratum can tell.
 */
export function cochranMantelHaenszel(
  tables: readonly TwoByTwo[],
  { continuity = false }: { continuity?: boolean } = {},
): ChiSquareTest | undefined {
  const difference = new CompensatedSum();
  const spread = new CompensatedSum();
  for (const table of comparable(tables)) {
    const { yes, first, second, total } = marginsOf(table);
    if (total < 2) continue;
    difference.add(table.firstYes - (first * yes) / total);
    spread.add((first * second * yes * (total - yes)) / (total * total * (total - 1)));
  }
  if (!(spread.value > 0)) return undefined;
  const distance = Math.max(
    0,
    Math.abs(difference.value) - (continuity ? Math.min(0.5, Math.abs(difference.value)) : 0),
  );
  const statistic = distance ** 2 / spread.value;
  return { statistic, degreesOfFreedom: 1, p: chiSquare(1).upperTail(statistic) };
}

/** Common difference of shares, first − second, with Mantel-Haenszel weights and Sato's variance (1989), Biometrics 45: right for few large and for many small strata. */
export function commonShareDifference(tables: readonly TwoByTwo[]): Inferred {
  const weight = new CompensatedSum();
  const top = new CompensatedSum();
  const p = new CompensatedSum();
  const q = new CompensatedSum();
  for (const table of comparable(tables)) {
    const { first, second, total } = marginsOf(table);
    const { firstYes: a, secondYes: b } = table;
    weight.add((first * second) / total);
    top.add((a * second - b * first) / total);
    p.add((first ** 2 * b - second ** 2 * a + (first * second * (second - first)) / 2) / total ** 2);
    q.add((a * (second - b) + b * (first - a)) / (2 * total));
  }
  if (!(weight.value > 0)) return undetermined('no-contrast');
  const estimate = top.value / weight.value;
  const square = (estimate * p.value + q.value) / weight.value ** 2;
  if (!(square > 0)) return undetermined('no-variance', estimate);
  return wald({
    estimate,
    standardError: Math.sqrt(square),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: 'Mantel-Haenszel difference, Sato variance',
  });
}

/** Common ratio of shares, first / second: Mantel-Haenszel weights, variance of Greenland and Robins (1985), Biometrics 41. */
export function commonShareRatio(tables: readonly TwoByTwo[]): Inferred {
  const top = new CompensatedSum();
  const bottom = new CompensatedSum();
  const p = new CompensatedSum();
  for (const table of comparable(tables)) {
    const { yes, first, second, total } = marginsOf(table);
    top.add((table.firstYes * second) / total);
    bottom.add((table.secondYes * first) / total);
    p.add((first * second * yes - table.firstYes * table.secondYes * total) / total ** 2);
  }
  if (top.value === 0 && bottom.value === 0) return undetermined('no-contrast');
  if (bottom.value === 0) return undetermined('zero-reference');
  const estimate = top.value / bottom.value;
  if (top.value === 0 || !(p.value > 0)) return undetermined('no-variance', estimate);
  return wald({
    estimate,
    standardError: Math.sqrt(p.value / (top.value * bottom.value)),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: 'Mantel-Haenszel ratio, Greenland-Robins variance',
    scale: 'log',
  });
}

/** Common odds ratio: Mantel and Haenszel (1959), variance of Robins, Breslow and Greenland (1986), Biometrics 42. */
export function commonOddsRatio(tables: readonly TwoByTwo[]): Inferred {
  const r = new CompensatedSum();
  const s = new CompensatedSum();
  const pr = new CompensatedSum();
  const mixed = new CompensatedSum();
  const qs = new CompensatedSum();
  for (const table of comparable(tables)) {
    const { total } = marginsOf(table);
    const agree = (table.firstYes + table.secondNo) / total;
    const differ = (table.firstNo + table.secondYes) / total;
    const up = (table.firstYes * table.secondNo) / total;
    const down = (table.firstNo * table.secondYes) / total;
    r.add(up);
    s.add(down);
    pr.add(agree * up);
    mixed.add(agree * down + differ * up);
    qs.add(differ * down);
  }
  if (r.value === 0 && s.value === 0) return undetermined('no-contrast');
  if (s.value === 0) return undetermined('zero-reference');
  const estimate = r.value / s.value;
  if (r.value === 0) return undetermined('no-variance', estimate);
  const square = pr.value / (2 * r.value ** 2) + mixed.value / (2 * r.value * s.value) + qs.value / (2 * s.value ** 2);
  return wald({
    estimate,
    standardError: Math.sqrt(square),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: 'Mantel-Haenszel odds ratio, Robins-Breslow-Greenland variance',
    scale: 'log',
  });
}

/** Is the odds ratio the same in all strata? Breslow and Day (1980) with Tarone's correction (1985). For notes about strata, never for a verdict. */
export function breslowDay(
  tables: readonly TwoByTwo[],
  { tarone = true }: { tarone?: boolean } = {},
): ChiSquareTest | undefined {
  const common = commonOddsRatio(tables);
  const ratio = common.estimate;
  if (ratio === undefined || !(ratio > 0)) return undefined;
  const statistic = new CompensatedSum();
  const off = new CompensatedSum();
  const spread = new CompensatedSum();
  let strata = 0;
  for (const table of comparable(tables)) {
    const { yes, first, second, total } = marginsOf(table);
    if (yes === 0 || yes === total) continue;
    strata += 1;
    const expected = expectedFirstYes(yes, first, second, ratio);
    const square = 1 / (1 / expected + 1 / (yes - expected) + 1 / (first - expected) + 1 / (second - yes + expected));
    statistic.add((table.firstYes - expected) ** 2 / square);
    off.add(table.firstYes - expected);
    spread.add(square);
  }
  if (strata < 2) return undefined;
  const value = statistic.value - (tarone ? off.value ** 2 / spread.value : 0);
  return { statistic: value, degreesOfFreedom: strata - 1, p: chiSquare(strata - 1).upperTail(value) };
}

/** The first group's yes that gives an odds ratio with these margins: the root of a quadratic that lies within them. */
function expectedFirstYes(yes: number, first: number, second: number, ratio: number): number {
  if (Math.abs(ratio - 1) < 1e-12) return (yes * first) / (first + second);
  const a = ratio - 1;
  const b = -(ratio * (yes + first) + second - yes);
  const c = ratio * yes * first;
  const q = -(b - Math.sqrt(b * b - 4 * a * c)) / 2;
  const small = c / q;
  const large = q / a;
  const inside = (x: number) => x >= Math.max(0, yes - second) && x <= Math.min(yes, first);
  return inside(small) ? small : large;
}
