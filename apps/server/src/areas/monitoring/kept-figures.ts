import type { Figure, Series } from '@suanjian/audit/monitoring';
import type { FigureSheet, KeptFigure } from '@suanjian/records';
import type { CivilDate } from '@suanjian/rulebook';

export const keptOf = (figure: Figure): KeptFigure => {
  switch (figure.kind) {
    case 'count':
      return ['c', figure.count];
    case 'share':
      return ['s', figure.hits, figure.trials];
    case 'measure':
      return ['m', figure.value];
    case 'suppressed':
      return ['x'];
  }
};

const numberAt = (kept: KeptFigure, at: number): number => {
  const value = kept[at];
  if (typeof value !== 'number') throw new TypeError('a kept figure lacks a number');
  return value;
};

export const figureOf = (kept: KeptFigure): Figure => {
  const [kind = 'x'] = kept;
  switch (kind) {
    case 'c':
      return { kind: 'count', count: numberAt(kept, 1) };
    case 's':
      return { kind: 'share', hits: numberAt(kept, 1), trials: numberAt(kept, 2) };
    case 'm':
      return { kind: 'measure', value: numberAt(kept, 1) };
    default:
      return { kind: 'suppressed' };
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

/** Puts a figure into a sheet; false when that very one was there. */
export const putFigure = (
  sheet: FigureSheet,
  source: string,
  subject: string,
  day: CivilDate,
  figure: Figure,
): boolean => {
  const days = ((sheet[source] ??= {})[subject] ??= {});
  const kept = keptOf(figure);
  if (JSON.stringify(days[day]) === JSON.stringify(kept)) return false;
  days[day] = kept;
  return true;
};
