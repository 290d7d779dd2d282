import { useEffect, useRef } from 'react';
import { useLanguage } from '../language/language.tsx';
import { RefusalList } from '../parts/refusals.tsx';
import { failureText } from '../texts/failure-text.ts';
import { queueTexts } from '../texts/queue.ts';
import type { BulkOutcome } from './bulk-assign.ts';

/** What became of all that was to be assigned. The form is gone by then: whoever works with the keyboard goes on from here. */
export const AssignOutcome = ({ outcome: { done, changed, failed } }: { readonly outcome: BulkOutcome }) => {
  const { say } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const good = changed.length + failed.length === 0;
  return (
    <div ref={box} tabIndex={-1} className={`notice my-3 ${good ? 'tone-good' : 'tone-warn'}`} role="status">
      {done.length === 0 ? null : <p>{say(queueTexts.assigned(done.length))}</p>}
      {changed.length === 0 ? null : (
        <>
          <p>{say(queueTexts.changed(changed.length))}</p>
          <ul className="list-disc pl-5">
            {changed.map(({ kind, id, title }) => (
              <li key={`${kind}/${id}`}>
                <strong>{title}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {failed.length === 0 ? null : (
        <>
          <p>{say(queueTexts.notAssigned(failed.length))}</p>
          <ul className="list-disc pl-5">
            {failed.map(({ matter, failure }) => (
              <li key={`${matter.kind}/${matter.id}`}>
                <strong>{matter.title}</strong> {failure.refusals.length === 0 ? say(failureText(failure)) : null}
                <RefusalList refusals={failure.refusals} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
