import type { SiteStandingAnswer } from '@suanjian/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAskSiteCheck, useSiteChecks } from '../client/site-checks.ts';
import { formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { siteCheckTexts } from '../texts/site-checks.ts';
import { SiteVerdict } from './site-verdict.tsx';
import { VisitList } from './visit-list.tsx';

const route = getRouteApi('/matters/$kind/$id/site-checks');

const Standing = ({ verdicts, sites }: SiteStandingAnswer) => {
  const { say } = useLanguage();
  return (
    <Section title={say(siteCheckTexts.results)} id="results">
      <ul className="grid gap-3">
        {verdicts.map(({ check, title, clause, verdict }) => (
          <li key={check} className="card flex flex-wrap items-center justify-between gap-2 p-4!">
            <span>
              {say(title)} <span className="quiet small">{clause}</span>
            </span>
            <SiteVerdict verdict={verdict} />
          </li>
        ))}
      </ul>
      {sites.length > 1 || sites.some(({ away }) => away > 0) ? (
        <ul className="mt-3 grid gap-2">
          {sites.map(({ address, badge, notice, away }) => (
            <li key={address} className="flex flex-wrap items-center gap-2">
              <span className="wrap-anywhere">{address}</span>
              <span className="quiet small">{say(siteCheckTexts.badge)}</span>
              <SiteVerdict verdict={badge} />
              <span className="quiet small">{say(siteCheckTexts.noticeName)}</span>
              <SiteVerdict verdict={notice} />
              {away === 0 ? null : <span className="badge tone-warn">{say(siteCheckTexts.away(away))}</span>}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
};

const Asking = ({
  filing,
  running,
  mayAsk,
}: {
  readonly filing: string;
  readonly running: boolean;
  readonly mayAsk: boolean;
}) => {
  const { say } = useLanguage();
  const ask = useAskSiteCheck(filing);
  return (
    <>
      {mayAsk ? (
        <p>
          <button type="button" className="button" disabled={running || ask.isPending} onClick={() => ask.mutate()}>
            {say(siteCheckTexts.check)}
          </button>
        </p>
      ) : null}
      <p role="status" className="quiet mt-2">
        {running ? say(siteCheckTexts.running) : ''}
      </p>
      {ask.isError ? <Failure error={ask.error} /> : null}
    </>
  );
};

/** What the provider's own sites show, for the provider and the offices. */
export const SiteChecksPage = () => {
  const { say, language } = useLanguage();
  const { kind, id } = route.useParams();
  const checks = useSiteChecks(id);
  const { data } = checks;
  return (
    <Page
      title={`${say(siteCheckTexts.title)}${data === undefined ? '' : ` · ${data.filing.title}`}`}
      lead={say(siteCheckTexts.lead)}
      actions={
        <Link to="/matters/$kind/$id" params={{ kind, id }} className="button button-quiet">
          {say(siteCheckTexts.backToFiling)}
        </Link>
      }
    >
      {checks.isPending ? <Loading /> : null}
      {checks.isError ? <Failure error={checks.error} retry={() => void checks.refetch()} /> : null}
      {data === undefined ? null : (
        <div className="grid grid-cols-1 items-start gap-x-10 gap-y-7 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div>
            {data.visits.length === 0 ? (
              <Empty title={data.addresses.length === 0 ? siteCheckTexts.noSites : siteCheckTexts.noVisits} />
            ) : (
              <>
                {data.verdicts.length === 0 ? null : <Standing {...data} />}
                <Section title={say(siteCheckTexts.history)} id="visits">
                  <VisitList visits={data.visits} />
                </Section>
              </>
            )}
          </div>
          <div>
            {data.addresses.length === 0 ? null : (
              <Section title={say(siteCheckTexts.addresses)} id="addresses">
                <ul className="mb-3 grid gap-1">
                  {data.addresses.map((address) => (
                    <li key={address} className="wrap-anywhere">
                      {address}
                    </li>
                  ))}
                </ul>
                <Asking filing={data.filing.id} running={data.running} mayAsk={data.mayAsk} />
                {data.nextAt === undefined || data.running ? null : (
                  <p className="quiet small">{say(siteCheckTexts.next(formatInstant(data.nextAt, language)))}</p>
                )}
              </Section>
            )}
            <Section title={say(siteCheckTexts.means)} id="means">
              <ul className="grid list-disc gap-2 pl-5">
                {data.statements.map((statement) => (
                  <li key={statement.en}>{say(statement)}</li>
                ))}
              </ul>
            </Section>
          </div>
        </div>
      )}
    </Page>
  );
};
