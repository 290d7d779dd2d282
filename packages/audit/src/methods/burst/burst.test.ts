import { embeddedForFile } from '@suanjian/decision-log/testing';
import { expect, test } from 'vitest';
import { poisson } from '../../statistics/count-distributions.ts';
import { seededRandom } from '../../statistics/random.ts';
import { anyMethod } from '../methods.ts';
import { askMethod } from '../testing/ask-method.ts';
import { loadExample } from '../testing/example-table.ts';
import { atLeast, dispersionOf, dispersionReplacing, ratioInterval, withoutWindows } from './dispersion.ts';
import { burst } from './method.ts';

const withLogStore = embeddedForFile();

/** The negative binomial's mass, term by term. */
const tailByTerms = (count: number, mean: number, dispersion: number): number => {
  const size = 1 / dispersion;
  let mass = (1 + mean * dispersion) ** -size;
  let below = 0;
  for (let seen = 0; seen < count; seen++) {
    below += mass;
    mass *= ((size + seen) / (seen + 1)) * ((mean * dispersion) / (1 + mean * dispersion));
  }
  return 1 - below;
};

test('the tail is that of the negative binomial, and of Poisson without dispersion', () => {
  for (const [count, mean, dispersion] of [
    [5, 2, 0.5],
    [12, 8, 0.1],
    [1, 0.3, 2],
    [30, 10, 0.05],
  ] as const)
    expect(atLeast(count, mean, dispersion)).toBeCloseTo(tailByTerms(count, mean, dispersion), 10);
  expect(atLeast(7, 3, 0)).toBeCloseTo(poisson(3).atLeast(7), 12);
  expect(atLeast(0, 3, 0.2)).toBe(1);
});

test('the interval holds the means under which the count lies in neither tail', () => {
  for (const dispersion of [0, 0.02, 1]) {
    const [low, high] = ratioInterval(7, 2, dispersion, 0.05);
    expect(atLeast(7, 2 * low, dispersion)).toBeCloseTo(0.025, 9);
    expect(atLeast(8, 2 * high, dispersion)).toBeCloseTo(0.975, 9);
  }
});

test('a window under test does not excuse itself', () => {
  const windows = [3, 5, 4, 6, 2, 80].map((count) => ({ count, level: 5 }));
  const sums = {
    excess: windows.reduce((sum, { count, level }) => sum + (count - level) ** 2 - level, 0),
    levels: windows.length * 25,
  };
  expect(dispersionOf(sums)).toBeGreaterThan(30);
  expect(dispersionOf(withoutWindows(sums, [{ count: 80, level: 5 }]))).toBe(0);
  // Replaced by the most that chance makes of six windows, it is no more than a little dispersion.
  expect(dispersionReplacing(sums, [{ count: 80, level: 5 }], 6)).toBeLessThan(0.2);
});

test('busy days, popular items and counts that vary are no bursts', async () => {
  const random = seededRandom(29);
  const [tables, hour] = [60, 3_600_000];
  const gamma = (): number => {
    // Shape 4, scale 1/4: the mean of four exponential numbers, a dispersion of 0.25.
    let sum = 0;
    for (let part = 0; part < 4; part++) sum -= Math.log(1 - random.uniform());
    return sum / 4;
  };
  const poissonNumber = (mean: number): number => {
    let [count, product] = [0, random.uniform()];
    while (product > Math.exp(-mean)) {
      count += 1;
      product *= random.uniform();
    }
    return count;
  };
  const rows = Array.from({ length: tables }, (_, table) =>
    Array.from({ length: 12 }, (__, item) =>
      Array.from({ length: 48 }, (___, at) => {
        const busy = at % 24 > 7 ? 3 : 1;
        return Array.from({ length: poissonNumber(busy * (1 + item / 3) * gamma()) }, () => ({
          unit: `t${table}`,
          item: `i${item}`,
          time: 1_767_542_400_000 + at * hour + random.below(hour),
        }));
      }).flat(),
    ).flat(),
  ).flat();
  await withLogStore(async (store) => {
    const table = await loadExample(store, 'events', {
      unit: rows.map(({ unit }) => unit),
      item: rows.map(({ item }) => item),
      time: rows.map(({ time }) => time),
    });
    for (const baseline of ['others', 'own']) {
      const units = await askMethod(store.auditor, anyMethod(burst), table, {
        parts: { object: 'item', time: 'time' },
        by: ['unit'],
        parameters: { baseline, atLeast: 10 },
      });
      expect(units.length).toBe(tables);
      const wrong = units.filter(({ estimation }) => (estimation.p ?? 1) <= 0.05).length;
      // Binomial, 99.9 %: at most 10 of 60 where one in twenty is allowed.
      expect([baseline, wrong <= 10, wrong]).toEqual([baseline, true, wrong]);
      expect(units.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    }
  });
});
