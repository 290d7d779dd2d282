import { useId } from 'react';
import { useLanguage } from '../language/language.tsx';
import { reviewTexts } from '../texts/review.ts';

interface Props {
  readonly required: boolean;
  readonly value: string;
  readonly change: (value: string) => void;
  /** It was tried without: say that it is missing. */
  readonly missing: boolean;
}

/** Why somebody opens a matter or decides on it. */
export const ReasonField = ({ required, value, change, missing }: Props) => {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {say(required ? reviewTexts.reasonRequired : reviewTexts.reasonOptional)}
      </label>
      <textarea
        id={id}
        className="input"
        rows={4}
        maxLength={4000}
        value={value}
        onChange={({ target }) => change(target.value)}
        aria-invalid={missing}
        aria-describedby={`${id}-fault`}
      />
      <p className="field-error" id={`${id}-fault`} aria-live="polite">
        {missing ? say(reviewTexts.reasonMissing) : null}
      </p>
    </div>
  );
};
