import type { WatchedIndicatorAnswer } from '@suanjian/contracts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useIndicators, useMonitoringStep, useTryIndicator } from '../client/monitoring.ts';
import { AskedFields, useAsked } from '../forms/asked-fields.tsx';
import { useLanguage } from '../language/language.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { failures } from '../texts/common.ts';
import { monitoringTexts } from '../texts/monitoring.ts';
import { versionTexts } from '../texts/monitoring-version.ts';
import { ReplayTable } from './replay-table.tsx';
import { VersionDifference } from './version-difference.tsx';
import { definitionOfVersion, valuesOf, versionDifferences, versionForm } from './version-form.ts';

const route = getRouteApi('/monitoring/indicators/$id/propose');
const asks = { form: versionForm };

interface Props {
  /** What the new version is written from: the one that counts, else the newest. */
  readonly base: WatchedIndicatorAnswer;
  readonly version: number;
}

const Proposal = ({ base, version }: Props) => {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const field = useId();
  const [before] = useState(() => valuesOf(base));
  const draft = useAsked(asks, before);
  const [reason, setReason] = useState('');
  const [wanted, setWanted] = useState(false);
  const attempt = useTryIndicator();
  const send = useMonitoringStep();
  const definition = definitionOfVersion(base, version, draft.input);
  const isStale = attempt.variables !== undefined && JSON.stringify(attempt.variables) !== JSON.stringify(definition);
  const reasonMissing = wanted && reason.trim() === '';
  const tryIt = (): void => {
    if (!draft.complain()) attempt.mutate(definition);
  };
  const propose = (): void => {
    setWanted(true);
    if (draft.complain() || reason.trim() === '') return;
    send.mutate(
      { path: 'indicators', body: { reason, definition } },
      { onSuccess: () => void navigate({ to: '/monitoring/indicators' }) },
    );
  };
  return (
    <form
      className="grid grid-cols-1 items-start gap-x-10 gap-y-7 xl:grid-cols-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        propose();
      }}
    >
      <AskedFields asks={asks} draft={draft} />
      <div className="grid gap-7">
        <Section title={say(versionTexts.different(base.version))} id="difference">
          <VersionDifference from={base.version} differences={versionDifferences(before, draft.input)} />
        </Section>
        <Section title={say(versionTexts.tried)} id="tried">
          <p className="mb-3">
            <button type="button" className="button button-quiet" disabled={attempt.isPending} onClick={tryIt}>
              {say(versionTexts.tryIt)}
            </button>
          </p>
          <p role="status" className="quiet mb-2">
            {attempt.isPending
              ? '…'
              : attempt.data === undefined
                ? say(versionTexts.notTried)
                : isStale
                  ? say(versionTexts.stale)
                  : ''}
          </p>
          {attempt.isError ? <Failure error={attempt.error} /> : null}
          {attempt.data === undefined ? null : <ReplayTable {...attempt.data} />}
        </Section>
        <div className="field">
          <label className="field-label" htmlFor={field}>
            {say(versionTexts.reason)}
          </label>
          <p className="field-help" id={`${field}-help`}>
            {say(versionTexts.reasonHelp)}
          </p>
          <textarea
            id={field}
            className="input"
            rows={3}
            maxLength={2000}
            value={reason}
            aria-invalid={reasonMissing}
            aria-describedby={`${field}-help ${field}-fault`}
            onChange={({ target }) => setReason(target.value)}
          />
          <p className="field-error" id={`${field}-fault`} aria-live="polite">
            {reasonMissing ? say(monitoringTexts.reasonMissing) : null}
          </p>
        </div>
        {send.isError ? <Failure error={send.error} /> : null}
        <p>
          <button type="submit" className="button" disabled={send.isPending}>
            {say(versionTexts.submit)}
          </button>
        </p>
      </div>
    </form>
  );
};

/** Writing a new version of an indicator: what differs, and what it would have done, stand beside it before anybody proposes it. */
export const ProposePage = () => {
  const { say } = useLanguage();
  const { id } = route.useParams();
  const indicators = useIndicators();
  const { data } = indicators;
  const versions = data?.items.filter((each) => each.id === id) ?? [];
  const base = versions.find(({ status }) => status === 'live') ?? versions[0];
  const version = Math.max(0, ...versions.map((each) => each.version)) + 1;
  return (
    <Page
      title={base === undefined ? say(versionTexts.propose) : `${say(versionTexts.propose)} · ${say(base.title)}`}
      {...(base === undefined ? {} : { lead: say(versionTexts.lead(version)) })}
      actions={
        <Link to="/monitoring/indicators" className="button button-quiet">
          {say(monitoringTexts.indicators)}
        </Link>
      }
    >
      {indicators.isPending ? <Loading /> : null}
      {indicators.isError ? <Failure error={indicators.error} retry={() => void indicators.refetch()} /> : null}
      {data === undefined ? null : base === undefined || !data.mayDecide ? (
        <p className="notice">{say(failures['not-permitted'])}</p>
      ) : (
        <Proposal key={`${base.id} ${base.version}`} base={base} version={version} />
      )}
    </Page>
  );
};
