import type { Gap } from '@suanjian/matters';
import { useId } from 'react';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { Section } from '../parts/page.tsx';
import { assessmentTexts } from '../texts/assessment.ts';

export type Reasons = Readonly<Record<string, string>>;

interface Props {
  readonly gaps: readonly Gap[];
  readonly reasons: Reasons;
  readonly change: (reasons: Reasons) => void;
  /** From now on a missing reason is shown. */
  readonly tried: boolean;
  readonly go: (pointer: string) => void;
}

const GapItem = ({ gap, reasons, change, tried, go }: Omit<Props, 'gaps'> & { readonly gap: Gap }) => {
  const { say } = useLanguage();
  const id = useId();
  const { name, grade, text, clause, pointers } = gap;
  const blocking = grade === 'blocking';
  const reason = reasons[name] ?? '';
  const missing = tried && reason.trim() === '';
  const [first] = pointers;
  return (
    <li className={`notice py-2! ${blocking ? 'tone-bad' : 'tone-warn'}`}>
      <p className="notice-title">{say(blocking ? assessmentTexts.blocking : assessmentTexts.lesser)}</p>
      <p>
        {say(text)} {clause === undefined ? null : <ClauseLink clause={clause} />}
      </p>
      {first === undefined ? null : (
        <button
          type="button"
          className="button button-quiet mt-2"
          aria-label={`${say(assessmentTexts.goThere)}: ${say(text)}`}
          onClick={() => go(first)}
        >
          {say(assessmentTexts.goThere)}
        </button>
      )}
      {blocking ? null : (
        <div className="field mt-2">
          <label className="field-label" htmlFor={id}>
            {say(assessmentTexts.reason)}
          </label>
          <textarea
            id={id}
            className="input"
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => change({ ...reasons, [name]: target.value })}
            aria-invalid={missing}
            aria-describedby={`${id}-fault`}
          />
          <p className="field-error" id={`${id}-fault`} aria-live="polite">
            {missing ? say(assessmentTexts.reasonMissing) : null}
          </p>
        </div>
      )}
    </li>
  );
};

/** Every gap before an assessment is submitted: those that block lead to their field, every other takes its reason. */
export const AssessmentGaps = ({ gaps, ...rest }: Props) => {
  const { say } = useLanguage();
  return (
    <Section title={say(assessmentTexts.gaps)} id="assessment-gaps">
      {gaps.length === 0 ? (
        <p className="notice tone-good">{say(assessmentTexts.gapsNone)}</p>
      ) : (
        <ul className="grid gap-3">
          {gaps.map((gap) => (
            <GapItem key={gap.name} gap={gap} {...rest} />
          ))}
        </ul>
      )}
    </Section>
  );
};

export const isUnexplained = (gaps: readonly Gap[], reasons: Reasons): boolean =>
  gaps.some(({ name, grade }) => grade === 'blocking' || (reasons[name] ?? '').trim() === '');

/** What submitting says: that it is true, and why each lesser gap that is there now stays open. */
export const declarationOf = (gaps: readonly Gap[], reasons: Reasons) => {
  const given = gaps.flatMap(({ name, grade }) =>
    grade === 'blocking' ? [] : [{ gap: name, reason: (reasons[name] ?? '').trim() }],
  );
  return { declared: { truthful: true, ...(given.length === 0 ? {} : { reasons: given }) } };
};
