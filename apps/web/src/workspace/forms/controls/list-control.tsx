import type { RefusalAnswer } from '@suanjian/contracts';
import { isShown, type FieldDefinition } from '@suanjian/matters';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { formTexts } from '../../texts/forms.ts';
import { listOf, recordOf, type ControlProps } from '../control.ts';
import type { FieldViewProps } from '../field-props.ts';
import type { Highlight } from '../highlight.ts';

interface Props extends ControlProps<'list'> {
  readonly field: FieldDefinition;
  readonly pointer: string;
  readonly faults: readonly RefusalAnswer[];
  readonly highlights: readonly Highlight[];
  /** Draws a field of an entry; handed in, because a field may be a list again. */
  readonly renderField: (props: FieldViewProps) => ReactNode;
}

export const ListControl = ({
  id,
  control,
  value,
  change,
  blurred,
  field,
  pointer,
  faults,
  highlights,
  renderField,
}: Props) => {
  const { say } = useLanguage();
  const entries = listOf(value).map(recordOf);
  const set = (next: readonly Readonly<Record<string, unknown>>[]) => change(next.length === 0 ? null : next);
  const patch = (index: number, name: string, content: unknown) =>
    set(
      entries.map((entry, at) =>
        at === index
          ? Object.fromEntries(Object.entries({ ...entry, [name]: content }).filter(([, each]) => each !== null))
          : entry,
      ),
    );
  return (
    <div className="grid gap-3">
      {entries.map((entry, index) => (
        // Entries have no identity of their own; their place is what pointers and faults name.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={index} className="min-w-0 rounded-card border border-line bg-paper p-4">
          <legend className="px-1 font-semibold">{say(formTexts.entry(index + 1))}</legend>
          <div className="grid gap-5">
            {Object.entries(control.of)
              .filter(([, inner]) => isShown(inner, entry))
              .map(([name, inner]) =>
                renderField({
                  field: inner,
                  pointer: `${pointer}/${index}/${name}`,
                  value: entry[name],
                  values: entry,
                  change: (content) => patch(index, name, content),
                  blurred,
                  faults,
                  highlights,
                }),
              )}
          </div>
          <button
            type="button"
            className="button button-quiet mt-4"
            onClick={() => set(entries.filter((_, at) => at !== index))}
          >
            {say(formTexts.removeEntry(index + 1))}
          </button>
        </fieldset>
      ))}
      {entries.length >= control.atMost ? null : (
        <button
          type="button"
          id={id}
          className="button button-quiet justify-self-start"
          onClick={() => set([...entries, {}])}
        >
          {say(formTexts.addEntry(field.label))}
        </button>
      )}
    </div>
  );
};
