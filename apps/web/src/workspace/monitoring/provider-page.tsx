import { getRouteApi, Link } from '@tanstack/react-router';
import { useProviderSeries } from '../client/monitoring.ts';
import { useLanguage } from '../language/language.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';
import { SeriesChart } from './series-chart.tsx';

const route = getRouteApi('/monitoring/providers/$id');

/** Everything watched of one provider, day by day. */
export const ProviderMonitoringPage = () => {
  const { say } = useLanguage();
  const { id } = route.useParams();
  const found = useProviderSeries(id);
  const { data } = found;
  return (
    <Page
      title={`${say(monitoringTexts.title)}${data === undefined ? '' : ` · ${data.provider}`}`}
      lead={say(monitoringTexts.legend)}
      actions={
        <Link to="/monitoring" className="button button-quiet">
          {say(monitoringTexts.back)}
        </Link>
      }
    >
      {found.isPending ? <Loading /> : null}
      {found.isError ? <Failure error={found.error} retry={() => void found.refetch()} /> : null}
      {data?.series.length === 0 ? <Empty title={monitoringTexts.noSeries} /> : null}
      <div className="grid grid-cols-1 gap-x-10 gap-y-7 lg:grid-cols-2">
        {data?.series.map((series, index) => (
          <Section
            key={`${series.indicator} ${series.subject}`}
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
        ))}
      </div>
    </Page>
  );
};
