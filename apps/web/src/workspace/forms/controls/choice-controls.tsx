import type { Option } from '@suanjian/matters';
import { useLanguage } from '../../language/language.tsx';
import { formTexts } from '../../texts/forms.ts';
import { listOf, textOf, type ControlProps } from '../control.ts';
import { groupsOf } from './option-groups.ts';

/** More than this and radio buttons push the rest of the page away. */
const mostRadios = 6;

const Options = ({ options }: { readonly options: readonly Option[] }) => {
  const { say } = useLanguage();
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {say(label)}
    </option>
  ));
};

const ChoiceList = ({
  id,
  control,
  value,
  change,
  blurred,
  describedBy,
  invalid,
  required,
}: ControlProps<'choice'>) => {
  const { say } = useLanguage();
  return (
    <select
      id={id}
      className="input max-w-xl"
      value={textOf(value)}
      onChange={({ target }) => change(target.value === '' ? null : target.value)}
      onBlur={blurred}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      aria-required={required}
    >
      <option value="">{say(formTexts.choose)}</option>
      {groupsOf(control.options).map(({ title, options }) =>
        title === undefined ? (
          <Options key="" options={options} />
        ) : (
          <optgroup key={title.en} label={say(title)}>
            <Options options={options} />
          </optgroup>
        ),
      )}
    </select>
  );
};

const ChoiceButtons = ({ id, control, value, change, blurred }: ControlProps<'choice'>) => {
  const { say } = useLanguage();
  return (
    <div className="grid gap-x-6 sm:grid-cols-2">
      {control.options.map((option, index) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${index}`}
            name={id}
            checked={value === option.value}
            onChange={() => change(option.value)}
            onBlur={blurred}
          />
          {say(option.label)}
        </label>
      ))}
    </div>
  );
};

export const isButtons = (control: ControlProps<'choice'>['control']): boolean => control.options.length <= mostRadios;

export const ChoiceControl = (props: ControlProps<'choice'>) =>
  isButtons(props.control) ? <ChoiceButtons {...props} /> : <ChoiceList {...props} />;

export const ChoicesControl = ({ id, control, value, change, blurred }: ControlProps<'choices'>) => {
  const { say } = useLanguage();
  const chosen = listOf(value);
  const toggle = (option: string, on: boolean) => {
    // In the order of the options, so that the same choice is the same value.
    const next = control.options
      .map((each) => each.value)
      .filter((each) => (each === option ? on : chosen.includes(each)));
    change(next.length === 0 ? null : next);
  };
  return groupsOf(control.options).map(({ title, options }, group) => (
    <div
      key={title?.en ?? ''}
      role={title === undefined ? undefined : 'group'}
      aria-label={title === undefined ? undefined : say(title)}
    >
      {title === undefined ? null : <p className="small quiet mt-2 font-semibold">{say(title)}</p>}
      <div className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              type="checkbox"
              id={group === 0 && index === 0 ? id : `${id}-${option.value}`}
              checked={chosen.includes(option.value)}
              onChange={({ target }) => toggle(option.value, target.checked)}
              onBlur={blurred}
            />
            {say(option.label)}
          </label>
        ))}
      </div>
    </div>
  ));
};
