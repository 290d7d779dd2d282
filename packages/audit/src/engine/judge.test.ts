import { text } from '@suanjian/rulebook';
import { expect, test } from 'vitest';
import { judgeRun, type Estimated } from './judge.ts';
import type { Estimation } from './method.ts';
import { shareMethod } from './testing/fake-method.ts';

/** A normal estimate of a difference with this standard error, and the p that goes with its interval. */
const estimation = (estimate: number, error: number, by: Record<string, string> = {}): Estimation => {
  const z = (level: number): number => ({ 95: 1.959964, 99: 2.575829 })[Math.round(level * 100)] ?? quantile(level);
  return {
    by,
    scale: 'difference',
    estimate,
    n: 100,
    p: Math.min(1, 2 * upper(Math.abs(estimate / error))),
    interval: (level) => [estimate - z(level) * error, estimate + z(level) * error],
    smallestDetectable: (level) => (z(level) + 0.84) * error,
    values: {},
    notes: [],
  };
};
const upper = (z: number): number => {
  let sum = 0;
  for (let at = z; at < z + 12; at += 0.001) sum += Math.exp(-((at + 0.0005) ** 2) / 2) * 0.001;
  return sum / Math.sqrt(2 * Math.PI);
};
const quantile = (level: number): number => {
  let [low, high] = [0, 12];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (2 * upper(middle) > 1 - level) low = middle;
    else high = middle;
  }
  return low;
};

const question = (
  id: string,
  estimations: readonly Estimation[],
  more: { severity?: 'duty' | 'advisory'; status?: 'live' | 'shadow' } = {},
): Estimated => ({
  question: {
    id,
    check: undefined,
    method: shareMethod,
    title: text('题', 'title'),
    asks: text('问', 'question'),
    advice: undefined,
    clauses: [],
    severity: more.severity ?? 'duty',
    status: more.status ?? 'live',
    parameters: {},
    asked: { kind: 'not-applicable', reason: text('无', 'none') },
  },
  judging: { materiality: 0.01, direction: 'both' },
  estimations,
});

const decided = (verdict: 'pass' | 'fail'): Estimation => ({
  ...estimation(verdict === 'fail' ? 3 : 0, 1),
  p: undefined,
  scale: 'count',
  decided: { verdict, reason: text('逐条核对', 'row by row') },
});

const verdicts = (run: readonly Estimated[]): Record<string, string> =>
  Object.fromEntries(judgeRun(run, 0.05).map(({ question: { id }, verdict }) => [id, verdict]));

test('two hopeful findings that would each stand alone do not both stand in a run of ten', () => {
  const weak = estimation(0.05, 0.05 / 2.1);
  expect(verdicts([question('alone', [weak])])).toEqual({ alone: 'fail' });
  const others = Array.from({ length: 9 }, (_, index) => question(`clean-${index}`, [estimation(0, 0.001)]));
  expect(verdicts([question('alone', [weak]), ...others])['alone']).toBe('not-enough-data');
});

test('Holm: what is certain leaves the whole error to what is left', () => {
  const run = [question('certain', [estimation(1, 0.01)]), question('weak', [estimation(0.05, 0.05 / 2.1)])];
  expect(verdicts(run)).toEqual({ certain: 'fail', weak: 'fail' });
  expect(judgeRun(run, 0.05).map(({ error }) => error)).toEqual([0.025, 0.05]);
});

test('advisory, shadow and decided questions neither spend the error nor are made milder by it', () => {
  const weak = estimation(0.05, 0.05 / 2.1);
  const run = [
    question('duty', [weak]),
    question('advisory', [weak], { severity: 'advisory' }),
    question('shadow', [weak], { status: 'shadow' }),
    question('invariant', [decided('fail')]),
    question('kept', [decided('pass')]),
  ];
  expect(verdicts(run)).toEqual({ duty: 'fail', advisory: 'fail', shadow: 'fail', invariant: 'fail', kept: 'pass' });
  expect(judgeRun(run, 0.05).map(({ error }) => error)).toEqual([0.05, 0.05, 0.05, 0.05, 0.05]);
});

test('many units: a unit fails exactly when its q lies within the error of its check', () => {
  const units = [0, 0.2, 0.5, 1, 1.5, 2.2, 2.9, 3.1, 4].map((z, index) =>
    estimation(0.02 * z, 0.02, { unit: String(index) }),
  );
  const [judged] = judgeRun([question('many', units)], 0.05);
  for (const unit of judged?.units ?? [])
    expect(unit.verdict === 'fail').toBe((unit.q ?? 1) <= 0.05 && (unit.estimation.estimate ?? 0) > 0.01);
  expect(judged?.units.filter(({ verdict }) => verdict === 'fail').length).toBeGreaterThan(0);
  expect(judged?.leading?.estimation.by).toEqual({ unit: '8' });
});

test('one unit that cannot be judged keeps a check from passing, and none fails it', () => {
  const [judged] = judgeRun(
    [question('mixed', [estimation(0, 0.001, { unit: 'a' }), estimation(0, 5, { unit: 'b' })])],
    0.05,
  );
  expect(judged?.verdict).toBe('not-enough-data');
  expect(judged?.leading?.estimation.by).toEqual({ unit: 'b' });
});
