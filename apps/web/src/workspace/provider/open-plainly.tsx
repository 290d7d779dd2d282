import type { Asked, FormValues } from '@suanjian/matters';
import { useId, useState } from 'react';
import { AskedFields, useAsked } from '../forms/asked-fields.tsx';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Failure } from '../parts/states.tsx';
import { filingTexts } from '../texts/filing.ts';
import { reviewTexts } from '../texts/review.ts';
import { useOpening } from './use-opening.ts';

interface Props {
  readonly kind: string;
  readonly parent?: string;
  /** Answers that are known from where somebody came. */
  readonly known?: FormValues;
}

/** As much of what is known as the form asks for. */
const startOf = (asks: Asked | undefined, known: FormValues): FormValues => {
  if (asks === undefined) return {};
  const asked = Object.fromEntries(Object.entries(known).filter(([name]) => name in asks.form.fields));
  return asks.at === undefined ? asked : { [asks.at]: asked };
};

const nothing: FormValues = {};

/** Opens a matter with what its opening asks for, if anything; what else it asks stands in its own form. */
export const OpenPlainly = ({ kind, parent, known = nothing }: Props) => {
  const { say } = useLanguage();
  const id = useId();
  const open = useOpening(kind);
  const opening = definitionOf(kind)?.opening;
  const asks = typeof opening?.asks === 'object' ? opening.asks : undefined;
  const draft = useAsked(asks, startOf(asks, known));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reasonMissing = opening?.reason === 'required' && reason.trim() === '';
  return (
    <form
      className="grid gap-6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const incomplete = draft.complain();
        if (incomplete || reasonMissing) return;
        open.mutate({
          input: draft.input,
          ...(reason.trim() === '' ? {} : { reason }),
          ...(parent === undefined ? {} : { parent }),
        });
      }}
    >
      {asks === undefined ? null : <AskedFields asks={asks} draft={draft} />}
      {opening?.reason === undefined ? null : (
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {say(opening.reason === 'required' ? reviewTexts.reasonRequired : reviewTexts.reasonOptional)}
          </label>
          <textarea
            id={id}
            className="input"
            rows={4}
            maxLength={4000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            aria-invalid={tried && reasonMissing}
            aria-describedby={`${id}-fault`}
          />
          <p className="field-error" id={`${id}-fault`} aria-live="polite">
            {tried && reasonMissing ? say(reviewTexts.reasonMissing) : null}
          </p>
        </div>
      )}
      {open.isError ? <Failure error={open.error} /> : null}
      <div>
        <button type="submit" className="button" disabled={open.isPending}>
          {say(filingTexts.start)}
        </button>
      </div>
    </form>
  );
};
