import { expectedOf, shownValue, sourceKey, type Figure, type Series } from '@suanjian/audit/monitoring';
import type { ProviderSeriesAnswer } from '@suanjian/contracts';
import type { FigureSheet } from '@suanjian/records';
import { addDays, type CivilDate } from '@suanjian/rulebook';
import { keptBack, unitOf } from './answers.ts';
import type { WatchedIndicator } from './indicators.ts';
import { seriesIn } from './kept-figures.ts';

const shown = 56;
const filingOf = (subject: string): string | undefined => /^filing:([0-9a-f-]{36})/u.exec(subject)?.[1];

export interface SeriesReader {
  /** A provider reads what counts and no trials, and no count of complaints that could give somebody away. */
  readonly side: 'office' | 'provider';
  /** Titles of the filings that the reader sees; of other algorithms nothing is shown. */
  readonly filings: ReadonlyMap<string, string>;
  /** Whether the reader sees what is about the provider as a whole. */
  readonly isWhole: boolean;
}

type Point = ProviderSeriesAnswer['series'][number]['points'][number];

const pointOf = (
  series: Series,
  indicator: WatchedIndicator,
  [day, figure]: readonly [CivilDate, Figure],
  isGuarded: boolean,
): Point => {
  const value = shownValue(figure) ?? null;
  const isHidden = (each: number | null): boolean => isGuarded && each !== null && keptBack(each);
  const expected = expectedOf(series, day, indicator);
  return {
    day,
    value: isHidden(value) ? null : value,
    ...(expected === undefined || isHidden(expected.mean)
      ? {}
      : { expected: expected.mean, usual: [expected.usual[0], expected.usual[1]] }),
  };
};

/** Every series of the last weeks that a reader may see, each day with what its own past made expected. */
export const providerSeries = (
  indicators: readonly WatchedIndicator[],
  sheet: FigureSheet,
  to: CivilDate,
  { side, filings, isWhole }: SeriesReader,
): ProviderSeriesAnswer['series'] =>
  indicators
    .filter(({ status }) => status === 'live' || (status === 'shadow' && side === 'office'))
    .flatMap((indicator) =>
      [...seriesIn(sheet, sourceKey(indicator))].flatMap(([subject, series]) => {
        const filing = filingOf(subject);
        const subjectTitle = filing === undefined ? undefined : filings.get(filing);
        if (filing === undefined ? !isWhole : subjectTitle === undefined) return [];
        const days = [...series]
          .filter(([day]) => day > addDays(to, -shown) && day <= to)
          .toSorted(([one], [other]) => (one < other ? -1 : 1));
        const isGuarded = side === 'provider' && indicator.reads.source === 'complaints';
        return [
          {
            indicator: indicator.id,
            title: indicator.title,
            theme: indicator.theme,
            status: indicator.status,
            unit: unitOf(indicator),
            subject,
            ...(subjectTitle === undefined ? {} : { subjectTitle }),
            points: days.map((each) => pointOf(series, indicator, each, isGuarded)),
          },
        ];
      }),
    );
