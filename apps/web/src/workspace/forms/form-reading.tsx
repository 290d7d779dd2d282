import { emptyValue, isShown, type FieldDefinition, type FormDefinition, type FormValues } from '@suanjian/matters';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { common } from '../texts/common.ts';
import { formTexts } from '../texts/forms.ts';
import { FoldedSections } from '../parts/folded-sections.tsx';
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

type Shown = readonly [name: string, field: FieldDefinition];

/** From so many fields on nobody reads from top to bottom. */
const long = 40;

const Terms = ({
  fields,
  values,
  base = '/form',
  highlights = none,
  beside,
}: Omit<Props, 'form' | 'only'> & { readonly fields: readonly Shown[] }) => {
  const { say } = useLanguage();
  return (
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
  );
};

/** A form to be read, step by step, as a list of terms; a long one folded, with a table of contents. */
export const FormReading = (props: Props) => {
  const { say } = useLanguage();
  const { form, values, base = '/form', highlights = none, beside, only = anything } = props;
  const sections = form.steps
    .map(({ name: step, title }) => ({
      name: step,
      title: say(title),
      fields: Object.entries(form.fields).filter(
        ([name, field]) =>
          field.step === step &&
          isShown(field, values) &&
          only(field) &&
          // Whoever must not know whether there is a value is not told that there is none either.
          (field.hiddenFrom === undefined || !emptyValue(values[name])),
      ),
    }))
    .filter(({ fields }) => fields.length > 0);
  if (sections.reduce((sum, { fields }) => sum + fields.length, 0) >= long)
    return (
      <FoldedSections
        id={idOf(base)}
        sections={sections.map(({ name, title, fields }, index) => ({
          name,
          title,
          count: fields.length,
          // What is ticked or was said is before the reader's eyes.
          open:
            index === 0 ||
            beside !== undefined ||
            fields.some(([field]) => highlightsAt(highlights, `${base}/${field}`).length > 0),
          content: <Terms {...props} fields={fields} />,
        }))}
      />
    );
  return sections.map(({ name, title, fields }) => (
    <div key={name} className="mt-6 first:mt-0">
      <h3 className="text-base! mb-2">{title}</h3>
      <Terms {...props} fields={fields} />
    </div>
  ));
};
