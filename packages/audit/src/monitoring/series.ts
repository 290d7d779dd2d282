import { fromDayNumber, toDayNumber, type CivilDate } from '@suanjian/rulebook';
import { expectationOf, type Expectation, type Past } from './baseline.ts';
import { wholeOf, type Figure } from './figures.ts';
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
  const standIn = ({ part }: Figure): Past['figure'] | undefined => {
    if (direction === 'either') return undefined;
    const hits = (direction === 'up' ? largestSuppressed : 1) / (part?.of ?? 1);
    const common = part === undefined ? {} : { part };
    if (kind === 'count') return { kind: 'count', count: hits, ...common };
    return kind === 'share' && trials !== undefined
      ? { kind: 'share', hits: Math.min(hits, trials), trials, ...common }
      : undefined;
  };
  return found.flatMap(({ day: at, figure }) => {
    const used = figure.kind === 'suppressed' ? standIn(figure) : figure;
    return used === undefined ? [] : [{ day: at, figure: used }];
  });
};

/** What a series says of one of its days. */
export interface Judged {
  /** The last one, where the figure is of several days; what it brought and what was expected are by the day. */
  readonly day: CivilDate;
  readonly days: number;
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

/** Days of the period that a day's figure is a part of, and the first of them. */
const periodOf = (
  day: CivilDate,
  figure: Figure | undefined,
): { readonly first: CivilDate; readonly days: number } => ({
  first: figure?.part === undefined ? day : fromDayNumber(toDayNumber(day) - figure.part.at + 1),
  days: figure?.part?.of ?? 1,
});

/** What is expected of each day of a period, by the days before it: their mean, and as sure as the least sure of them. */
const overPeriod = (
  series: Series,
  { first, days }: { readonly first: CivilDate; readonly days: number },
  indicator: Indicator,
): { readonly expected: Expectation; readonly past: number } | undefined => {
  const past = pastOf(series, first, indicator);
  if (past.length < indicator.history.atLeast) return undefined;
  const season = { weekdays: indicator.season !== 'none' };
  const each: Expectation[] = [];
  for (let day = 0; day < days; day++) {
    const expected = expectationOf(past, toDayNumber(first) + day, season);
    if (expected === undefined) return undefined;
    each.push(expected);
  }
  const [only] = each;
  if (only === undefined) return undefined;
  const expected = {
    ...only,
    mean: each.reduce((sum, { mean }) => sum + mean, 0) / days,
    uncertainty: Math.max(...each.map(({ uncertainty }) => uncertainty)),
  };
  return { expected, past: past.length };
};

/** The same for all of the period at once, as its whole figure is judged. */
const ofWhole = (expected: Expectation, days: number): Expectation => ({
  ...expected,
  ...(expected.kind === 'count' ? { mean: expected.mean * days } : {}),
  ...(expected.kind === 'measure' ? { dispersion: expected.dispersion / days } : {}),
});

/** What a day is expected to bring, and what 95 of 100 ordinary days bring: for charts. */
export interface Expected {
  readonly mean: number;
  readonly usual: readonly [number, number];
}

const rangeOf = (expected: Expectation, figure: Figure | undefined, days: number): readonly [number, number] => {
  const whole = figure === undefined ? undefined : wholeOf(figure);
  const [low, high] = usualRange(ofWhole(expected, days), whole?.kind === 'share' ? whole.trials : 1);
  return expected.kind === 'count' ? [low / days, high / days] : [low, high];
};

/** What is expected of a day, whether or not it has a figure yet. */
export const expectedOf = (series: Series, day: CivilDate, indicator: Indicator): Expected | undefined => {
  const figure = series.get(day);
  const { first, days } = periodOf(day, figure);
  const found = overPeriod(series, { first, days }, indicator);
  return found === undefined ? undefined : { mean: found.expected.mean, usual: rangeOf(found.expected, figure, days) };
};

/** Whether a figure is of one day, or the last of a period all of whose days are still told by the same bundle. */
const endsPeriod = (series: Series, day: CivilDate, { part }: Figure): boolean => {
  if (part === undefined) return true;
  if (part.at !== part.of) return false;
  const last = toDayNumber(day);
  return Array.from({ length: part.of }, (_, back) => series.get(fromDayNumber(last - back))?.part).every(
    (each, back) => each?.of === part.of && each.at === part.of - back,
  );
};

/** Undefined where there is too little to judge by: no verdict, rather than a wrong one. A period is judged once, on its last day. */
export const judgeDay = (series: Series, day: CivilDate, indicator: Indicator): Judged | undefined => {
  const figure = series.get(day);
  if (figure === undefined || figure.kind === 'suppressed' || !endsPeriod(series, day, figure)) return undefined;
  const period = periodOf(day, figure);
  const found = overPeriod(series, period, indicator);
  if (found === undefined) return undefined;
  const { expected, past } = found;
  const surprise = surpriseOf(ofWhole(expected, period.days), wholeOf(figure));
  if (surprise === undefined) return undefined;
  const seen = seenOf(figure);
  const direction = indicator.direction === 'either' ? (seen >= expected.mean ? 'up' : 'down') : indicator.direction;
  return {
    day,
    days: period.days,
    seen,
    expected: expected.mean,
    usual: rangeOf(expected, figure, period.days),
    p: indicator.direction === 'either' ? Math.min(1, 2 * Math.min(surprise.up, surprise.down)) : surprise[direction],
    material: isMaterial(expected, seen, indicator.threshold),
    direction,
    past,
    dispersion: expected.dispersion,
  };
};
