import type { MonitoringAnswer } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useMonitoring, useMonitoringStep } from '../client/monitoring.ts';
import { isOffice, useMe } from '../client/me.ts';
import { formatDate, formatNumber, formatPercent } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';
import { OwnIndicators } from './own-indicators.tsx';
import { WarningBadge } from './warning-badge.tsx';

/** A silence ends early with a reason, like every other step. */
const EndSilence = ({ id }: { readonly id: string }) => {
  const { say } = useLanguage();
  const field = useId();
  const [reason, setReason] = useState('');
  const step = useMonitoringStep();
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate({ path: `silences/${id}/end`, body: { reason } });
      }}
    >
      <span className="field">
        <label className="field-label" htmlFor={field}>
          {say(monitoringTexts.endWhy)}
        </label>
        <input
          id={field}
          className="input"
          required
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </span>
      <button type="submit" className="button button-quiet" disabled={step.isPending}>
        {say(monitoringTexts.end)}
      </button>
      {step.isError ? <Failure error={step.error} /> : null}
    </form>
  );
};

const Silences = ({ silences }: MonitoringAnswer) => {
  const { say, language } = useLanguage();
  return (
    <Section title={say(monitoringTexts.silences)} id="silences">
      <ul className="grid gap-3">
        {silences.map(({ id, title, until, office, mayEnd }) => (
          <li key={id} className="card flex flex-wrap items-center justify-between gap-2 p-4!">
            <span>
              {say(title)}{' '}
              <span className="quiet">
                {say(monitoringTexts.until(formatDate(until, language)))} · {office}
              </span>
            </span>
            {mayEnd ? <EndSilence id={id} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Standing = ({ run, officeRate }: MonitoringAnswer) => {
  const { say, language } = useLanguage();
  return (
    <p className="quiet mb-4">
      {run === undefined
        ? say(monitoringTexts.notRun)
        : say(
            monitoringTexts.lastRun(formatDate(run.day, language), formatNumber(run.tested, language), run.warned),
          )}{' '}
      {officeRate === undefined || officeRate === 0
        ? null
        : say(monitoringTexts.rate(formatPercent(officeRate, language)))}
    </p>
  );
};

/** Early warnings: of its place for an office, what was shared with it for a provider. */
export const MonitoringPage = () => {
  const { say, language } = useLanguage();
  const office = isOffice(useMe());
  const monitoring = useMonitoring();
  const { data } = monitoring;
  const { head } = monitoringTexts;
  const heads = [head.indicator, ...(office ? [head.provider] : []), head.days, ...(office ? [head.status] : [])];
  return (
    <Page
      title={say(monitoringTexts.title)}
      lead={say(office ? monitoringTexts.leadOffice : monitoringTexts.leadProvider)}
      actions={
        office ? (
          <Link to="/monitoring/indicators" className="button button-quiet">
            {say(monitoringTexts.indicators)}
          </Link>
        ) : undefined
      }
    >
      {monitoring.isPending ? <Loading /> : null}
      {monitoring.isError ? <Failure error={monitoring.error} retry={() => void monitoring.refetch()} /> : null}
      {data === undefined ? null : (
        <>
          {office ? <Standing {...data} /> : null}
          {data.warnings.length === 0 ? (
            <Empty title={office ? monitoringTexts.noWarnings : monitoringTexts.noneShared} />
          ) : (
            <DataTable
              caption={say(office ? monitoringTexts.warnings : monitoringTexts.shown)}
              heads={heads.map(say)}
              rows={data.warnings.map((warning) => ({
                key: warning.id,
                cells: [
                  <Link key="title" to="/monitoring/warnings/$id" params={{ id: warning.id }}>
                    {say(warning.title)}
                  </Link>,
                  ...(office
                    ? [
                        <Link key="provider" to="/monitoring/providers/$id" params={{ id: warning.organisation }}>
                          {warning.provider}
                        </Link>,
                      ]
                    : []),
                  warning.day === warning.lastDay
                    ? formatDate(warning.day, language)
                    : `${formatDate(warning.day, language)} – ${formatDate(warning.lastDay, language)}`,
                  ...(office ? [<WarningBadge key="status" {...warning} />] : []),
                ],
              }))}
            />
          )}
          {data.silences.length === 0 ? null : <Silences {...data} />}
        </>
      )}
      {office ? null : <OwnIndicators />}
    </Page>
  );
};
