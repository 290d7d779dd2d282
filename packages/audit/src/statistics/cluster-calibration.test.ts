import { expect, test } from 'vitest';
import { clusterContrast, clusterLogRatio } from './cluster-contrast.ts';
import { clusterComparison } from './cluster-permutation.ts';
import { seededRandom } from './random.ts';
import { allowed, falseAlarms, nullSample } from './testing/simulated.ts';

// Nothing is planted: every rejection is a false alarm. Seeds are fixed, so these tests say the same each time.

const draws = 2000;

test.for([
  { clusters: 6, uneven: false, treatment: 'by-row' },
  { clusters: 6, uneven: true, treatment: 'by-row' },
  { clusters: 6, uneven: true, treatment: 'varying' },
  { clusters: 10, uneven: false, treatment: 'varying' },
  { clusters: 10, uneven: true, treatment: 'by-row' },
  { clusters: 10, uneven: true, treatment: 'varying' },
  { clusters: 30, uneven: true, treatment: 'varying' },
] as const)('CR2 keeps its level: $clusters clusters, uneven $uneven, treatment $treatment', (design) => {
  const random = seededRandom(design.clusters + (design.uneven ? 100 : 0));
  expect(falseAlarms(draws, () => clusterContrast(nullSample(design, random).scores))).toBeLessThanOrEqual(
    allowed(draws),
  );
});

test('the naive forms do not: rows as if independent, and CR1 with few uneven clusters', () => {
  const random = seededRandom(77);
  const rows = { clusters: 10, uneven: false, treatment: 'by-cluster' } as const;
  expect(falseAlarms(500, () => clusterContrast(nullSample(rows, random).rowScores))).toBeGreaterThan(0.4);
  const uneven = { clusters: 6, uneven: true, treatment: 'varying' } as const;
  const crude = () => clusterContrast(nullSample(uneven, random).scores, { method: 'CR1' });
  expect(falseAlarms(draws, crude)).toBeGreaterThan(allowed(draws));
});

test.for([
  { clusters: 6, uneven: false },
  { clusters: 6, uneven: true },
  { clusters: 10, uneven: false },
  { clusters: 10, uneven: true },
] as const)('treatment by cluster is judged by exchanging labels: $clusters clusters, uneven $uneven', (design) => {
  const random = seededRandom(design.clusters + 5);
  const sample = () => nullSample({ ...design, treatment: 'by-cluster' }, random);
  expect(falseAlarms(draws, () => clusterComparison(sample().labelled))).toBeLessThanOrEqual(allowed(draws));
});

test('the wild bootstrap keeps its level', () => {
  const random = seededRandom(3);
  const design = { clusters: 10, uneven: true, treatment: 'varying' } as const;
  const draw = () => clusterContrast(nullSample(design, random).scores, { method: 'wild' });
  expect(falseAlarms(400, draw)).toBeLessThanOrEqual(allowed(400));
});

test('a log ratio of counts keeps its level with few uneven clusters', () => {
  const random = seededRandom(8);
  for (const clusters of [8, 20]) {
    const draw = () =>
      clusterLogRatio(
        Array.from({ length: clusters }, () => {
          const size = Math.exp(random.normal());
          return { numerator: size * (1 + random.uniform()), denominator: size * (1 + random.uniform()) };
        }),
      );
    expect(falseAlarms(draws, draw, 1)).toBeLessThanOrEqual(allowed(draws));
  }
});

test('a planted effect is found as often as the smallest detectable size says', () => {
  const random = seededRandom(19);
  let found = 0;
  for (let draw = 0; draw < 400; draw++) {
    const scores = Array.from({ length: 60 }, () => {
      const b = 0.5 + random.uniform();
      return { a: b * 0.37 + random.normal(), b };
    });
    const result = clusterContrast(scores);
    if (result.known && result.pValue(0) <= 0.05) found += 1;
  }
  // The error is about 1 / √60 = 0.129, so 0.37 is 2.87 of them: (2.00 + 0.85) for 80 %.
  expect(found / 400).toBeGreaterThan(0.74);
  expect(found / 400).toBeLessThan(0.88);
});
