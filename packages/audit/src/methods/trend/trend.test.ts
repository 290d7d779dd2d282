import { embeddedForFile } from '@suanjian/decision-log/testing';
import { expect, test } from 'vitest';
import { seededRandom } from '../../statistics/random.ts';
import { anyMethod } from '../methods.ts';
import { askMethod } from '../testing/ask-method.ts';
import { loadExample } from '../testing/example-table.ts';
import { rarefiedEntropy } from './entropy.ts';
import { trend } from './method.ts';

const withLogStore = embeddedForFile();

/** Entropy of every sample there is, averaged: the definition. */
const byEnumeration = (counts: readonly number[], sample: number): number => {
  const views = counts.flatMap((count, key) => Array.from({ length: count }, () => key));
  let [sum, samples] = [0, 0];
  const choose = (from: number, chosen: readonly number[]): void => {
    if (chosen.length === sample) {
      const seen = new Map<number, number>();
      for (const view of chosen) seen.set(views[view] ?? -1, (seen.get(views[view] ?? -1) ?? 0) + 1);
      for (const times of seen.values()) sum -= (times / sample) * Math.log(times / sample);
      samples += 1;
      return;
    }
    for (let view = from; view < views.length; view++) choose(view + 1, [...chosen, view]);
  };
  choose(0, []);
  return sum / samples / Math.log(sample);
};

test('the rarefied entropy is the mean over every sample', async () => {
  await withLogStore(async ({ writer }) => {
    const cases = [
      [[3, 2, 1], 3],
      [[1, 1, 1, 1], 4],
      [[6, 1], 4],
      [[5], 2],
      [[4, 4, 3], 5],
      [[7, 2, 2, 1], 2],
    ] as const;
    for (const [counts, sample] of cases) {
      const total = counts.reduce((sum: number, count) => sum + count, 0);
      const [row] = await writer.query<{ entropy: number }>(
        `SELECT ${rarefiedEntropy(`CAST([${counts.join(', ')}], 'Array(UInt64)')`, `toUInt64(${total})`, sample)} AS entropy`,
      );
      expect(row?.entropy).toBeCloseTo(byEnumeration(counts, sample), 10);
    }
  });
});

test('people whose views only become fewer are not said to be narrowed', async () => {
  const random = seededRandom(17);
  const [tables, week] = [60, 7 * 86_400_000];
  const rows = Array.from({ length: tables }, (_, table) =>
    Array.from({ length: 25 }, (__, user) => {
      const taste = 1 + random.below(6);
      return Array.from({ length: 5 }, (___, number) =>
        Array.from({ length: 12 + random.below(60 - 11 * number) }, () => ({
          unit: `t${table}`,
          user: `u${user}`,
          time: 1_767_585_600_000 + number * week + random.below(week / 2),
          // Every person has tastes of their own, the same every week.
          topic: `k${Math.floor(random.uniform() ** taste * 12)}`,
        })),
      ).flat();
    }).flat(),
  ).flat();
  await withLogStore(async (store) => {
    const table = await loadExample(store, 'views', {
      unit: rows.map(({ unit }) => unit),
      user: rows.map(({ user }) => user),
      time: rows.map(({ time }) => time),
      topic: rows.map(({ topic }) => topic),
    });
    const units = await askMethod(store.auditor, anyMethod(trend), table, {
      parts: { user: 'user', time: 'time', key: 'topic' },
      by: ['unit'],
    });
    expect(units.length).toBe(tables);
    const wrong = units.filter(({ estimation }) => (estimation.p ?? 1) <= 0.05).length;
    // Binomial, 99.9 %: at most 10 of 60 where one in twenty is allowed.
    expect(wrong).toBeLessThanOrEqual(10);
    expect(units.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  });
});
