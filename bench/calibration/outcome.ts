import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ratio } from '../ratio.ts';
import { powerChart } from './chart.ts';
import { nominal, type NullResult, tooMany } from './null-study.ts';
import { chartName, type Findings, pageOf } from './page.ts';
import { neededPower, promised, tooFew } from './power/study.ts';

const reference = join(import.meta.dirname, '..', '..', 'docs', 'reference');
const charts = join(reference, 'power');

/** Writes docs/reference/power.md and its charts. */
export const writePages = (findings: Findings): void => {
  rmSync(charts, { recursive: true, force: true });
  mkdirSync(charts, { recursive: true });
  for (const [index, result] of findings.powers.entries())
    writeFileSync(
      join(charts, chartName(result, index)),
      powerChart(result.points, `${result.design.method}: ${result.design.title.en}`),
    );
  writeFileSync(join(reference, 'power.md'), pageOf(findings));
};

const nullRatios = (claim: string, results: readonly NullResult[]): readonly Ratio[] => {
  const over = results.filter(({ rejected, tables: of }) => tooMany(rejected, of));
  const rates = results.map(({ rejected, tables: of }) => rejected / of / nominal);
  return [
    {
      claim,
      ratio: 1 - over.length / results.length,
      limit: { atLeast: 1 },
      details: {
        kinds: results.length,
        tables: results.reduce((sum, result) => sum + result.tables, 0),
        largestRateOverNominal: Math.max(...rates).toFixed(2),
        largestFailureRate: Math.max(...results.map(({ failed, tables: of }) => failed / of)).toFixed(3),
        ...(over.length === 0 ? {} : { over: over.map(({ design }) => design.title).join('; ') }),
      },
    },
  ];
};

/** What is claimed, and whether it held. */
export const ratiosOf = ({ nulls, permuted, powers, suite }: Findings): readonly Ratio[] => {
  const naive = [...nulls, ...permuted].filter((result) => result.naive !== undefined);
  const naiveErrs = naive.filter((result) => tooMany(result.naive ?? 0, result.tables));
  return [
    ...nullRatios('Every method keeps its nominal error of 5 % on tables in which nothing is wrong', nulls),
    ...(permuted.length === 0 ? [] : nullRatios('… and on real tables whose labels were exchanged', permuted)),
    {
      claim: 'Asked without regard to strata and clusters, the same tables are rejected too often',
      ratio: naiveErrs.length / naive.length,
      limit: { atLeast: 1 },
      details: {
        kinds: naive.length,
        smallestRateOverNominal: Math.min(
          ...naive.map((result) => (result.naive ?? 0) / result.tables / nominal),
        ).toFixed(2),
      },
    },
    ...promised.map(({ rows, size }): Ratio => {
      const points = powers.map(({ points: all }) => all.filter((one) => one.rows === rows && one.size === size));
      const [found, of] = [
        points.flat().reduce((sum, one) => sum + one.failed, 0),
        points.flat().reduce((sum, one) => sum + one.tables, 0),
      ];
      const short = powers.filter((_, index) => (points[index] ?? []).some(tooFew));
      return {
        claim: `An effect of ${size} times the materiality is found in ${rows} rows`,
        ratio: short.length > 0 ? 0 : found / of,
        limit: { atLeast: neededPower },
        details: {
          methods: powers.length,
          tables: of,
          found,
          ...(short.length === 0 ? {} : { short: short.map(({ design }) => design.title.en).join('; ') }),
        },
      };
    }),
    {
      claim: 'Small clean logs through the whole suite: the share in which any duty fails, over the 5 % allowed',
      ratio: suite.failing / suite.logs / nominal,
      limit: { atMost: 1 },
      details: { logs: suite.logs, failing: suite.failing, asked: suite.asked, passed: suite.passed },
    },
  ];
};
