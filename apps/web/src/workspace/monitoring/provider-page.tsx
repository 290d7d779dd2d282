import { getRouteApi, Link } from '@tanstack/react-router';
import { useProviderSeries } from '../client/monitoring.ts';
import { useLanguage } from '../language/language.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';
import { SeriesList } from './series-list.tsx';

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
      <SeriesList series={data?.series ?? []} />
    </Page>
  );
};
