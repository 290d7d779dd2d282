import type { WatchedIndicatorAnswer } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useIndicators, useMonitoringStep } from '../client/monitoring.ts';
import { formatInstant, formatNumber, formatPercent } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';
import { versionTexts } from '../texts/monitoring-version.ts';
import { ReplayTable } from './replay-table.tsx';
import { VersionDifference } from './version-difference.tsx';
import { valuesOf, versionDifferences } from './version-form.ts';

const Deciding = ({ id, version, status }: WatchedIndicatorAnswer) => {
  const { say } = useLanguage();
  const field = useId();
  const [reason, setReason] = useState('');
  const send = useMonitoringStep();
  const steps = status === 'shadow' ? (['replay', 'live', 'retired'] as const) : (['replay', 'retired'] as const);
  return (
    <div className="mt-3 grid gap-2">
      <label className="field-label" htmlFor={field}>
        {say(monitoringTexts.reason)}
      </label>
      <input
        id={field}
        className="input"
        value={reason}
        maxLength={2000}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="flex flex-wrap gap-2">
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            className="button button-quiet"
            disabled={send.isPending || reason.trim() === ''}
            onClick={() => send.mutate({ path: `indicators/${id}/${version}/${step}`, body: { reason } })}
          >
            {say(monitoringTexts[step])}
          </button>
        ))}
      </p>
      {send.isError ? <Failure error={send.error} /> : null}
    </div>
  );
};

const Decisions = ({ decisions }: WatchedIndicatorAnswer) => {
  const { language } = useLanguage();
  return (
    <ul className="mt-2 grid gap-1">
      {decisions.map(({ at, reason, replay }) => (
        <li key={`${at} ${reason}`} className="small">
          <span className="quiet">{formatInstant(at, language)}</span> {reason}
          {replay === undefined ? null : <ReplayTable replay={replay} />}
        </li>
      ))}
    </ul>
  );
};

const isNewest = ({ id, version }: WatchedIndicatorAnswer, all: readonly WatchedIndicatorAnswer[]): boolean =>
  all.every((each) => each.id !== id || each.version <= version);

interface Version {
  readonly indicator: WatchedIndicatorAnswer;
  readonly all: readonly WatchedIndicatorAnswer[];
}

/** What a later version says otherwise than the one before it. */
const FromBefore = ({ indicator, all }: Version) => {
  const { say } = useLanguage();
  const before = all.find(({ id, version }) => id === indicator.id && version === indicator.version - 1);
  if (before === undefined) return null;
  return (
    <details className="mt-2" open={indicator.status === 'shadow'}>
      <summary className="min-h-11 content-center">{say(versionTexts.different(before.version))}</summary>
      <VersionDifference
        from={before.version}
        differences={versionDifferences(valuesOf(before), valuesOf(indicator))}
      />
    </details>
  );
};

/** What is watched, in all versions, with what was decided of each and why. */
export const IndicatorsPage = () => {
  const { say } = useLanguage();
  const indicators = useIndicators();
  const { data } = indicators;
  return (
    <Page
      title={say(monitoringTexts.indicators)}
      lead={say(monitoringTexts.policy)}
      actions={
        <Link to="/monitoring" className="button button-quiet">
          {say(monitoringTexts.back)}
        </Link>
      }
    >
      {indicators.isPending ? <Loading /> : null}
      {indicators.isError ? <Failure error={indicators.error} retry={() => void indicators.refetch()} /> : null}
      {data?.items.length === 0 ? <Empty title={monitoringTexts.notRun} /> : null}
      <ul className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        {data?.items.map((indicator) => (
          <li key={`${indicator.id} ${indicator.version}`} className="card">
            <Indicator {...indicator} />
            <FromBefore indicator={indicator} all={data.items} />
            <Decisions {...indicator} />
            {data.mayDecide && isNewest(indicator, data.items) ? (
              <p className="mt-3">
                <Link
                  to="/monitoring/indicators/$id/propose"
                  params={{ id: indicator.id }}
                  className="button button-quiet"
                >
                  {say(versionTexts.propose)}
                </Link>
              </p>
            ) : null}
            {data.mayDecide && indicator.status !== 'retired' ? <Deciding {...indicator} /> : null}
          </li>
        ))}
      </ul>
    </Page>
  );
};

const Indicator = ({
  title,
  meaning,
  theme,
  status,
  version,
  threshold,
  perSeries,
  perDay,
  clauses,
}: WatchedIndicatorAnswer) => {
  const { say, language } = useLanguage();
  return (
    <>
      <h2 className="text-lg!">{say(title)}</h2>
      <p className="flex flex-wrap gap-1">
        <span className={`badge ${status === 'live' ? 'tone-good' : ''}`}>
          {say(monitoringTexts.indicatorStatus[status])}
        </span>
        <span className="badge">{say(monitoringTexts.theme[theme])}</span>
        <span className="badge">{say(monitoringTexts.version(version))}</span>
      </p>
      <p className="mt-2">
        {say(meaning)} <span className="quiet small">{clauses.join(' ')}</span>
      </p>
      <p className="quiet small">
        {say(monitoringTexts.perSeries)} {formatPercent(perSeries, language)} · {say(monitoringTexts.perDay)}{' '}
        {formatPercent(perDay, language)} · {say(monitoringTexts.threshold)} {formatNumber(threshold, language)}
      </p>
    </>
  );
};
