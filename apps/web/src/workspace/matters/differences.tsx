import type { MatterReadingAnswer } from '@suanjian/contracts';
import { differences, isMasked, type Difference, type FieldDefinition, type FormDefinition } from '@suanjian/matters';
import { recordOf } from '../forms/control.ts';
import { ValueView } from '../forms/value-view.tsx';
import { useLanguage } from '../language/language.tsx';
import { matterTexts } from '../texts/matter.ts';

/** The definition of the field a difference's pointer leads to; an entry of a list is read as a list of one. */
const shapeAt = (
  form: FormDefinition,
  pointer: string,
): { readonly field: FieldDefinition; readonly entry: boolean; readonly name: string } | undefined => {
  const [, , ...path] = pointer.split('/');
  let fields: Readonly<Record<string, FieldDefinition>> = form.fields;
  let found: FieldDefinition | undefined;
  let name = '';
  for (const part of path) {
    if (/^\d+$/.test(part) && found?.control.kind === 'list') {
      fields = found.control.of;
      continue;
    }
    name = part;
    found = fields[part];
    if (found === undefined) return undefined;
  }
  return found === undefined ? undefined : { field: found, entry: /^\d+$/.test(path.at(-1) ?? ''), name };
};

/** What the form is compared with: the filed one for a change, the returned one for a resubmission. */
export const earlierForm = ({ state }: MatterReadingAnswer): Readonly<Record<string, unknown>> | undefined => {
  const earlier = state['before'] ?? state['previous'];
  return earlier === undefined || earlier === null ? undefined : recordOf(earlier);
};

export const differencesOf = (
  reading: MatterReadingAnswer,
  form: FormDefinition,
  values = recordOf(reading.state['form']),
): readonly Difference[] => {
  const earlier = earlierForm(reading);
  return earlier === undefined ? [] : differences(earlier, values, form);
};

const Side = ({
  form,
  difference,
  value,
}: {
  readonly form: FormDefinition;
  readonly difference: Difference;
  readonly value: unknown;
}) => {
  const { say } = useLanguage();
  const shape = shapeAt(form, difference.pointer);
  if (value === undefined) return <span className="quiet">{say(matterTexts.nothing)}</span>;
  if (shape === undefined) return <span>{JSON.stringify(value)}</span>;
  return <ValueView field={shape.field} value={shape.entry ? [value] : value} name={shape.name} />;
};

interface Props {
  readonly form: FormDefinition;
  readonly found: readonly Difference[];
  /** Some values were withheld, and masks cannot be compared. */
  readonly masked?: boolean;
}

export const Differences = ({ form, found, masked = false }: Props) => {
  const { say } = useLanguage();
  return (
    <>
      {masked ? <p className="quiet small">{say(matterTexts.differencesMasked)}</p> : null}
      {found.length === 0 ? <p className="quiet">{say(matterTexts.noDifferences)}</p> : null}
      <dl className="difference">
        {found.map((difference) => (
          <div key={difference.pointer}>
            <dt>{say(difference.label)}</dt>
            <dd>
              <del>
                <span className="difference-word">{say(matterTexts.before)}</span>
                <Side form={form} difference={difference} value={difference.before} />
              </del>
              <ins>
                <span className="difference-word">{say(matterTexts.after)}</span>
                <Side form={form} difference={difference} value={difference.after} />
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
};

export const hasMasked = (values: Readonly<Record<string, unknown>>): boolean => Object.values(values).some(isMasked);
