import { useId } from 'react';
import type { Side } from '@suanjian/matters';
import { definitionOf } from '../matters/definitions.ts';
import { useLanguage } from '../language/language.tsx';
import { reviewTexts } from '../texts/review.ts';

const sides = ['office', 'provider', 'applicant'] as const satisfies readonly Side[];

interface Props {
  /** The kind of matter; it tells who reads the reason. */
  readonly kind: string;
  readonly required: boolean;
  readonly value: string;
  readonly change: (value: string) => void;
  /** It was tried without: say that it is missing. */
  readonly missing: boolean;
}

/** Every side that sees such a matter in some state. */
const readersOf = (kind: string): readonly Side[] =>
  sides.filter((side) => Object.values(definitionOf(kind)?.states ?? {}).some(({ visible }) => visible.includes(side)));

/** Why somebody opens a matter or decides on it. */
export const ReasonField = ({ kind, required, value, change, missing }: Props) => {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {say(required ? reviewTexts.reasonRequired : reviewTexts.reasonOptional)}
      </label>
      <p className="field-help" id={`${id}-help`}>
        {say(reviewTexts.reasonUnsealed(readersOf(kind)))}
      </p>
      <textarea
        id={id}
        className="input"
        rows={4}
        maxLength={4000}
        value={value}
        onChange={({ target }) => change(target.value)}
        aria-invalid={missing}
        aria-describedby={`${id}-help ${id}-fault`}
      />
      <p className="field-error" id={`${id}-fault`} aria-live="polite">
        {missing ? say(reviewTexts.reasonMissing) : null}
      </p>
    </div>
  );
};
