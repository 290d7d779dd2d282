import type { Figure, Series } from '@suanjian/audit/monitoring';
import type { FigureSheet, KeptFigure } from '@suanjian/records';
import type { CivilDate } from '@suanjian/rulebook';

const partOf = ({ part }: Figure): readonly number[] => (part === undefined ? [] : [part.at, part.of]);

export const keptOf = (figure: Figure): KeptFigure => {
  switch (figure.kind) {
    case 'count':
      return ['c', figure.count, ...partOf(figure)];
    case 'share':
      return ['s', figure.hits, figure.trials, ...partOf(figure)];
    case 'measure':
      return ['m', figure.value, ...partOf(figure)];
    case 'suppressed':
      return ['x', ...partOf(figure)];
  }
};

const numberAt = (kept: KeptFigure, at: number): number => {
  const value = kept[at];
  if (typeof value !== 'number') throw new TypeError('a kept figure lacks a number');
  return value;
};

/** @param own how many numbers of its own the figure has */
const keptPart = (kept: KeptFigure, own: number): Pick<Figure, 'part'> =>
  kept.length > own + 1 ? { part: { at: numberAt(kept, own + 1), of: numberAt(kept, own + 2) } } : {};

export const figureOf = (kept: KeptFigure): Figure => {
  const [kind = 'x'] = kept;
  switch (kind) {
    case 'c':
      return { kind: 'count', count: numberAt(kept, 1), ...keptPart(kept, 1) };
    case 's':
      return { kind: 'share', hits: numberAt(kept, 1), trials: numberAt(kept, 2), ...keptPart(kept, 2) };
    case 'm':
      return { kind: 'measure', value: numberAt(kept, 1), ...keptPart(kept, 1) };
    default:
      return { kind: 'suppressed', ...keptPart(kept, 0) };
  }
};

/** The series of one source by subject. */
export const seriesIn = (sheet: FigureSheet, source: string): ReadonlyMap<string, Series> =>
  new Map(
    Object.entries(sheet[source] ?? {}).map(([subject, days]) => [
      subject,
      new Map(Object.entries(days).map(([day, kept]) => [day as CivilDate, figureOf(kept)])),
    ]),
  );

/** Puts a figure into a sheet; false when that very one was there, or one of fewer days, which says more of the day. */
export const putFigure = (
  sheet: FigureSheet,
  source: string,
  subject: string,
  day: CivilDate,
  figure: Figure,
): boolean => {
  const days = ((sheet[source] ??= {})[subject] ??= {});
  const kept = keptOf(figure);
  const before = days[day];
  if (JSON.stringify(before) === JSON.stringify(kept)) return false;
  if (before !== undefined && (figureOf(before).part?.of ?? 1) < (figure.part?.of ?? 1)) return false;
  days[day] = kept;
  return true;
};
