import type { ProviderSeriesAnswer } from '@suanjian/contracts';
import { useLanguage } from '../language/language.tsx';
import { Section } from '../parts/page.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';
import { SeriesChart } from './series-chart.tsx';

/** Every series with its chart and, beside it, the same figures as a table. */
export const SeriesList = ({ series: all }: Pick<ProviderSeriesAnswer, 'series'>) => {
  const { say } = useLanguage();
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-7 lg:grid-cols-2">
      {all.map((series, index) => (
        <div key={`${series.indicator} ${series.status} ${series.subject}`}>
          <Section
            id={`series-${index}`}
            title={`${say(series.title)}${series.subjectTitle === undefined ? '' : ` · ${series.subjectTitle}`}`}
            aside={
              <span className="flex gap-1">
                <span className="badge">{say(monitoringTexts.theme[series.theme])}</span>
                {series.status === 'live' ? null : (
                  <span className="badge">{say(monitoringTexts.indicatorStatus[series.status])}</span>
                )}
              </span>
            }
          >
            <SeriesChart title={say(series.title)} unit={series.unit} points={series.points} />
          </Section>
        </div>
      ))}
    </div>
  );
};
