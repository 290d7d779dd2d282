import type { MatterReadingAnswer, RefusalAnswer } from '@suanjian/contracts';
import { draftFaults, formFaults, type FormDefinition } from '@suanjian/matters';
import { useMemo, useState } from 'react';
import { useMatters } from '../client/queries.ts';
import { SaveLine } from '../drafts/save-line.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { focusField } from '../forms/focus.ts';
import { fieldPointer, stepOfPointer } from '../forms/pointers.ts';
import { StepFields } from '../forms/step-fields.tsx';
import { checkStep, shownSteps, Steps } from '../forms/steps.tsx';
import { useLanguage } from '../language/language.tsx';
import { useToday } from '../language/today.ts';
import { ContradictionList } from '../matters/contradiction-list.tsx';
import { contradictionsIn, factsOf, looksForContradictions } from '../matters/contradictions.ts';
import { returnedOf } from '../matters/returned.ts';
import { ReturnedNotice } from '../matters/returned-notice.tsx';
import { common } from '../texts/common.ts';
import { matterTexts } from '../texts/matter.ts';
import { CheckStep } from './check-step.tsx';
import { Occasion } from './occasion.tsx';
import { UnsentOffer } from './unsent-offer.tsx';

interface Props {
  readonly reading: MatterReadingAnswer;
  readonly form: FormDefinition;
  readonly step: string | undefined;
  readonly choose: (step: string) => void;
  readonly reload: () => void;
  readonly done: () => void;
}

/** The form as steps. Faults are shown for fields that were left, and for all once somebody tried to submit. */
export const EditForm = ({ reading, form, step, choose, reload, done }: Props) => {
  const { say } = useLanguage();
  const draft = useDraft(reading, form);
  const today = useToday();
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<readonly RefusalAnswer[]>([]);
  const steps = useMemo(() => shownSteps(form, draft.values), [form, draft.values]);
  const names = [...steps.map(({ name }) => name), checkStep];
  const current = step !== undefined && names.includes(step) ? step : (names[0] ?? checkStep);
  const everything = useMemo(() => formFaults(form, draft.values), [form, draft.values]);
  const faults = useMemo(() => {
    const server = [...refused, ...(draft.standing.standing === 'held' ? draft.standing.refusals : [])];
    const own = attempted
      ? everything
      : draftFaults(form, draft.values).filter(({ pointer = '' }) => touched.has(fieldPointer(pointer)));
    const known = new Set(own.map(({ code, pointer }) => `${code} ${pointer}`));
    return [...own, ...server.filter(({ code, pointer }) => !known.has(`${code} ${pointer}`))];
  }, [form, draft.values, draft.standing, everything, attempted, touched, refused]);
  const looks = looksForContradictions(reading.kind);
  const filings = useMatters({ kind: 'filing', size: 200 });
  const contradictions = useMemo(
    () => (looks ? contradictionsIn(draft.values, factsOf(reading, filings.data?.items ?? [], today)) : []),
    [looks, draft.values, reading, filings.data, today],
  );
  const returned = returnedOf(reading);

  const change = (pointer: string, value: unknown) => {
    draft.change(pointer, value);
    setRefused((earlier) =>
      earlier.filter((fault) => fault.pointer === undefined || fieldPointer(fault.pointer) !== pointer),
    );
  };
  const go = (pointer: string) => {
    const target = stepOfPointer(form, pointer);
    if (target !== undefined && target !== current) choose(target);
    focusField(pointer);
  };
  const move = (by: number) => {
    const next = names[names.indexOf(current) + by];
    if (next !== undefined) choose(next);
    window.scrollTo({ top: 0 });
  };

  return (
    <>
      <UnsentOffer draft={draft} />
      {returned === undefined ? null : <ReturnedNotice returned={returned} />}
      <div className="mb-4 border-y border-line bg-surface px-3 py-2 sticky top-0 z-10">
        <SaveLine standing={draft.standing} retry={draft.retry} reload={reload} />
      </div>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[14rem_minmax(0,1fr)] xl:grid-cols-[12rem_minmax(0,1fr)_18rem] 2xl:grid-cols-[14rem_minmax(0,1fr)_24rem]">
        <div className="lg:sticky lg:top-16">
          <Steps form={form} steps={steps} step={current} choose={choose} faults={everything} />
        </div>
        <div className="min-w-0">
          {reading.kind === 'change' && current === names[0] ? (
            <div className="card mb-6">
              <Occasion
                occurred={draft.extra('occurred')}
                reasons={draft.extra('reasons')}
                change={(name, value) => change(`/${name}`, value)}
              />
            </div>
          ) : null}
          {attempted || current === checkStep ? (
            <div className="mb-5">
              <ErrorSummary
                faults={current === checkStep ? [...everything, ...refused] : faults}
                go={go}
                urgent={attempted}
              />
            </div>
          ) : null}
          {current === checkStep ? (
            <CheckStep
              reading={reading}
              form={form}
              draft={draft}
              contradictions={contradictions}
              hindered={everything.length > 0}
              attempted={() => setAttempted(true)}
              refused={setRefused}
              go={go}
              done={done}
            />
          ) : (
            <StepFields
              form={form}
              step={current}
              values={draft.values}
              change={change}
              touched={(name) => setTouched((earlier) => new Set([...earlier, `/form/${name}`]))}
              faults={faults}
              highlights={returned?.fields ?? []}
            />
          )}
          <div className="mt-8 flex flex-wrap gap-3">
            {current === names[0] ? null : (
              <button type="button" className="button button-quiet" onClick={() => move(-1)}>
                {say(common.previous)}
              </button>
            )}
            {current === checkStep ? null : (
              <button type="button" className="button" onClick={() => move(1)}>
                {say(common.next)}
              </button>
            )}
          </div>
        </div>
        {looks && current !== checkStep ? (
          <aside
            className="lg:col-start-2 xl:sticky xl:top-16 xl:col-start-3 xl:max-h-[calc(100dvh-5rem)] xl:overflow-y-auto"
            aria-label={say(matterTexts.contradictions)}
          >
            <h2 className="text-lg!">{say(matterTexts.contradictions)}</h2>
            <p className="quiet small mb-2">{say(matterTexts.contradictionsHint)}</p>
            <div aria-live="polite">
              <ContradictionList found={contradictions} go={go} />
            </div>
          </aside>
        ) : null}
      </div>
    </>
  );
};
