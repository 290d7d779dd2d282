import { familyNames } from '@suanjian/decision-log';
import { withLogStore } from '@suanjian/decision-log/testing';
import { expect, test } from 'vitest';
import { checks } from '../checks/checks.ts';
import type { LogState } from './log-state.ts';
import { lookingAtEverything, partInSql, partNote, partOf } from './part.ts';
import { filled, looksAtPart } from './template.ts';
import { templatesOf } from './prepare-check.ts';

const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
const holding = (rowsADay: number): LogState => ({
  treeSize: 0,
  root: '',
  days,
  rows: (families) => (families.includes('exposure') ? rowsADay : 0),
  day: () => '',
  period: () => '',
});
const check = checks.find(({ id }) => id === 'repetition');
if (check === undefined) throw new Error('no check of slates');
const asked = { check, from: '2026-03-01', to: '2026-03-02', seed: 7 };
const oneIn = (enough: number, rowsADay: number): number =>
  partOf({ ...asked, parameters: { enough }, state: holding(rowsADay) }).oneIn;

test('a part is drawn from twice as many records as are enough, by powers of two, over the days of the period', () => {
  expect(oneIn(1000, 999)).toBe(1);
  expect(oneIn(1000, 1000)).toBe(2);
  expect(oneIn(1000, 1999)).toBe(2);
  expect(oneIn(1000, 2000)).toBe(4);
  expect(oneIn(1000, 500_000)).toBe(512);
  expect(oneIn(0, 500_000)).toBe(1);
});

test('the reader is told of a part, and of nothing when all is looked at', () => {
  expect(partNote({ oneIn: 1, seed: 7 })).toEqual([]);
  expect(partNote({ oneIn: 8, seed: 7 })[0]).toMatchObject({
    en: expect.stringContaining('one part in 8'),
    zh: expect.stringContaining('1/8'),
  });
});

test('a place for a part is a condition, and true where nothing is left out', () => {
  const part = (columns: readonly string[]): string => partInSql({ oneIn: 4, seed: 7 }, columns);
  const family = (): string => 'log.exposure';
  const template = 'SELECT 1 FROM {{exposure}} WHERE {{part.item.day}}';
  expect(filled(template, { parameters: {}, family, part })).toBe(
    'SELECT 1 FROM log.exposure WHERE cityHash64(item, day, toUInt64(7)) % 4 = 0',
  );
  expect(filled(template, { parameters: {}, family })).toBe('SELECT 1 FROM log.exposure WHERE true');
  expect(() => filled('{{part}}', { parameters: {}, family })).toThrow(/stands for nothing/u);
});

test('people are drawn by a range of their pseudonyms, in every epoch, and a smaller part lies within a larger one', async () => {
  const of = (oneIn: number, seed: number): string => partInSql({ oneIn, seed, prefixes: ['p1_', 'p2_'] }, ['user']);
  expect(of(64, 7)).toMatch(/^\(user >= 'p1_.-' AND user < 'p1_.[-{]?' OR user >= 'p2_/u);
  expect(partInSql({ oneIn: 4, seed: 7, prefixes: ['p1_'] }, ['item'])).toContain('cityHash64');
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  const columns = seeds.flatMap((seed) =>
    [4, 16, 4096].map((oneIn) => `countIf(${of(oneIn, seed)}) AS one_in_${oneIn}_${seed}`),
  );
  const within = seeds.map((seed) => `countIf(${of(16, seed)} AND NOT ${of(4, seed)}) AS outside_${seed}`);
  const [row = {}] = await withLogStore((store) =>
    store.writer.query<Record<string, string>>(
      `SELECT ${[...columns, ...within].join(', ')}
      FROM (SELECT concat(if(number % 2 = 0, 'p1_', 'p2_'), substring(base64URLEncode(sipHash128(number)), 1, 22)) AS user FROM numbers(400000))`,
    ),
  );
  for (const seed of seeds) {
    expect(Number(row[`one_in_4_${seed}`]) / 100_000).toBeCloseTo(1, 1);
    expect(Number(row[`one_in_16_${seed}`]) / 25_000).toBeCloseTo(1, 1);
    expect(Number(row[`one_in_4096_${seed}`])).toBeGreaterThan(50);
    expect(Number(row[`outside_${seed}`])).toBe(0);
  }
  expect(new Set(seeds.map((seed) => of(16, seed))).size).toBeGreaterThan(4);
});

test('a part holds about its share of keys whole, and other seeds draw other keys', async () => {
  const [row] = await withLogStore((store) =>
    store.writer.query<{ first: string; second: string; both: string }>(
      `SELECT countIf(${partInSql({ oneIn: 4, seed: 1 }, ['key'])}) AS first, countIf(${partInSql({ oneIn: 4, seed: 2 }, ['key'])}) AS second,
        countIf(${partInSql({ oneIn: 4, seed: 1 }, ['key'])} AND ${partInSql({ oneIn: 4, seed: 2 }, ['key'])}) AS both
      FROM (SELECT toString(number) AS key FROM numbers(100000))`,
    ),
  );
  // Five standard deviations of a binomial with chance 1/4 and 1/16.
  expect(Math.abs(Number(row?.first) - 25_000)).toBeLessThan(685);
  expect(Math.abs(Number(row?.second) - 25_000)).toBeLessThan(685);
  expect(Math.abs(Number(row?.both) - 6_250)).toBeLessThan(383);
});

test('nothing is left out where one broken duty counts', () => {
  const drawn = checks.filter((candidate) => looksAtPart(templatesOf(candidate)));
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn.filter(({ method }) => ['invariant', 'recompute', 'coverage'].includes(method))).toEqual([]);
  for (const { families } of drawn) expect(familyNames).toContain(families[0]);
});

test('whoever asks for everything gets it from every check that draws', () => {
  const asking = lookingAtEverything(checks);
  const drawn = checks.filter((candidate) => looksAtPart(templatesOf(candidate))).map(({ id }) => id);
  expect(Object.keys(asking).toSorted()).toEqual(drawn.toSorted());
  expect(Object.values(asking)).toEqual(drawn.map(() => ({ enough: 0 })));
});
