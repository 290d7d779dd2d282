import type { RefusalAnswer } from '@suanjian/contracts';
import { isShown, type FormDefinition, type FormValues } from '@suanjian/matters';
import { useLanguage } from '../language/language.tsx';
import { FieldView } from './field-view.tsx';
import type { Highlight } from './highlight.ts';

interface Props {
  readonly form: FormDefinition;
  readonly step: string;
  readonly values: FormValues;
  readonly change: (pointer: string, value: unknown) => void;
  /** A field was left: from now on it may be complained about. */
  readonly touched: (name: string) => void;
  readonly faults: readonly RefusalAnswer[];
  readonly highlights: readonly Highlight[];
  readonly base?: string;
}

export const StepFields = ({ form, step, values, change, touched, faults, highlights, base = '/form' }: Props) => {
  const { say } = useLanguage();
  const title = form.steps.find(({ name }) => name === step);
  return (
    <section aria-label={title === undefined ? undefined : say(title.title)}>
      {title === undefined ? null : (
        <>
          <h2 className="text-xl!">{say(title.title)}</h2>
          <p className="quiet mb-5">{say(title.intro)}</p>
        </>
      )}
      <div className="grid gap-7">
        {Object.entries(form.fields)
          .filter(([, field]) => field.step === step && isShown(field, values))
          .map(([name, field]) => (
            <FieldView
              key={name}
              field={field}
              pointer={`${base}/${name}`}
              value={values[name]}
              values={values}
              change={(value) => change(`${base}/${name}`, value)}
              blurred={() => touched(name)}
              faults={faults}
              highlights={highlights}
            />
          ))}
      </div>
    </section>
  );
};
