import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openStore, type LogStore } from '@suanjian/decision-log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../checks/checks.ts';
import type { ReportedValue } from '../engine/method.ts';
import { methods } from '../methods/methods.ts';
import { errorBudget } from '../receipt/receipt.ts';
import { auditMapping } from './audit-mapping.ts';

const boston = join(import.meta.dirname, '../../../../../shared/data/audits/hmda-resume-ucb/boston_hmda.parquet');

let folder: string;
let store: LogStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suanjian-rows-'));
  store = await openStore({ kind: 'embedded', folder: join(folder, 'store') });
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const resultOf = async (yaml: string) => {
  writeFileSync(join(folder, 'mapping.yaml'), yaml);
  const { report, notRun } = await auditMapping({
    path: join(folder, 'mapping.yaml'),
    store,
    methods,
    checks,
    edition: 'final',
    seed: 1,
    error: errorBudget(1),
    host: 'test',
    clock: () => 0,
  });
  expect(notRun).toEqual([]);
  const [result] = report?.results ?? [];
  if (result === undefined) throw new Error('no result');
  return result;
};

const at = (value: ReportedValue | undefined, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>)[name] : undefined,
    value,
  );

interface Row {
  readonly x: number;
  readonly y: number;
}

/** The slope of y over x and its HC2 error, written out row by row: what CR2 is where each row is a cluster. */
const writtenOut = (rows: readonly Row[]): { readonly slope: number; readonly error: number } => {
  const n = rows.length;
  const mean = (of: (row: Row) => number): number => rows.reduce((sum, row) => sum + of(row), 0) / n;
  const [x, y] = [mean((row) => row.x), mean((row) => row.y)];
  const spread = rows.reduce((sum, row) => sum + (row.x - x) ** 2, 0);
  const slope = rows.reduce((sum, row) => sum + (row.x - x) * (row.y - y), 0) / spread;
  const variance = rows.reduce((sum, row) => {
    const leverage = 1 / n + (row.x - x) ** 2 / spread;
    const residual = row.y - y - slope * (row.x - x);
    return sum + ((row.x - x) * residual) ** 2 / (1 - leverage);
  }, 0);
  return { slope, error: Math.sqrt(variance) / spread };
};

/** Six hundred people of whom only eight kinds can be told apart. */
const alike: readonly Row[] = Array.from({ length: 600 }, (_, index) => ({
  x: [0, 0, 1, 3][index % 4] ?? 0,
  y: (index * 7919) % 10 < 2 + (index % 4) ? 1 : 0,
}));
const csv = (rows: readonly Row[]): string => `x,y\n${rows.map(({ x, y }) => `${x},${y}`).join('\n')}\n`;

describe('rows that are equal in every column are clusters of their own', () => {
  const asked = 'method: regression\nparts: { value: y, group: x }\nparameters: { groupIs: number }\n';
  beforeAll(() => {
    writeFileSync(join(folder, 'alike.csv'), csv(alike));
    writeFileSync(join(folder, 'turned.csv'), csv(alike.toReversed()));
  });

  test.each([
    ['a table', 'source: alike.csv\n'],
    ['a query over named sources', 'source: { people: alike.csv }\nquery: SELECT x, y FROM people\n'],
  ])('of %s, in a regression', async (_, source) => {
    const { values } = await resultOf(`${source}${asked}`);
    const { slope, error } = writtenOut(alike);
    expect(at(values['coefficients'], 'group', 'estimate')).toBeCloseTo(slope, 10);
    expect(at(values['coefficients'], 'group', 'standardError')).toBeCloseTo(error, 10);
    expect(values['clusters']).toBe(600);
  });

  test('in the slope of a value, which says the same as the regression of each row by its own number', async () => {
    const slopeOf = (source: string, cluster = ''): Promise<{ readonly interval: unknown; readonly n: number }> =>
      resultOf(
        `${source}method: value-gap\nparts: { value: y, group: x${cluster} }\nparameters: { measure: difference }\n`,
      );
    const own = await slopeOf('source: alike.csv\n');
    writeFileSync(
      join(folder, 'numbered.csv'),
      `x,y,person\n${alike.map(({ x, y }, index) => `${x},${y},p${index}`).join('\n')}\n`,
    );
    const numbered = await slopeOf('source: numbered.csv\n', ', cluster: person');
    const width = (interval: unknown): number => {
      const [low, high] = interval as readonly [number, number];
      return high - low;
    };
    // The numbered ones are thrown into buckets by their hash, of which some hold two.
    expect(width(own.interval) / width(numbered.interval)).toBeGreaterThan(0.9);
    expect(width(own.interval) / width(numbered.interval)).toBeLessThan(1.1);
  });

  test('whatever order the rows stand in, to the last digit', async () => {
    const first = await resultOf(`source: alike.csv\n${asked}`);
    const turned = await resultOf(`source: turned.csv\n${asked}`);
    expect(turned.values).toEqual(first.values);
    expect(turned.interval).toEqual(first.interval);
  });

  test('mortgages in Boston, cut to three columns, err as their 2,380 rows do', async (context) => {
    if (!existsSync(boston))
      context.skip('The real audit data (../shared/data/audits) do not lie beside the checkout.');
    const source = `source: { mortgages: '${relative(folder, boston)}' }\n`;
    const rows: Row[] = [];
    for (const denied of [0, 1])
      for (const black of [0, 1]) {
        const { n } = await resultOf(
          `${source}query: SELECT 1 AS one FROM mortgages WHERE toUInt8(deny) = ${denied} AND toUInt8(afam) = ${black}\nmethod: describe\nparts: { one: one }\nparameters: { statistics: { all: count } }\n`,
        );
        for (let index = 0; index < n; index++) rows.push({ x: black, y: denied });
      }
    expect(rows).toHaveLength(2380);
    const { values } = await resultOf(
      `${source}query: SELECT toUInt8(deny) AS denied, toUInt8(afam) AS black, toUInt8(single) AS alone FROM mortgages\nmethod: regression\nparts: { value: denied, group: black }\nparameters: { groupIs: number }\n`,
    );
    const { slope, error } = writtenOut(rows);
    expect(at(values['coefficients'], 'group', 'estimate')).toBeCloseTo(slope, 10);
    // More rows than buckets: the same error in expectation, two or three rows to a bucket.
    expect(Number(at(values['coefficients'], 'group', 'standardError')) / error).toBeGreaterThan(0.93);
    expect(Number(at(values['coefficients'], 'group', 'standardError')) / error).toBeLessThan(1.07);
  });
});
