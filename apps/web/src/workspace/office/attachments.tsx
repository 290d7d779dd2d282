import type { MatterReadingAnswer } from '@suanjian/contracts';
import { emptyValue, isShown, type FormDefinition } from '@suanjian/matters';
import { recordOf } from '../forms/control.ts';
import { ValueView } from '../forms/value-view.tsx';
import { useLanguage } from '../language/language.tsx';
import { matterTexts } from '../texts/matter.ts';

/** All files of a form in one place, by the field that asks for them. */
export const Attachments = ({
  reading,
  form,
}: {
  readonly reading: MatterReadingAnswer;
  readonly form: FormDefinition;
}) => {
  const { say } = useLanguage();
  const values = recordOf(reading.state['form']);
  const fields = Object.entries(form.fields).filter(
    ([name, field]) => field.control.kind === 'attachment' && isShown(field, values) && !emptyValue(values[name]),
  );
  if (fields.length === 0) return <p className="quiet">{say(matterTexts.noAttachments)}</p>;
  return (
    <dl className="grid gap-2">
      {fields.map(([name, field]) => (
        <div key={name}>
          <dt className="quiet small">{say(field.label)}</dt>
          <dd>
            <ValueView field={field} value={values[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
};
