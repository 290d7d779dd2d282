import { embeddedForFile } from '@suanjian/decision-log/testing';
import { expect, test } from 'vitest';
import { seededRandom } from '../../statistics/random.ts';
import { anyMethod } from '../methods.ts';
import { askMethod } from '../testing/ask-method.ts';
import { loadExample } from '../testing/example-table.ts';
import { absent, loadParquet, sharedFile } from '../testing/shared-table.ts';
import { evenThrow } from './even-throw.ts';
import { giniOf, hhiOf, topShareOf } from './measures.ts';
import { concentration } from './method.ts';

const withLogStore = embeddedForFile();

const method = anyMethod(concentration);

test('two real recommenders: the uniform one is not reported, the bandit is', async (context) => {
  const file = sharedFile('open-bandit/impressions.parquet');
  if (file === undefined) return context.skip(absent);
  await withLogStore(async (store) => {
    const columns = { policy: 'String', campaign: 'String', item_id: 'Int16' };
    const table = await loadParquet(store.writer, 'impressions', columns, file);
    const units = await askMethod(store.auditor, method, table, {
      parts: { entity: 'item_id' },
      by: ['policy', 'campaign'],
    });
    const said = units.map(({ estimation, verdict }) => [
      ...Object.values(estimation.by),
      verdict,
      Number(estimation.values['gini']).toFixed(3),
    ]);
    expect(said).toEqual([
      ['bts', 'men', 'fail', '0.651'],
      ['bts', 'women', 'fail', '0.627'],
      ['random', 'men', 'pass', '0.041'],
      ['random', 'women', 'pass', '0.032'],
    ]);
  });
});

/** The mean difference of all pairs over twice the mean: the definition itself. */
const giniByPairs = (amounts: readonly number[]): number => {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  let apart = 0;
  for (const one of amounts) for (const other of amounts) apart += Math.abs(one - other);
  return apart / (2 * amounts.length * whole);
};

test('the measures are those of their definitions, in SQL and in the even throw alike', async () => {
  const random = seededRandom(8);
  const counts = Array.from({ length: 12 }, () => 1 + random.below(9));
  const amounts = Float64Array.from(counts);
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const gini = giniByPairs(counts);
  const hhi = counts.reduce((sum, count) => sum + (count / whole) ** 2, 0);
  const top =
    counts
      .toSorted((left, right) => right - left)
      .slice(0, 3)
      .reduce((sum, count) => sum + count, 0) / whole;
  expect(giniOf(amounts)).toBeCloseTo(gini, 12);
  expect(hhiOf(amounts)).toBeCloseTo(hhi, 12);
  expect(topShareOf(amounts, 0.25)).toBeCloseTo(top, 12);
  await withLogStore(async (store) => {
    const item = counts.flatMap((count, index) => Array.from({ length: count }, () => `i${index}`));
    const table = await loadExample(store, 'items', { item });
    const ask = async (parameters: Readonly<Record<string, unknown>>) => {
      const [unit] = await askMethod(store.auditor, method, table, { parts: { entity: 'item' }, parameters });
      return unit?.estimation.values;
    };
    expect(await ask({ top: 0.25 })).toMatchObject({
      gini: expect.closeTo(gini, 12),
      hhi: expect.closeTo(hhi, 12),
      topShare: expect.closeTo(top, 12),
    });
    // Entities that nobody saw: as many zeros.
    expect(await ask({ entities: 20 })).toMatchObject({
      gini: expect.closeTo(giniByPairs([...counts, ...Array.from({ length: 8 }, () => 0)]), 12),
    });
  });
});

test('an even throw comes to what is known of it', () => {
  // Mean difference of two normal counts: the coefficient is about √(n / (π N)).
  const even = evenThrow(1_000_000, 50, { measure: 'gini', top: 0.1 }, seededRandom(1));
  expect(even.mean).toBeCloseTo(Math.sqrt(50 / (Math.PI * 1_000_000)), 3);
  expect(evenThrow(100_000, 100, { measure: 'hhi', top: 0.1 }, seededRandom(1)).mean).toBeCloseTo(
    1 / 100 + 1 / 100_000,
    6,
  );
  expect(even.atLeast(even.mean + 6 * even.standardDeviation)).toBeLessThan(1e-8);
});

test('even throws are held for concentration no more often than said', async () => {
  const random = seededRandom(21);
  const tables = 200;
  const rows = Array.from({ length: tables * 400 }, (_, row) => ({
    unit: `t${row % tables}`,
    item: `i${random.below(25)}`,
  }));
  await withLogStore(async (store) => {
    const table = await loadExample(store, 'throws', {
      unit: rows.map(({ unit }) => unit),
      item: rows.map(({ item }) => item),
    });
    const units = await askMethod(store.auditor, method, table, {
      parts: { entity: 'item' },
      by: ['unit'],
      parameters: { materiality: 1e-9 },
    });
    const wrong = units.filter(({ estimation }) => (estimation.interval(0.95)?.[0] ?? 0) > 0).length;
    const surprised = units.filter(({ estimation }) => (estimation.p ?? 1) <= 0.05).length;
    // One in forty (the upper side of 95 %), and one in twenty; binomial, 99 %.
    expect(wrong).toBeLessThanOrEqual(11);
    expect(surprised).toBeLessThanOrEqual(19);
    expect(surprised).toBeGreaterThan(1);
  });
});
