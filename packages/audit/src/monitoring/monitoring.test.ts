import { describe, expect, it } from 'vitest';
import { addDays, civilDate, findClause, toDayNumber, type CivilDate } from '@suanjian/rulebook';
import { checkOf } from '../checks/checks.ts';
import type { Bundle, BundledResult } from '../bundle/bundle-schema.ts';
import { seededRandom } from '../statistics/random.ts';
import { defaultIndicators } from './default-pack.ts';
import { observationsIn, pooled, type Figure } from './figures.ts';
import { indicatorSchema, officeRate, sourceKey, themes, type Indicator } from './indicator.ts';
import { officeDay } from './office-day.ts';
import { replay } from './replay.ts';
import { expectedOf, judgeDay, pastOf } from './series.ts';
import { nullFigure, type Null } from './testing/null-series.ts';

const day = civilDate('2026-03-02');
const indicatorNamed = (id: string): Indicator => {
  const found = defaultIndicators.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
};
const leak = indicatorNamed('opt-out-leak');
const workers = indicatorNamed('complaints-of-workers');

const result = (more: Partial<BundledResult> = {}): BundledResult => ({
  id: 'opt-out-honoured',
  check: 'opt-out-honoured',
  checkVersion: 1,
  method: 'invariant',
  methodVersion: 1,
  definition: 'd',
  clause: 'final/17.1',
  clauses: ['final/17.1'],
  severity: 'duty',
  status: 'live',
  title: { zh: '关闭', en: 'Opt-out' },
  scale: 'count',
  materiality: 0,
  verdict: 'fail',
  estimate: 30,
  interval: null,
  n: 1000,
  p: null,
  q: null,
  smallestDetectable: null,
  suppressed: false,
  units: [],
  ...more,
});
const bundle = (results: readonly BundledResult[], to = '2026-03-02'): Pick<Bundle, 'data' | 'results'> => ({
  data: { kind: 'log', provider: 'p', from: '2026-03-02', to, treeSize: 1, root: 'r', commitment: 'c' },
  results: [...results],
});

describe('the indicators of the pack', () => {
  it('are valid, cover every theme, and read checks that exist', () => {
    for (const indicator of defaultIndicators) {
      expect(indicatorSchema.parse(indicator)).toEqual(indicator);
      if (indicator.reads.source === 'audit') expect(checkOf(indicator.reads.check)).toBeDefined();
      for (const clause of indicator.clauses) expect(findClause(clause), clause).toBeDefined();
    }
    expect(new Set(defaultIndicators.map(({ theme }) => theme))).toEqual(new Set(themes));
    expect(new Set(defaultIndicators.map(({ id }) => id)).size).toBe(defaultIndicators.length);
    expect(officeRate(defaultIndicators)).toBeCloseTo(0.05, 10);
  });

  it('are refused where they could not be watched', () => {
    expect(indicatorSchema.safeParse({ ...leak, per: 'service' }).success).toBe(false);
    expect(indicatorSchema.safeParse({ ...leak, history: { days: 30, atLeast: 31 } }).success).toBe(false);
    expect(indicatorSchema.safeParse({ ...leak, rates: { perSeries: 0.5, perDay: 0.05 } }).success).toBe(false);
    expect(indicatorSchema.safeParse({ ...indicatorNamed('price-gap'), per: 'provider' }).success).toBe(false);
  });

  it('read the same where only their thresholds differ', () => {
    const blunter: Indicator = { ...leak, threshold: 3 };
    expect(sourceKey(blunter)).toBe(sourceKey(leak));
    expect(sourceKey({ ...workers, reads: { source: 'complaints', kinds: ['tags', 'worker'] } })).toBe(
      sourceKey({ ...workers, reads: { source: 'complaints', kinds: ['worker', 'tags', 'worker'] } }),
    );
  });
});

describe('figures of a bundle', () => {
  it('are the aggregates that it holds', () => {
    expect(observationsIn(bundle([result()]), 'f1', leak)).toEqual([
      { subject: 'filing:f1', day, figure: { kind: 'share', hits: 30, trials: 1000 } },
    ]);
    expect(observationsIn(bundle([result({ scale: 'share', estimate: 0.02 })]), 'f1', leak)).toMatchObject([
      { figure: { hits: 20, trials: 1000 } },
    ]);
  });

  it('stay suppressed where they were', () => {
    const withheld = result({ estimate: null, n: null, suppressed: true });
    expect(observationsIn(bundle([withheld]), 'f1', leak)).toMatchObject([{ figure: { kind: 'suppressed' } }]);
    expect(pooled([{ kind: 'count', count: 20 }, { kind: 'suppressed' }])).toEqual({ kind: 'suppressed' });
    expect(
      pooled([
        { kind: 'share', hits: 1, trials: 10 },
        { kind: 'share', hits: 3, trials: 30 },
      ]),
    ).toEqual({
      kind: 'share',
      hits: 4,
      trials: 40,
    });
  });

  it('are even parts of a bundle about several days, that say so, and none of one about months', () => {
    const told = observationsIn(bundle([result()], '2026-03-05'), 'f1', leak);
    expect(told.map((each) => [each.day, each.figure])).toEqual(
      [1, 2, 3, 4].map((at) => [addDays(day, at - 1), { kind: 'share', hits: 7.5, trials: 250, part: { at, of: 4 } }]),
    );
    expect(observationsIn(bundle([result()], '2026-04-02'), 'f1', leak)).toEqual([]);
    const whole: Figure = { kind: 'count', count: 1 };
    expect(pooled([whole, { ...whole, part: { at: 1, of: 4 } }])).toBeUndefined();
  });

  it('are none of a bundle of files, of a check on trial, or of another check', () => {
    expect(observationsIn({ data: { kind: 'files', sha256: [] }, results: [result()] }, 'f1', leak)).toEqual([]);
    expect(observationsIn(bundle([result({ status: 'shadow' })]), 'f1', leak)).toEqual([]);
    expect(observationsIn(bundle([result({ id: 'x', check: 'x' })]), 'f1', leak)).toEqual([]);
    expect(observationsIn(bundle([result()]), 'f1', workers)).toEqual([]);
  });

  it('are taken part by part where a part is watched', () => {
    const parts: Indicator = {
      ...leak,
      per: 'service',
      reads: { source: 'audit', check: 'opt-out-honoured', as: 'share', dimension: 'algorithm' },
    };
    const { verdict, estimate, interval, n, p, q, smallestDetectable, suppressed } = result();
    const figures = { verdict, estimate, interval, n, p, q, smallestDetectable, suppressed };
    const units: BundledResult['units'] = [
      { by: { algorithm: 'home' }, ...figures },
      { by: { algorithm: 'home', kind: 'x' }, ...figures },
    ];
    expect(observationsIn(bundle([result({ units })]), 'f1', parts)).toEqual([
      { subject: 'filing:f1/algorithm=home', day, figure: { kind: 'share', hits: 30, trials: 1000 } },
    ]);
  });
});

const like: Null = { kind: 'count', mean: 12, weekend: 1.5, growth: 1, dispersion: 1 };
const seriesOf = (
  seed: number,
  days: number,
  factors: Readonly<Record<number, number>> = {},
): Map<CivilDate, Figure> => {
  const random = seededRandom(seed);
  return new Map(
    Array.from({ length: days }, (_, at) => [addDays(day, at), nullFigure(random, like, at, factors[at] ?? 1)]),
  );
};

describe('a day of a series', () => {
  it('is judged by the days before it alone', () => {
    const series = seriesOf(1, 60);
    const last = addDays(day, 57);
    const before = judgeDay(series, last, workers);
    series.set(addDays(day, 58), { kind: 'count', count: 100_000 });
    expect(judgeDay(series, last, workers)).toEqual(before);
  });

  it('knows its weekday', () => {
    const random = seededRandom(3);
    const strong: Null = { ...like, mean: 40, weekend: 3 };
    const series = new Map(Array.from({ length: 57 }, (_, at) => [addDays(day, at), nullFigure(random, strong, at)]));
    const expected = Array.from(
      { length: 7 },
      (_, at) => expectedOf(series, addDays(day, 57 + at), workers)?.mean ?? 0,
    );
    const sorted = expected.toSorted((one, other) => one - other);
    expect((sorted[5] ?? 0) / (sorted[4] ?? 1)).toBeGreaterThan(2);
  });

  it('is not judged with too little before it, or when it is suppressed', () => {
    const short = seriesOf(1, 30);
    expect(judgeDay(short, addDays(day, 29), workers)).toBeUndefined();
    const series = seriesOf(1, 60);
    series.set(addDays(day, 57), { kind: 'suppressed' });
    expect(judgeDay(series, addDays(day, 57), workers)).toBeUndefined();
  });

  it('takes a suppressed day for the one that makes a warning least likely', () => {
    const series = seriesOf(1, 60);
    const at = addDays(day, 20);
    series.set(at, { kind: 'suppressed' });
    const of = (indicator: Indicator) =>
      pastOf(series, addDays(day, 57), indicator).flatMap(({ day: past, figure }) =>
        past === toDayNumber(at) ? [figure] : [],
      );
    expect(of(workers)).toEqual([{ kind: 'count', count: 9 }]);
    expect(of({ ...workers, direction: 'down' })).toEqual([{ kind: 'count', count: 1 }]);
    expect(of({ ...workers, direction: 'either' })).toEqual([]);
  });

  it('warns of a jump, and not of one below the threshold', () => {
    const series = seriesOf(2, 58, { 57: 4 });
    const judged = judgeDay(series, addDays(day, 57), workers);
    expect(judged).toMatchObject({ direction: 'up', material: true });
    expect(judged?.p).toBeLessThan(0.001);
    if (judged === undefined) return;
    expect(officeDay([{ key: 'a', judged }], workers).warned).toHaveLength(1);
    const blunt = judgeDay(series, addDays(day, 57), { ...workers, threshold: 50 });
    expect(blunt?.material).toBe(false);
  });

  it('needs more when many are looked at', () => {
    const judged = judgeDay(seriesOf(2, 58), addDays(day, 57), workers);
    if (judged === undefined) throw new Error('there are days enough');
    const one = { key: 'one', judged: { ...judged, p: 0.0009, material: true } };
    const others = Array.from({ length: 500 }, (_, key) => ({ key: String(key), judged: { ...judged, p: 0.5 } }));
    expect(officeDay([one], workers).warned).toHaveLength(1);
    expect(officeDay([one, ...others], workers)).toMatchObject({ tested: 501, warned: [] });
  });
});

describe('a replay', () => {
  it('says how many warnings a version would have given, one for each spell', () => {
    const factors = { 70: 6, 71: 6, 100: 6 };
    const all = new Map([
      ['quiet', seriesOf(5, 120)],
      ['loud', seriesOf(6, 120, factors)],
    ]);
    const period = { from: addDays(day, 60), to: addDays(day, 119) };
    const told = replay(workers, all, period);
    expect(told).toMatchObject({ ...period, series: 2, judged: 120, days: 60, warnings: 2, allowedDays: 0.3 });
    expect(replay({ ...workers, threshold: 50 }, all, period).warnings).toBe(0);
  });
});
