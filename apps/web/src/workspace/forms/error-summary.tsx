import type { RefusalAnswer } from '@suanjian/contracts';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../language/language.tsx';
import { formTexts } from '../texts/forms.ts';
import { idOf } from './pointers.ts';

interface Props {
  readonly faults: readonly RefusalAnswer[];
  /** Shows the field: its step first, then the field itself. */
  readonly go: (pointer: string) => void;
  /** Takes the focus when it appears, after an attempt to submit. */
  readonly urgent: boolean;
}

export const ErrorSummary = ({ faults, go, urgent }: Props) => {
  const { say } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (urgent && faults.length > 0) box.current?.focus();
  }, [urgent, faults.length]);
  if (faults.length === 0) return null;
  return (
    <div
      ref={box}
      className="notice tone-bad"
      tabIndex={-1}
      role={urgent ? 'alert' : undefined}
      aria-label={say(formTexts.faultsTitle(faults.length))}
    >
      <p className="notice-title">{say(formTexts.faultsTitle(faults.length))}</p>
      <ul className="list-disc pl-5">
        {faults.map((fault) => (
          <li key={`${fault.code} ${fault.pointer ?? ''} ${fault.text.en}`}>
            {fault.pointer?.startsWith('/form/') === true ? (
              <a
                href={`#${idOf(fault.pointer)}`}
                onClick={(event) => {
                  event.preventDefault();
                  if (fault.pointer !== undefined) go(fault.pointer);
                }}
              >
                {say(fault.text)}
              </a>
            ) : (
              say(fault.text)
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
