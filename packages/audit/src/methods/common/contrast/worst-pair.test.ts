import { expect, test } from 'vitest';
import { undetermined, wald } from '../../../statistics/inference.ts';
import { decidingPair, type PairResult } from './worst-pair.ts';

const result = (first: string, estimate: number, standardError: number): PairResult => ({
  pair: { first, second: 'reference' },
  inferred: wald({ estimate, standardError, degreesOfFreedom: Number.POSITIVE_INFINITY, method: 'test' }),
  n: 10,
});
const judging = { materiality: 0.1, direction: 'both' } as const;

test('a failure decides, the clearest of several', () => {
  const results = [
    result('wide', 0.2, 1),
    result('clear', 0.3, 0.01),
    result('clearest', -0.4, 0.01),
    result('none', 0, 0.01),
  ];
  expect(decidingPair(results, 4, 'difference', judging)?.result.pair.first).toBe('clearest');
});

test('without a failure the least known decides, and what is not known at all before it', () => {
  const known = [result('narrow', 0, 0.01), result('wide', 0, 1)];
  expect(decidingPair(known, 2, 'difference', judging)?.result.pair.first).toBe('wide');
  const unknown: PairResult = { pair: { first: 'unknown', second: '' }, inferred: undetermined('no-variance'), n: 1 };
  const deciding = decidingPair([...known, unknown], 3, 'difference', judging);
  expect(deciding?.result.pair.first).toBe('unknown');
  expect(deciding?.interval(0.95)).toBeUndefined();
});

test('the error is shared among the comparisons', () => {
  const alone = decidingPair([result('a', 0.3, 0.1)], 1, 'difference', judging);
  const shared = decidingPair([result('a', 0.3, 0.1), result('b', 0, 0.001)], 5, 'difference', judging);
  expect(alone?.interval(0.95)?.[0]).toBeCloseTo(0.3 - 1.959964 * 0.1, 6);
  // The normal quantile at 1 − 0.05 / 5 / 2.
  expect(shared?.interval(0.95)?.[0]).toBeCloseTo(0.3 - 2.575829 * 0.1, 6);
  expect(shared?.p).toBeCloseTo(5 * (alone?.p ?? 0), 12);
});

test('a side that harms nobody decides nothing', () => {
  const results = [result('better off', -0.5, 0.01), result('a little worse', 0.05, 0.01)];
  const deciding = decidingPair(results, 2, 'difference', { materiality: 0.1, direction: 'above' });
  expect(deciding?.result.pair.first).toBe('a little worse');
});
