import { useState } from 'react';
import { missingInput, startOf } from '../decisions/inputs.ts';
import { ReasonField } from '../decisions/reason-field.tsx';
import { InputEditor } from '../decisions/input-editor.tsx';
import { useLanguage } from '../language/language.tsx';
import { Failure } from '../parts/states.tsx';
import { useOpening } from '../provider/use-opening.ts';
import { filingTexts } from '../texts/filing.ts';

/** An office cancels by itself: ground, day, clauses, reason, in one step. */
export const OpenCancellationOrder = ({ parent }: { readonly parent: string }) => {
  const { say } = useLanguage();
  const open = useOpening('cancellation');
  const [order, setOrder] = useState<Readonly<Record<string, unknown>>>(() => startOf('order', []));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = missingInput('order', order);
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing === undefined && reason.trim() !== '') open.mutate({ input: { order }, reason, parent });
      }}
    >
      <InputEditor name="order" input={order} change={setOrder} tried={tried} />
      <ReasonField
        kind="cancellation"
        required
        value={reason}
        change={setReason}
        missing={tried && reason.trim() === ''}
      />
      {tried && missing !== undefined ? <p className="field-error">{say(missing)}</p> : null}
      {open.isError ? <Failure error={open.error} /> : null}
      <div>
        <button type="submit" className="button button-danger" disabled={open.isPending}>
          {say(filingTexts.start)}
        </button>
      </div>
    </form>
  );
};
