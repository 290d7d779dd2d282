import { useOwnSeries } from '../client/monitoring.ts';
import { useLanguage } from '../language/language.tsx';
import { Section } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';
import { SeriesList } from './series-list.tsx';

/** A provider's own series, as far as they count. */
export const OwnIndicators = () => {
  const { say } = useLanguage();
  const own = useOwnSeries();
  const { data } = own;
  return (
    <Section title={say(monitoringTexts.own)} id="own-indicators">
      {own.isPending ? <Loading /> : null}
      {own.isError ? <Failure error={own.error} retry={() => void own.refetch()} /> : null}
      {data?.series.length === 0 ? <Empty title={monitoringTexts.noOwn} /> : null}
      {data === undefined || data.series.length === 0 ? null : (
        <>
          <p className="quiet mb-4 max-w-3xl">
            {say(monitoringTexts.ownLead)} {say(monitoringTexts.legend)}
          </p>
          <SeriesList series={data.series} />
        </>
      )}
    </Section>
  );
};
