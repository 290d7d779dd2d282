import type { RefusalAnswer } from '@suanjian/contracts';
import { isShown, type FormDefinition, type FormValues } from '@suanjian/matters';
import { useLanguage } from '../language/language.tsx';
import { formTexts } from '../texts/forms.ts';
import { stepOfPointer } from './pointers.ts';

/** The last step of every form: everything that is wrong, the preview, and the submission. */
export const checkStep = 'check';

/** The steps in which something is asked: of a template's questions those of the others have none. */
export const shownSteps = ({ steps, fields }: FormDefinition, values: FormValues): FormDefinition['steps'] => {
  const asked = new Set(Object.values(fields).flatMap((field) => (isShown(field, values) ? [field.step] : [])));
  return steps.filter(({ name }) => asked.has(name));
};

interface Props {
  readonly form: FormDefinition;
  readonly steps: FormDefinition['steps'];
  readonly step: string;
  readonly choose: (step: string) => void;
  readonly faults: readonly RefusalAnswer[];
}

export const Steps = ({ form, steps: asked, step, choose, faults }: Props) => {
  const { say } = useLanguage();
  const steps = [...asked.map(({ name, title }) => ({ name, title })), { name: checkStep, title: formTexts.checkStep }];
  const count = (name: string) => faults.filter((fault) => stepOfPointer(form, fault.pointer) === name).length;
  return (
    <nav aria-label={say(formTexts.steps)}>
      <label className="grid gap-1 lg:hidden">
        <span className="small quiet">
          {say(formTexts.stepOf(steps.findIndex(({ name }) => name === step) + 1, steps.length))}
        </span>
        <select className="input" value={step} onChange={({ target }) => choose(target.value)}>
          {steps.map(({ name, title }, index) => (
            <option key={name} value={name}>
              {index + 1}. {say(title)}
            </option>
          ))}
        </select>
      </label>
      <ol className="hidden gap-1 lg:grid">
        {steps.map(({ name, title }, index) => (
          <li key={name}>
            <button
              type="button"
              className={`w-full rounded-md border-l-4 px-3 py-2 text-left ${name === step ? 'border-l-accent bg-accent-soft font-semibold' : 'border-l-transparent hover:bg-sunken'}`}
              aria-current={name === step ? 'step' : undefined}
              onClick={() => choose(name)}
            >
              {index + 1}. {say(title)}
              {name === checkStep ? null : (
                <span className={`small block ${count(name) === 0 ? 'text-good' : 'quiet'}`}>
                  {say(count(name) === 0 ? formTexts.stepComplete : formTexts.stepFaults(count(name)))}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
};
