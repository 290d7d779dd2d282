import type { WarningAnswer } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { mayOpen, useMe } from '../client/me.ts';
import { useMonitoringStep } from '../client/monitoring.ts';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Section } from '../parts/page.tsx';
import { Failure } from '../parts/states.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';

type Step = keyof typeof monitoringTexts.steps;

const stepsOf = ({ status, sharedAt }: WarningAnswer): readonly Step[] => [
  ...(status === 'new' ? (['look-into', 'act', 'dismiss'] as const) : []),
  ...(status === 'looked-into' ? (['act', 'dismiss'] as const) : []),
  ...(status === 'acted-on' || status === 'dismissed' ? (['reopen'] as const) : []),
  'link',
  'silence',
  ...(sharedAt === undefined ? (['share'] as const) : []),
];

const openings = ['violation-case', 'rectification', 'inspection', 'official-assessment'] as const;

/** What may be opened from it, with what is behind it. */
const Openings = ({ id, status }: WarningAnswer) => {
  const { say } = useLanguage();
  const me = useMe();
  const offered = openings.flatMap((kind) => {
    const opening = definitionOf(kind)?.opening;
    return opening !== undefined && mayOpen(me, opening) ? [{ kind, title: opening.title }] : [];
  });
  if (status === 'dismissed' || offered.length === 0) return null;
  return (
    <>
      <p className="mb-2">{say(monitoringTexts.opening)}</p>
      <p className="mb-4 flex flex-wrap gap-2">
        {offered.map(({ kind, title }) => (
          <Link key={kind} to="/new/$kind" params={{ kind }} search={{ warning: id }} className="button button-quiet">
            {say(title)}
          </Link>
        ))}
      </p>
    </>
  );
};

/** What an office does about a warning, always with a reason. */
export const Triage = (warning: WarningAnswer) => {
  const { say } = useLanguage();
  const id = useId();
  const steps = stepsOf(warning);
  const [step, setStep] = useState<Step>(steps[0] ?? 'link');
  const [reason, setReason] = useState('');
  const [further, setFurther] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMonitoringStep();
  const missing = tried && reason.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (reason.trim() === '') return;
    const more = step === 'link' ? { matter: further.trim() } : step === 'silence' ? { until: further } : {};
    send.mutate({ path: `warnings/${warning.id}/${step}`, body: { reason, ...more } });
  };
  return (
    <Section title={say(monitoringTexts.decide)} id="decide">
      <Openings {...warning} />
      <form
        className="card grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="field">
          <label className="field-label" htmlFor={`${id}-step`}>
            {say(monitoringTexts.step)}
          </label>
          <select
            id={`${id}-step`}
            className="input"
            value={step}
            onChange={({ target }) => {
              const chosen = steps.find((each) => each === target.value);
              if (chosen !== undefined) setStep(chosen);
              setFurther('');
            }}
          >
            {steps.map((each) => (
              <option key={each} value={each}>
                {say(monitoringTexts.steps[each])}
              </option>
            ))}
          </select>
        </div>
        {step === 'link' || step === 'silence' ? (
          <div className="field">
            <label className="field-label" htmlFor={`${id}-further`}>
              {say(step === 'link' ? monitoringTexts.matterId : monitoringTexts.silenceUntil)}
            </label>
            {step === 'link' ? (
              <p className="field-help" id={`${id}-further-help`}>
                {say(monitoringTexts.matterHelp)}
              </p>
            ) : null}
            <input
              id={`${id}-further`}
              className="input"
              type={step === 'link' ? 'text' : 'date'}
              required
              value={further}
              aria-describedby={step === 'link' ? `${id}-further-help` : undefined}
              onChange={({ target }) => setFurther(target.value)}
            />
          </div>
        ) : null}
        <div className="field">
          <label className="field-label" htmlFor={`${id}-reason`}>
            {say(monitoringTexts.reason)}
          </label>
          <p className="field-help" id={`${id}-help`}>
            {say(monitoringTexts.reasonHelp)}
          </p>
          <textarea
            id={`${id}-reason`}
            className="input"
            rows={3}
            maxLength={2000}
            value={reason}
            aria-invalid={missing}
            aria-describedby={`${id}-help ${id}-fault`}
            onChange={({ target }) => setReason(target.value)}
          />
          <p className="field-error" id={`${id}-fault`} aria-live="polite">
            {missing ? say(monitoringTexts.reasonMissing) : null}
          </p>
        </div>
        <p>
          <button type="submit" className="button" disabled={send.isPending}>
            {say(monitoringTexts.submit)}
          </button>
        </p>
        <p role="status">{send.isSuccess ? say(monitoringTexts.done) : ''}</p>
        {send.isError ? <Failure error={send.error} /> : null}
      </form>
    </Section>
  );
};
