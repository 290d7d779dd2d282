import { embeddedForFile } from '@suanjian/decision-log/testing';
import { describe, expect, test } from 'vitest';
import { type Random, seededRandom } from '../statistics/random.ts';
import { MethodFault } from './common/fault.ts';
import { anyMethod } from './methods.ts';
import { inversions } from './inversions/method.ts';
import { rankShare } from './rank-share/method.ts';
import { spread } from './spread/method.ts';
import { askMethod } from './testing/ask-method.ts';
import { loadExample } from './testing/example-table.ts';
import { absent, loadParquet, sharedFile } from './testing/shared-table.ts';

const withLogStore = embeddedForFile();

interface Slot {
  readonly request: string;
  readonly rank: number;
  readonly score: number;
  readonly key: string;
  readonly owner: string;
}

/** Slates of unequal length with scores and keys that often repeat. */
const randomSlates = (random: Random, count: number): readonly (readonly Slot[])[] =>
  Array.from({ length: count }, (_, slate) =>
    Array.from({ length: 1 + random.below(9) }, (__, index) => ({
      request: `r${slate}`,
      rank: index + 1,
      score: random.below(6),
      key: `k${random.below(4)}`,
      owner: random.below(3) === 0 ? 'own' : 'other',
    })),
  );

const tableOf = (slots: readonly Slot[]) => ({
  request: slots.map(({ request }) => request),
  rank: slots.map(({ rank }) => rank),
  score: slots.map(({ score }) => score),
  key: slots.map(({ key }) => key),
  owner: slots.map(({ owner }) => owner),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const invertedPairs = (slate: readonly Slot[]): number =>
  sum(slate.map((one) => slate.filter((other) => other.rank > one.rank && other.score > one.score).length));

/** Places by which results stand ahead of where their scores would put them; equal scores keep their order. */
const placesAhead = (slate: readonly Slot[], owner: string): number => {
  const byScore = slate.toSorted((left, right) => right.score - left.score || left.rank - right.rank);
  return sum(slate.map((slot) => (slot.owner === owner ? byScore.indexOf(slot) + 1 - slot.rank : 0)));
};

const windowsOver = (slate: readonly Slot[], window: number, atMost: number): { windows: number; over: number } => {
  const reach = Math.min(window, slate.length);
  const starts = Array.from({ length: slate.length - reach + 1 }, (_, start) => slate.slice(start, start + reach));
  const isOver = (part: readonly Slot[]) =>
    part.some((slot) => part.filter(({ key }) => key === slot.key).length > atMost);
  return { windows: starts.length, over: starts.filter(isOver).length };
};

const longestRun = (slate: readonly Slot[]): number => {
  let [longest, run] = [0, 0];
  for (const [index, { key }] of slate.entries()) {
    run = index > 0 && slate[index - 1]?.key === key ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
};

test('slates are counted as a naive reader counts them', async () => {
  const slates = randomSlates(seededRandom(41), 300);
  await withLogStore(async (store) => {
    const table = await loadExample(store, 'slates', tableOf(slates.flat()));
    const parts = { request: 'request', rank: 'rank' };
    const [pairs] = await askMethod(store.auditor, anyMethod(inversions), table, {
      parts: { ...parts, score: 'score' },
    });
    expect(pairs?.estimation.values).toMatchObject({
      pairs: sum(slates.map(({ length }) => (length * (length - 1)) / 2)),
      inverted: sum(slates.map(invertedPairs)),
      requestsInverted: slates.filter((slate) => invertedPairs(slate) > 0).length,
    });
    const [gain] = await askMethod(store.auditor, anyMethod(inversions), table, {
      parts: { ...parts, score: 'score', group: 'owner' },
      compare: ['own', 'other'],
    });
    const own = slates.flat().filter(({ owner }) => owner === 'own').length;
    expect(gain?.estimation.estimate).toBeCloseTo(sum(slates.map((slate) => placesAhead(slate, 'own'))) / own, 12);
    for (const [window, atMost] of [
      [3, 1],
      [4, 2],
      [20, 3],
    ] as const) {
      const [unit] = await askMethod(store.auditor, anyMethod(spread), table, {
        parts: { ...parts, key: 'key' },
        parameters: { window, atMost },
      });
      const counted = slates.map((slate) => windowsOver(slate, window, atMost));
      expect(unit?.estimation.values).toMatchObject({
        windows: sum(counted.map(({ windows }) => windows)),
        windowsOver: sum(counted.map(({ over }) => over)),
        slatesOver: counted.filter(({ over }) => over > 0).length,
        longestRun: Math.max(...slates.map(longestRun)),
      });
    }
    const top = slates.flatMap((slate) => slate.slice(0, 2));
    const due = sum(
      slates.map(
        (slate) => (Math.min(2, slate.length) * slate.filter(({ owner }) => owner === 'own').length) / slate.length,
      ),
    );
    const [share] = await askMethod(store.auditor, anyMethod(rankShare), table, {
      parts: { ...parts, group: 'owner' },
      compare: ['own', 'other'],
      parameters: { top: 2 },
    });
    const held = top.filter(({ owner }) => owner === 'own').length;
    expect(share?.estimation.estimate).toBeCloseTo((held - due) / top.length, 12);
  });
});

test('a share of first places by chance alone is found unequal no more often than said', async () => {
  const random = seededRandom(43);
  const tables = 120;
  const slots = Array.from({ length: tables * 60 }, (_, index) => {
    const share = 0.05 + 0.4 * random.uniform();
    return {
      unit: `t${index % tables}`,
      request: `r${index}`,
      share,
      owner: random.uniform() < share ? 'own' : 'other',
    };
  });
  await withLogStore(async (store) => {
    const table = await loadExample(store, 'firsts', {
      unit: slots.map(({ unit }) => unit),
      request: slots.map(({ request }) => request),
      share: slots.map(({ share }) => share),
      owner: slots.map(({ owner }) => owner),
    });
    for (const measure of ['difference', 'ratio']) {
      const units = await askMethod(store.auditor, anyMethod(rankShare), table, {
        parts: { request: 'request', rank: '1', group: 'owner', baseline: 'share' },
        by: ['unit'],
        compare: ['own', 'other'],
        parameters: { top: 1, measure },
      });
      const wrong = units.filter(({ estimation }) => (estimation.p ?? 1) <= 0.05).length;
      // Binomial, 99.9 %: at most 15 of 120 where one in twenty is allowed.
      expect([measure, units.length, wrong <= 15, wrong]).toEqual([measure, tables, true, wrong]);
    }
  });
});

test("Amazon's own brands: 19.53 % of first places with 5.8 % of the products", async (context) => {
  const file = sharedFile('amazon-own-brands/first_positions.parquet');
  if (file === undefined) return context.skip(absent);
  await withLogStore(async (store) => {
    const columns = { search_term: 'String', position_first_amazon: 'Nullable(Float64)' };
    const table = await loadParquet(store.writer, 'first_positions', columns, file);
    const [unit] = await askMethod(store.auditor, anyMethod(rankShare), table, {
      parts: {
        request: 'search_term',
        rank: '1',
        group: "if(ifNull(position_first_amazon, 0) = 1, 'amazon', 'other')",
      },
      compare: ['amazon', 'other'],
      parameters: { top: 1, expected: 0.058 },
    });
    expect(unit?.verdict).toBe('fail');
    expect(unit?.estimation.values).toMatchObject({
      places: 3492,
      groups: { amazon: { share: expect.closeTo(0.19530355, 8), expected: expect.closeTo(0.058, 12) } },
    });
  });
});

describe('numbers that are none', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])('a score of %s ends with the part named', async (score) => {
    await withLogStore(async (store) => {
      const table = await loadExample(store, 'broken', {
        request: ['a', 'a', 'a'],
        rank: [1, 2, 3],
        score: [3.5, score, 1.5],
      });
      const asked = askMethod(store.auditor, anyMethod(inversions), table, {
        parts: { request: 'request', rank: 'rank', score: 'score' },
      });
      await expect(asked).rejects.toThrow(MethodFault);
      await expect(asked).rejects.toMatchObject({ part: 'score' });
    });
  });
});
