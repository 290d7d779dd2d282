import type { MatterReadingAnswer } from '@suanjian/contracts';
import { suggestedGradingAnswers } from '@suanjian/matters';
import { bandOf, grade, gradingScheme, notApplicable, type GradingAnswers } from '@suanjian/rulebook';
import { useId, useState } from 'react';
import { useCommand } from '../client/use-command.ts';
import { recordOf } from '../forms/control.ts';
import { useLanguage } from '../language/language.tsx';
import { unmasked } from '../matters/contradictions.ts';
import { Failure } from '../parts/states.tsx';
import { reviewTexts } from '../texts/review.ts';
import { GradeProposalReading } from './grade-proposal.tsx';
import { GradeReading, isGrading } from './grade-reading.tsx';

interface Props {
  readonly reading: MatterReadingAnswer;
  readonly position: number;
}

/** The five factors, answered one by one; the result is worked out and explained as one answers. */
export const GradingPanel = ({ reading, position }: Props) => {
  const { say } = useLanguage();
  const id = useId();
  const current = reading.state['grading'];
  const give = useCommand({ ...reading, position });
  const [answers, setAnswers] = useState<GradingAnswers>(() =>
    suggestedGradingAnswers(unmasked(recordOf(reading.state['form']))),
  );
  const outcome = grade(gradingScheme, answers);
  return (
    <>
      <p className="small quiet mb-2">
        {say(gradingScheme.title)} {say(gradingScheme.note)}
      </p>
      {isGrading(current) ? <GradeReading grading={current} /> : <p className="quiet">{say(reviewTexts.notGraded)}</p>}
      <GradeProposalReading state={reading.state} show="answered" />
      {reading.actions.includes('grade') ? (
        <details className="mt-3" open={!isGrading(current)}>
          <summary className="font-semibold">{say(reviewTexts.gradeNow)}</summary>
          <form
            className="mt-3 grid gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              give.mutate({ command: 'grade', input: { answers } });
            }}
          >
            <p className="small quiet">{say(reviewTexts.suggested)}</p>
            {gradingScheme.factors.map((factor) => (
              <div key={factor.id} className="field">
                <label className="field-label" htmlFor={`${id}-${factor.id}`}>
                  {say(factor.title)}
                </label>
                <p className="field-help" id={`${id}-${factor.id}-help`}>
                  {say(factor.question)}
                </p>
                <select
                  id={`${id}-${factor.id}`}
                  className="input"
                  aria-describedby={`${id}-${factor.id}-help`}
                  value={answers[factor.id] ?? ''}
                  onChange={({ target }) =>
                    setAnswers({ ...answers, [factor.id]: target.value === '' ? undefined : target.value })
                  }
                >
                  <option value="">—</option>
                  {factor.levels.map((level) => (
                    <option key={level.id} value={level.id}>
                      {say(level.title)} ({level.points})
                    </option>
                  ))}
                  {factor.mayNotApply === undefined ? null : (
                    <option value={notApplicable}>{say(reviewTexts.notApplicable)}</option>
                  )}
                </select>
              </div>
            ))}
            {outcome.ok ? (
              <p className="notice py-2!" aria-live="polite">
                <strong>{say(bandOf(gradingScheme, outcome.grading.grade).title)}</strong>{' '}
                {say(outcome.grading.explanation)}
              </p>
            ) : (
              <ul className="field-error list-disc pl-5" aria-live="polite">
                {outcome.faults.map(({ factor, message }) => (
                  <li key={factor}>{say(message)}</li>
                ))}
              </ul>
            )}
            {give.isError ? <Failure error={give.error} /> : null}
            <div>
              <button type="submit" className="button" disabled={!outcome.ok || give.isPending}>
                {say(reviewTexts.gradeNow)}
              </button>
            </div>
          </form>
        </details>
      ) : null}
    </>
  );
};
