import { formFaults, merged, type FormValues } from '@suanjian/matters';
import { useState } from 'react';
import { BasisPicker } from '../decisions/basis-picker.tsx';
import { StepFields } from '../forms/step-fields.tsx';
import { useLanguage } from '../language/language.tsx';
import { definitionOf } from '../matters/definitions.ts';
import { Failure } from '../parts/states.tsx';
import { useOpening } from '../provider/use-opening.ts';
import { filingTexts } from '../texts/filing.ts';
import { reviewTexts } from '../texts/review.ts';

const nobody = () => undefined;

/** The facts and grounds that the provider will be told, before anything is decided. */
export const OpenRevocation = ({ parent }: { readonly parent: string }) => {
  const { say } = useLanguage();
  const open = useOpening('revocation');
  const form = definitionOf('revocation')?.forms['proposal'];
  const [proposal, setProposal] = useState<FormValues>({});
  const [basis, setBasis] = useState<readonly string[]>(['final/33.1']);
  const [tried, setTried] = useState(false);
  if (form === undefined) return null;
  const faults = formFaults(form, proposal, '/proposal');
  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (faults.length === 0 && basis.length > 0) open.mutate({ input: { proposal, basis }, parent });
      }}
    >
      {form.steps.map(({ name }) => (
        <StepFields
          key={name}
          form={form}
          step={name}
          base="/proposal"
          values={proposal}
          change={(pointer, value) =>
            setProposal((before) => merged(before, { [pointer.slice('/proposal/'.length)]: value }))
          }
          touched={nobody}
          faults={tried ? faults : []}
          highlights={[]}
        />
      ))}
      <BasisPicker basis={basis} change={setBasis} />
      {tried && basis.length === 0 ? <p className="field-error">{say(reviewTexts.basisMissing)}</p> : null}
      {open.isError ? <Failure error={open.error} /> : null}
      <div>
        <button type="submit" className="button button-danger" disabled={open.isPending}>
          {say(filingTexts.start)}
        </button>
      </div>
    </form>
  );
};
