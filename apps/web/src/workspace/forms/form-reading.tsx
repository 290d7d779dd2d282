import { emptyValue, isShown, type FieldDefinition, type FormDefinition, type FormValues } from '@suanjian/matters';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { common } from '../texts/common.ts';
import { formTexts } from '../texts/forms.ts';
import { highlightsAt, type Highlight } from './highlight.ts';
import { idOf } from './pointers.ts';
import { ValueView } from './value-view.tsx';

interface Props {
  readonly form: FormDefinition;
  readonly values: FormValues;
  readonly base?: string;
  readonly highlights?: readonly Highlight[];
  /** What stands beside a field: a tick box of a return, a mark that it changed. */
  readonly beside?: (pointer: string, field: FieldDefinition) => ReactNode;
  readonly only?: (field: FieldDefinition) => boolean;
}

const anything = () => true;

const none: readonly Highlight[] = [];

/** A form to be read, step by step, as a list of terms. */
export const FormReading = ({ form, values, base = '/form', highlights = none, beside, only = anything }: Props) => {
  const { say } = useLanguage();
  return form.steps.map(({ name: step, title }) => {
    const fields = Object.entries(form.fields).filter(
      ([name, field]) =>
        field.step === step &&
        isShown(field, values) &&
        only(field) &&
        // Whoever must not know whether there is a value is not told that there is none either.
        (field.hiddenFrom === undefined || !emptyValue(values[name])),
    );
    if (fields.length === 0) return null;
    return (
      <div key={step} className="mt-6 first:mt-0">
        <h3 className="text-base! mb-2">{say(title)}</h3>
        <dl className="terms">
          {fields.map(([name, field]) => {
            const pointer = `${base}/${name}`;
            return (
              <div key={name} id={idOf(pointer)} tabIndex={-1} className="scroll-mt-24">
                <dt>
                  {say(field.label)}
                  <span className="small block">
                    {field.secrecy === 'public' ? null : `${say(formTexts.sealed[field.secrecy])} `}
                    {field.clause === undefined ? null : <ClauseLink clause={field.clause} />}
                  </span>
                </dt>
                <dd className={beside === undefined ? undefined : 'sm:flex sm:flex-wrap sm:justify-between sm:gap-x-4'}>
                  <div className="min-w-0 flex-1">
                    <ValueView field={field} value={values[name]} name={name} />
                    {highlightsAt(highlights, pointer).map(({ reason }) => (
                      <p key={reason} className="notice tone-warn mt-2 py-1!">
                        <strong>
                          {say(formTexts.officeSaid)}
                          {say(common.colon)}
                        </strong>
                        {reason}
                      </p>
                    ))}
                  </div>
                  {beside?.(pointer, field)}
                </dd>
              </div>
            );
          })}
        </dl>
      </div>
    );
  });
};
