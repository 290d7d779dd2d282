import { fromDayNumber, toDayNumber, type CivilDate } from '@suanjian/rulebook';
import type { Bundle, BundledResult, BundledUnit } from '../bundle/bundle-schema.ts';
import type { Indicator } from './indicator.ts';

/** The `at`-th of the `of` days that a bundle is about, counted from 1. */
export interface Part {
  readonly at: number;
  readonly of: number;
}

/**
 * One figure of one day. Nothing finer than what a bundle says or a count of complaints; what was suppressed stays suppressed. A bundle over
 * several days gives each of them an even part, which says that it is one: together they weigh as much as one day in a baseline.
 */
export type Figure = (
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'share'; readonly hits: number; readonly trials: number }
  | { readonly kind: 'measure'; readonly value: number }
  | { readonly kind: 'suppressed' }
) & { readonly part?: Part };

/** What a figure is about, within a provider: all of it, a filed algorithm, or a part of one. */
export type Subject = string;
export const wholeProvider: Subject = 'provider';
export const algorithmSubject = (filing: string): Subject => `filing:${filing}`;

export interface Observation {
  readonly subject: Subject;
  readonly day: CivilDate;
  readonly figure: Figure;
}

type Figures = Pick<BundledUnit, 'estimate' | 'n' | 'suppressed'>;

const figureOf = (
  { estimate, n, suppressed }: Figures,
  scale: BundledResult['scale'],
  as: 'share' | 'count' | 'measure',
): Figure | undefined => {
  if (suppressed) return { kind: 'suppressed' };
  if (estimate === null) return undefined;
  if (as === 'measure') return { kind: 'measure', value: estimate };
  if (as === 'count') return scale === 'count' ? { kind: 'count', count: Math.max(0, estimate) } : undefined;
  if (n === null || n <= 0) return undefined;
  if (scale === 'count') return { kind: 'share', hits: Math.min(n, Math.max(0, estimate)), trials: n };
  return scale === 'share'
    ? { kind: 'share', hits: Math.round(Math.min(1, Math.max(0, estimate)) * n), trials: n }
    : undefined;
};

/** The most days that a bundle may be about for its figures to say something of a day. */
export const longestPeriod = 31;

/** The civil days that a bundle is about; none where it is about files, or about more days than say anything of one. */
export const daysOfBundle = ({ data }: Pick<Bundle, 'data'>): readonly CivilDate[] => {
  if (data.kind !== 'log') return [];
  const first = toDayNumber(data.from as CivilDate);
  const length = toDayNumber(data.to as CivilDate) - first + 1;
  return length < 1 || length > longestPeriod ? [] : Array.from({ length }, (_, index) => fromDayNumber(first + index));
};

const evenPart = (figure: Figure, part: Part): Figure => {
  switch (figure.kind) {
    case 'count':
      return { ...figure, count: figure.count / part.of, part };
    case 'share':
      return { ...figure, hits: figure.hits / part.of, trials: figure.trials / part.of, part };
    case 'measure':
    case 'suppressed':
      return { ...figure, part };
  }
};

/** A part taken for the whole that it was made from. */
export const wholeOf = (figure: Figure): Figure => {
  const { part, ...own } = figure;
  if (part === undefined) return figure;
  if (own.kind === 'count') return { ...own, count: own.count * part.of };
  return own.kind === 'share' ? { ...own, hits: own.hits * part.of, trials: own.trials * part.of } : own;
};

const spreadOver = (days: readonly CivilDate[], subject: Subject, figure: Figure): readonly Observation[] =>
  days.map((day, index) => ({
    subject,
    day,
    figure: days.length === 1 ? figure : evenPart(figure, { at: index + 1, of: days.length }),
  }));

/** What a bundle says to an indicator of an audit, day by day. Results on trial and results of files say nothing. */
export const observationsIn = (
  bundle: Pick<Bundle, 'data' | 'results'>,
  filing: string,
  { reads, per }: Pick<Indicator, 'reads' | 'per'>,
): readonly Observation[] => {
  const days = daysOfBundle(bundle);
  if (days.length === 0 || reads.source !== 'audit') return [];
  const result = bundle.results.find(({ check, id, status }) => (check ?? id) === reads.check && status === 'live');
  if (result === undefined) return [];
  if (per !== 'service') {
    const figure = figureOf(result, result.scale, reads.as);
    return figure === undefined ? [] : spreadOver(days, algorithmSubject(filing), figure);
  }
  const { dimension = '' } = reads;
  return result.units.flatMap((unit) => {
    const part = unit.by[dimension];
    const figure = part === undefined ? undefined : figureOf(unit, result.scale, reads.as);
    return figure === undefined || Object.keys(unit.by).length !== 1
      ? []
      : spreadOver(days, `${algorithmSubject(filing)}/${dimension}=${part}`, figure);
  });
};

const isSamePart = (one: Part | undefined, other: Part | undefined): boolean =>
  one?.at === other?.at && one?.of === other?.of;

/**
 * Several algorithms of one provider as one: a suppressed part leaves the whole suppressed, or it could be had by subtraction. What is about
 * other days is not added up.
 */
export const pooled = (figures: readonly Figure[]): Figure | undefined => {
  const [first] = figures;
  if (first === undefined || figures.some(({ kind, part }) => kind === 'measure' || !isSamePart(part, first.part)))
    return undefined;
  const common = first.part === undefined ? {} : { part: first.part };
  if (figures.some(({ kind }) => kind === 'suppressed')) return { kind: 'suppressed', ...common };
  if (first.kind === 'share') {
    let [hits, trials] = [0, 0];
    for (const figure of figures)
      if (figure.kind === 'share') [hits, trials] = [hits + figure.hits, trials + figure.trials];
    return { kind: 'share', hits, trials, ...common };
  }
  return {
    ...common,
    kind: 'count',
    count: figures.reduce((sum, figure) => sum + (figure.kind === 'count' ? figure.count : 0), 0),
  };
};

/** The number that a chart shows; undefined where there is none to show. */
export const shownValue = (figure: Figure): number | undefined => {
  switch (figure.kind) {
    case 'count':
      return figure.count;
    case 'share':
      return figure.hits / figure.trials;
    case 'measure':
      return figure.value;
    case 'suppressed':
      return undefined;
  }
};
