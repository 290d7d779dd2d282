import { fromDayNumber, toDayNumber, type CivilDate } from '@suanjian/rulebook';
import { expectationOf, type Expectation, type Past } from './baseline.ts';
import type { Figure } from './figures.ts';
import type { Indicator } from './indicator.ts';
import { surpriseOf, usualRange } from './surprise.ts';

/** Figures of one indicator and subject by day. */
export type Series = ReadonlyMap<CivilDate, Figure>;

/** The largest count that is suppressed. */
const largestSuppressed = 9;

const median = (values: readonly number[]): number | undefined =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/**
 * The days that make the baseline of another. A suppressed count stands for the one that makes a warning least likely: the largest for a
 * rise, the smallest for a fall; where either way is a reason to look it is left out.
 */
export const pastOf = (series: Series, day: CivilDate, { history, direction }: Indicator): readonly Past[] => {
  const last = toDayNumber(day);
  const first = fromDayNumber(last - history.days);
  const found: { day: number; figure: Figure }[] = [];
  for (const [at, figure] of series) if (at >= first && at < day) found.push({ day: toDayNumber(at), figure });
  const shown = found.map(({ figure }) => figure).filter((figure) => figure.kind !== 'suppressed');
  const kind = series.get(day)?.kind ?? shown[0]?.kind;
  const trials = median(shown.flatMap((figure) => (figure.kind === 'share' ? [figure.trials] : [])));
  const standIn = (): Past['figure'] | undefined => {
    if (direction === 'either') return undefined;
    const hits = direction === 'up' ? largestSuppressed : 1;
    if (kind === 'count') return { kind: 'count', count: hits };
    return kind === 'share' && trials !== undefined
      ? { kind: 'share', hits: Math.min(hits, trials), trials }
      : undefined;
  };
  return found.flatMap(({ day: at, figure }) => {
    const used = figure.kind === 'suppressed' ? standIn() : figure;
    return used === undefined ? [] : [{ day: at, figure: used }];
  });
};

/** What a series says of one of its days. */
export interface Judged {
  readonly day: CivilDate;
  readonly seen: number;
  readonly expected: number;
  readonly usual: readonly [number, number];
  /** Chance of something as far off in the watched direction on a day on which nothing has changed. */
  readonly p: number;
  /** Far enough from what was expected to be worth a look. */
  readonly material: boolean;
  readonly direction: 'up' | 'down';
  readonly past: number;
  readonly dispersion: number;
}

const seenOf = (figure: Exclude<Figure, { kind: 'suppressed' }>): number =>
  figure.kind === 'count' ? figure.count : figure.kind === 'share' ? figure.hits / figure.trials : figure.value;

const isMaterial = ({ kind, mean }: Expectation, seen: number, threshold: number): boolean => {
  if (kind === 'measure') return Math.abs(seen - mean) >= threshold;
  return seen >= mean ? seen >= mean * threshold : mean >= seen * threshold;
};

/** What is expected of a day, whether or not it has a figure yet. */
export const expectedOf = (series: Series, day: CivilDate, indicator: Indicator): Expectation | undefined => {
  const past = pastOf(series, day, indicator);
  return past.length < indicator.history.atLeast ? undefined : expectationOf(past, toDayNumber(day));
};

/** Undefined where there is too little to judge by: no verdict, rather than a wrong one. */
export const judgeDay = (series: Series, day: CivilDate, indicator: Indicator): Judged | undefined => {
  const figure = series.get(day);
  if (figure === undefined || figure.kind === 'suppressed') return undefined;
  const past = pastOf(series, day, indicator);
  if (past.length < indicator.history.atLeast) return undefined;
  const expected = expectationOf(past, toDayNumber(day));
  const surprise = expected === undefined ? undefined : surpriseOf(expected, figure);
  if (expected === undefined || surprise === undefined) return undefined;
  const seen = seenOf(figure);
  const direction = indicator.direction === 'either' ? (seen >= expected.mean ? 'up' : 'down') : indicator.direction;
  return {
    day,
    seen,
    expected: expected.mean,
    usual: usualRange(expected, figure.kind === 'share' ? figure.trials : 1),
    p: indicator.direction === 'either' ? Math.min(1, 2 * Math.min(surprise.up, surprise.down)) : surprise[direction],
    material: isMaterial(expected, seen, indicator.threshold),
    direction,
    past: past.length,
    dispersion: expected.dispersion,
  };
};
