import { onEveryStore } from '@suanjian/decision-log/testing';
import { beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../statistics/random.ts';
import { methodOf } from './methods.ts';
import { numberFrom, scoreBits } from './common/sums.ts';
import { wholeIn } from './common/rows.ts';
import { type Asking, askMethod, reducedRows, requestOf } from './testing/ask-method.ts';
import { loadExample } from './testing/example-table.ts';
import type { LogStore } from '@suanjian/decision-log';

const random = seededRandom(5);
const rows = Array.from({ length: 400 }, () => {
  const moment = random.below(60);
  return {
    g: 'abc'.charAt(random.below(3)),
    m: `m${moment}`,
    x: 10 * moment + 50 * random.uniform(),
    y: 100 + 5 * moment + 20 * random.uniform(),
    hit: random.uniform() < 0.3,
    list: `l${random.below(3)}`,
  };
});
const table = Object.fromEntries(
  (['g', 'm', 'x', 'y', 'hit', 'list'] as const).map((name) => [name, rows.map((row) => row[name])]),
);

/** Sums over matches of the products of two columns less their means there, written out row by row. */
const within = (
  kept: readonly (typeof rows)[number][],
  left: (row: (typeof rows)[number]) => number,
  right: typeof left,
) => {
  let total = 0;
  for (const members of Map.groupBy(kept, ({ m }) => m).values()) {
    const mean = (of: typeof left): number => members.reduce((sum, row) => sum + of(row), 0) / members.length;
    const [leftMean, rightMean] = [mean(left), mean(right)];
    for (const row of members) total += (left(row) - leftMean) * (right(row) - rightMean);
  }
  return total;
};

onEveryStore(({ open }) => {
  let store: LogStore;
  let loaded: string;
  beforeAll(async () => {
    store = await open();
    loaded = await loadExample(store, 'agreement', table);
  });

  const ask = (id: string, asking: Asking) => {
    const method = methodOf(id);
    if (method === undefined) throw new Error(`no method ${id}`);
    return askMethod(store.auditor, method, loaded, asking);
  };

  test('a difference within matches is the regression with an intercept for each match', async () => {
    const kept = rows.filter(({ g }) => g !== 'c');
    const isB = ({ g }: (typeof rows)[number]): number => (g === 'b' ? 1 : 0);
    const expected = within(kept, isB, ({ y }) => y) / within(kept, isB, isB);
    const asking = { parts: { group: 'g', value: 'y' }, compare: ['b', 'a'], parameters: { measure: 'difference' } };
    const [matched] = await ask('value-gap', { ...asking, parts: { ...asking.parts, match: 'm' } });
    expect(matched?.estimation.estimate).toBeCloseTo(expected, 9);
    // The same said in three other ways.
    const [stratified] = await ask('value-gap', { ...asking, strata: ['m'] });
    expect(stratified?.estimation.estimate).toBeCloseTo(expected, 9);
    const [regressed] = await ask('regression', { ...asking, strata: ['m'], parameters: {} });
    expect(regressed?.estimation.estimate).toBeCloseTo(expected, 9);
    const [slope] = await ask('value-gap', {
      parts: { group: "toInt64(g = 'b')", value: 'y', match: 'm' },
      where: "g != 'c'",
      parameters: { measure: 'difference' },
    });
    expect(slope?.estimation.estimate).toBeCloseTo(expected, 9);
  });

  test('a slope within matches, and within strata, is the one written out', async () => {
    const expected =
      within(
        rows,
        ({ x }) => x,
        ({ y }) => y,
      ) /
      within(
        rows,
        ({ x }) => x,
        ({ x }) => x,
      );
    const asking = { parts: { group: 'x', value: 'y' }, parameters: { measure: 'difference' } };
    const [matched] = await ask('value-gap', { ...asking, parts: { ...asking.parts, match: 'm' } });
    const [stratified] = await ask('value-gap', { ...asking, strata: ['m'] });
    expect(matched?.estimation.estimate).toBeCloseTo(expected, 9);
    expect(stratified?.estimation.estimate).toBeCloseTo(expected, 9);
  });

  test('rows without clusters that are equal in every column do not fall into one, by day either', async () => {
    const method = methodOf('regression');
    if (method === undefined) throw new Error('no method');
    const relation = `(SELECT g, toInt64(hit) AS hit, 'one' AS day FROM ${loaded})`;
    const request = await requestOf(store.auditor, method, relation, { parts: { group: 'g', value: 'hit' } });
    const bucketsOf = async (asked: typeof request): Promise<number> =>
      new Set((await reducedRows(store.auditor, method, asked)).map((row) => row['bucket'])).size;
    // 400 rows thrown into 1000 buckets hit 330 of them on average; dealt out, each has its own.
    expect(await bucketsOf({ ...request, day: { sql: 'day', label: 'day', type: 'String' } })).toBeGreaterThan(300);
    expect(await bucketsOf({ ...request, readWhole: true })).toBe(400);
  });

  test('levels that are named and levels that are found give one answer', async () => {
    const clusters: readonly Readonly<Record<string, string>>[] = [{}, { cluster: 'list' }];
    for (const cluster of clusters)
      for (const reference of ['a', 'rest', 'best']) {
        const asking = { parts: { group: 'g', outcome: 'hit', match: 'm', ...cluster }, parameters: { reference } };
        const [found] = await ask('rate-gap', asking);
        const [named] = await ask('rate-gap', { ...asking, compare: ['c', 'b', 'a'] });
        expect(named?.estimation).toEqual({
          ...found?.estimation,
          interval: expect.any(Function),
          smallestDetectable: expect.any(Function),
        });
        expect(named?.interval).toEqual(found?.interval);
      }
  });

  test('the variance under an exchange of labels is that of all exchanges', async () => {
    const askers = ['p', 'p', 'p', 'q', 'q', 'r'];
    const results = ['u', 'v', 'u', 'u', 'v', 'u'];
    const agreeing = (order: readonly number[]): number => {
      let pairs = 0;
      for (let i = 0; i < order.length; i++)
        for (let j = 0; j < i; j++)
          if (askers[order[i] ?? 0] === askers[order[j] ?? 0] && results[i] === results[j]) pairs += 1;
      return pairs;
    };
    const counts = permutations([0, 1, 2, 3, 4, 5]).map(agreeing);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    const method = methodOf('independence');
    if (method === undefined) throw new Error('no method');
    const exchanged = await loadExample(store, 'exchange', { askers, results });
    const request = await requestOf(store.auditor, method, exchanged, {
      parts: { asker: 'askers', result: 'results' },
    });
    const score = (await reducedRows(store.auditor, method, request)).find((row) => Number(row['kind']) === 1);
    if (score === undefined) throw new Error('no scores');
    expect(numberFrom(wholeIn(score, 'v'), scoreBits)).toBeCloseTo(variance, 10);
    expect(numberFrom(wholeIn(score, 'a'), scoreBits)).toBeCloseTo(agreeing([0, 1, 2, 3, 4, 5]) - mean, 10);
  });
});

const permutations = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length <= 1
    ? [items]
    : items.flatMap((item, index) =>
        permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
      );
