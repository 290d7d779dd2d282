import type { WarningAnswer } from '@suanjian/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useWarning } from '../client/monitoring.ts';
import { isOffice, useMe } from '../client/me.ts';
import { formatDate, formatInstant, formatNumber } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { kindTitle } from '../matters/definitions.ts';
import { Page, Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';
import { useFigure } from './figure.ts';
import { SeriesChart } from './series-chart.tsx';
import { Triage } from './triage.tsx';
import { WarningBadge } from './warning-badge.tsx';

const route = getRouteApi('/monitoring/warnings/$id');

const Facts = ({ unit, seen, expected, usual, p, tested, past, days }: WarningAnswer) => {
  const { say, language } = useLanguage();
  const figure = useFigure(unit);
  const shown = (value: number | null): string => (value === null ? say(monitoringTexts.keptBack) : figure(value));
  const facts = [
    [monitoringTexts.seen, shown(seen)],
    [monitoringTexts.expected, shown(expected)],
    [monitoringTexts.usual, usual === null ? shown(null) : `${figure(usual[0])} – ${figure(usual[1])}`],
    [monitoringTexts.chance, p < 1e-6 ? '< 0.000001' : p.toPrecision(2)],
    [monitoringTexts.tested, formatNumber(tested, language)],
    [monitoringTexts.past, formatNumber(past, language)],
    ...(days === 1 ? [] : ([[monitoringTexts.about, formatNumber(days, language)]] as const)),
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
      {facts.map(([term, value]) => (
        <div key={term.en} className="contents">
          <dt className="quiet">{say(term)}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Behind = ({ bundles, complaints }: WarningAnswer) => {
  const { say } = useLanguage();
  if (bundles.length + complaints.length === 0) return <p className="quiet">{say(monitoringTexts.nothingBehind)}</p>;
  return (
    <ul className="grid gap-2">
      {bundles.map(({ id, filing, hash }) => (
        <li key={id}>
          <Link to="/matters/$kind/$id/audits" params={{ kind: 'filing', id: filing }}>
            {say(monitoringTexts.bundle)}
          </Link>{' '}
          <span className="quiet small wrap-anywhere">{hash.slice(0, 16)}</span>
        </li>
      ))}
      {complaints.map((id, index) => (
        <li key={id}>
          <Link to="/matters/$kind/$id" params={{ kind: 'complaint', id }}>
            {say(monitoringTexts.complaint(index + 1))}
          </Link>
        </li>
      ))}
    </ul>
  );
};

const Acts = ({ acts }: WarningAnswer) => {
  const { say, language } = useLanguage();
  return (
    <ol className="grid gap-3">
      {acts.map(({ action, reason, matter, at }) => (
        <li key={`${at} ${action} ${matter?.id ?? ''}`} className="border-l-2 border-line pl-3">
          <strong>{say(monitoringTexts.act[action] ?? { zh: action, en: action })}</strong>{' '}
          <span className="quiet small">{formatInstant(at, language)}</span>
          {reason === undefined ? null : <p className="wrap-anywhere">{reason}</p>}
          {matter === undefined ? null : (
            <p>
              <Link to="/matters/$kind/$id" params={matter}>
                {say(kindTitle(matter.kind))}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
};

/** One warning: what was seen, what is behind it, and what was done. */
export const WarningPage = () => {
  const { say, language } = useLanguage();
  const { id } = route.useParams();
  const office = isOffice(useMe());
  const warning = useWarning(id);
  const { data } = warning;
  return (
    <Page
      title={data === undefined ? say(monitoringTexts.title) : say(data.title)}
      {...(data === undefined
        ? {}
        : { lead: `${data.provider} · ${formatDate(data.day, language)} · ${say(data.meaning)}` })}
      actions={
        <Link to="/monitoring" className="button button-quiet">
          {say(monitoringTexts.back)}
        </Link>
      }
    >
      {warning.isPending ? <Loading /> : null}
      {warning.isError ? <Failure error={warning.error} retry={() => void warning.refetch()} /> : null}
      {data === undefined ? null : (
        <div className="grid grid-cols-1 items-start gap-x-10 gap-y-7 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div>
            <Section
              title={say(monitoringTexts.facts)}
              id="facts"
              aside={office ? <WarningBadge {...data} /> : undefined}
            >
              <Facts {...data} />
            </Section>
            <Section title={say(monitoringTexts.history)} id="history">
              <SeriesChart title={say(data.title)} unit={data.unit} points={data.history} usual={data.usual} />
              <p className="quiet small mt-2">{say(monitoringTexts.legend)}</p>
            </Section>
            <Section title={say(monitoringTexts.behind)} id="behind">
              <Behind {...data} />
            </Section>
            {office ? (
              <p className="mt-3">
                <Link to="/monitoring/providers/$id" params={{ id: data.organisation }}>
                  {say(monitoringTexts.allOf)}
                </Link>
              </p>
            ) : null}
          </div>
          <div>
            {data.mayTriage ? <Triage key={data.status} {...data} /> : null}
            <Section title={say(monitoringTexts.acts)} id="acts">
              <Acts {...data} />
            </Section>
          </div>
        </div>
      )}
    </Page>
  );
};
