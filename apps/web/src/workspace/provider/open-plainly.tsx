import type { Asked, FormValues } from '@suanjian/matters';
import { useState } from 'react';
import { PickingFor } from '../client/choices.ts';
import { AskedFields, useAsked } from '../forms/asked-fields.tsx';
import { ReasonField } from '../decisions/reason-field.tsx';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Failure } from '../parts/states.tsx';
import { filingTexts } from '../texts/filing.ts';
import { useOpening } from './use-opening.ts';

interface Props {
  readonly kind: string;
  readonly parent?: string;
  /** The early warning it is opened from, and the filing it is about, whose matters can be chosen. */
  readonly warning?: { readonly id: string; readonly filing?: string | undefined };
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
export const OpenPlainly = ({ kind, parent, warning, known = nothing }: Props) => {
  const { say } = useLanguage();
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
          ...(warning === undefined ? {} : { warning: warning.id }),
        });
      }}
    >
      {asks === undefined ? null : (
        <PickingFor value={parent ?? warning?.filing}>
          <AskedFields asks={asks} draft={draft} />
        </PickingFor>
      )}
      {opening?.reason === undefined ? null : (
        <ReasonField
          kind={kind}
          required={opening.reason === 'required'}
          value={reason}
          change={setReason}
          missing={tried && reasonMissing}
        />
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
