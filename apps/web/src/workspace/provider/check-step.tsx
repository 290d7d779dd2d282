import type { MatterReadingAnswer, RefusalAnswer } from '@suanjian/contracts';
import type { Contradiction, FormDefinition } from '@suanjian/matters';
import type { Draft } from '../drafts/use-draft.ts';
import { FormReading } from '../forms/form-reading.tsx';
import { useLanguage } from '../language/language.tsx';
import { ContradictionList } from '../matters/contradiction-list.tsx';
import { Differences, differencesOf, earlierForm } from '../matters/differences.tsx';
import { Section } from '../parts/page.tsx';
import { formTexts } from '../texts/forms.ts';
import { matterTexts } from '../texts/matter.ts';
import { AssessmentSubmission } from '../assessment/assessment-submission.tsx';
import { Submission } from './submission.tsx';

interface Props {
  readonly reading: MatterReadingAnswer;
  readonly form: FormDefinition;
  readonly draft: Draft;
  readonly contradictions: readonly Contradiction[];
  readonly hindered: boolean;
  readonly attempted: () => void;
  readonly refused: (faults: readonly RefusalAnswer[]) => void;
  readonly go: (pointer: string) => void;
  readonly done: () => void;
}

/** Before submitting: what does not fit, what changed, what the public will read. */
export const CheckStep = ({ reading, form, draft, contradictions, hindered, attempted, refused, go, done }: Props) => {
  const { say } = useLanguage();
  const published = reading.kind === 'filing' || reading.kind === 'change';
  const submission = { reading, draft, refused, attempted, hindered, done };
  const blocking = contradictions.some(({ grade }) => grade === 'blocking');
  return (
    <>
      {hindered || reading.kind === 'assessment' ? null : (
        <p className="notice tone-good">{say(formTexts.nothingWrong)}</p>
      )}
      {published ? (
        <Section title={say(matterTexts.contradictions)} id="contradictions">
          <ContradictionList found={contradictions} go={go} />
        </Section>
      ) : null}
      {earlierForm(reading) === undefined ? null : (
        <Section title={say(matterTexts.differences)} id="differences">
          <Differences form={form} found={differencesOf(reading, form, draft.values)} />
        </Section>
      )}
      {published ? (
        <Section title={say(matterTexts.previewTitle)} id="preview">
          <p className="quiet mb-3">{say(matterTexts.previewNote)}</p>
          <div className="card">
            <FormReading
              form={form}
              values={draft.values}
              base="/preview"
              only={({ secrecy }) => secrecy === 'public'}
            />
          </div>
        </Section>
      ) : null}
      {reading.kind === 'assessment' ? (
        <AssessmentSubmission {...submission} go={go} />
      ) : (
        <Submission
          {...submission}
          warnings={contradictions.filter(({ grade }) => grade === 'warning').length}
          hindered={hindered || blocking}
        />
      )}
    </>
  );
};
