import { expectedOf, shownValue, sourceKey } from '@suanjian/audit/monitoring';
import type { ProviderSeriesAnswer } from '@suanjian/contracts';
import type { FigureSheet } from '@suanjian/records';
import { addDays, type CivilDate } from '@suanjian/rulebook';
import { unitOf } from './answers.ts';
import type { WatchedIndicator } from './indicators.ts';
import { seriesIn } from './kept-figures.ts';

const shown = 56;
const filingOf = (subject: string): string | undefined => /^filing:([0-9a-f-]{36})/u.exec(subject)?.[1];

/** Every series of the last weeks; of algorithms those whose filing the reader sees, of the provider as a whole (`isWhole`) for the offices of its own place. */
export const providerSeries = (
  indicators: readonly WatchedIndicator[],
  sheet: FigureSheet,
  filings: ReadonlyMap<string, string>,
  isWhole: boolean,
  to: CivilDate,
): ProviderSeriesAnswer['series'] =>
  indicators
    .filter(({ status }) => status !== 'retired')
    .flatMap((indicator) =>
      [...seriesIn(sheet, sourceKey(indicator))].flatMap(([subject, series]) => {
        const filing = filingOf(subject);
        const subjectTitle = filing === undefined ? undefined : filings.get(filing);
        if (filing === undefined ? !isWhole : subjectTitle === undefined) return [];
        const days = [...series]
          .filter(([day]) => day > addDays(to, -shown) && day <= to)
          .toSorted(([one], [other]) => (one < other ? -1 : 1));
        return [
          {
            indicator: indicator.id,
            title: indicator.title,
            theme: indicator.theme,
            status: indicator.status,
            unit: unitOf(indicator),
            subject,
            ...(subjectTitle === undefined ? {} : { subjectTitle }),
            points: days.map(([day, figure]) => {
              const expected = expectedOf(series, day, indicator)?.mean;
              return { day, value: shownValue(figure) ?? null, ...(expected === undefined ? {} : { expected }) };
            }),
          },
        ];
      }),
    );
