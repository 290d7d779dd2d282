import { askedFaults, isShown, type Asked, type FormValues } from '@suanjian/matters';
import { useState } from 'react';
import { FieldView } from './field-view.tsx';
import { focusField } from './focus.ts';
import { recordOf } from './control.ts';

type Input = Readonly<Record<string, unknown>>;

export interface AskedDraft {
  readonly input: Input;
  readonly faults: ReturnType<typeof askedFaults>;
  readonly change: (input: Input) => void;
  /** Shows what is missing and goes there; false when nothing is. */
  readonly complain: () => boolean;
}

/** What somebody writes into the form that a command asks for, and what is wrong with it once they have tried. */
export const useAsked = (asks: Asked | undefined, start: Input): AskedDraft => {
  const [input, change] = useState<Input>(start);
  const [tried, setTried] = useState(false);
  const faults = askedFaults(asks === undefined ? {} : { asks }, input);
  const complain = (): boolean => {
    setTried(true);
    const [first] = faults;
    if (first?.pointer !== undefined) focusField(first.pointer);
    return faults.length > 0;
  };
  return { input, change, complain, faults: tried ? faults : [] };
};

/** The fields of a command's form, drawn from its definition alone. */
export const AskedFields = ({ asks: { form, at }, draft }: { readonly asks: Asked; readonly draft: AskedDraft }) => {
  const values: FormValues = at === undefined ? draft.input : recordOf(draft.input[at]);
  const set = (name: string, value: unknown) => {
    const { [name]: _before, ...rest } = values;
    const next = value === null || value === undefined ? rest : { ...rest, [name]: value };
    draft.change(at === undefined ? next : { ...draft.input, [at]: next });
  };
  return (
    <div className="grid gap-6">
      {Object.entries(form.fields)
        .filter(([, field]) => isShown(field, values))
        .map(([name, field]) => (
          <FieldView
            key={name}
            field={field}
            pointer={`${at === undefined ? '' : `/${at}`}/${name}`}
            value={values[name]}
            values={values}
            change={(value) => set(name, value)}
            blurred={() => undefined}
            faults={draft.faults}
            highlights={[]}
          />
        ))}
    </div>
  );
};
