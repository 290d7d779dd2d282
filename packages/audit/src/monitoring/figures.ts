import type { CivilDate } from '@suanjian/rulebook';
import type { Bundle, BundledResult, BundledUnit } from '../bundle/bundle-schema.ts';
import type { Indicator } from './indicator.ts';

/** One figure of one day. Nothing finer than what a bundle says or a count of complaints; what was suppressed stays suppressed. */
export type Figure =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'share'; readonly hits: number; readonly trials: number }
  | { readonly kind: 'measure'; readonly value: number }
  | { readonly kind: 'suppressed' };

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

/** The civil day that a bundle is about; a bundle over several days is no figure of any of them. */
export const dayOfBundle = ({ data }: Pick<Bundle, 'data'>): CivilDate | undefined =>
  data.kind === 'log' && data.from === data.to ? (data.to as CivilDate) : undefined;

/** What a bundle of one day says to an indicator of an audit. Results on trial and results of files say nothing. */
export const observationsIn = (
  bundle: Pick<Bundle, 'data' | 'results'>,
  filing: string,
  { reads, per }: Pick<Indicator, 'reads' | 'per'>,
): readonly Observation[] => {
  const day = dayOfBundle(bundle);
  if (day === undefined || reads.source !== 'audit') return [];
  const result = bundle.results.find(({ check, id, status }) => (check ?? id) === reads.check && status === 'live');
  if (result === undefined) return [];
  if (per !== 'service') {
    const figure = figureOf(result, result.scale, reads.as);
    return figure === undefined ? [] : [{ subject: algorithmSubject(filing), day, figure }];
  }
  const { dimension = '' } = reads;
  return result.units.flatMap((unit) => {
    const part = unit.by[dimension];
    const figure = part === undefined ? undefined : figureOf(unit, result.scale, reads.as);
    return figure === undefined || Object.keys(unit.by).length !== 1
      ? []
      : [{ subject: `${algorithmSubject(filing)}/${dimension}=${part}`, day, figure }];
  });
};

/** Several algorithms of one provider as one: a suppressed part leaves the whole suppressed, or it could be had by subtraction. */
export const pooled = (figures: readonly Figure[]): Figure | undefined => {
  const [first] = figures;
  if (first === undefined || figures.some(({ kind }) => kind === 'measure')) return undefined;
  if (figures.some(({ kind }) => kind === 'suppressed')) return { kind: 'suppressed' };
  if (first.kind === 'share') {
    let [hits, trials] = [0, 0];
    for (const figure of figures)
      if (figure.kind === 'share') [hits, trials] = [hits + figure.hits, trials + figure.trials];
    return { kind: 'share', hits, trials };
  }
  return {
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
