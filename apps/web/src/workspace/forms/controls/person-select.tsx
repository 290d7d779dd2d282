import type { Text } from '@suanjian/rulebook';
import { useLanguage } from '../../language/language.tsx';
import { formTexts } from '../../texts/forms.ts';
import { textOf, type ControlProps } from '../control.ts';

interface Person {
  readonly account: string;
  readonly name: string;
}

/** Somebody chosen by name; `gone` stands for one who was chosen and is no longer there. */
export const PersonSelect = ({
  id,
  value,
  change,
  blurred,
  describedBy,
  invalid,
  required,
  people,
  gone,
}: ControlProps<'text'> & { readonly people: readonly Person[]; readonly gone: Text }) => {
  const { say } = useLanguage();
  const chosen = textOf(value);
  return (
    <select
      id={id}
      className="input"
      value={chosen}
      onChange={({ target }) => change(target.value === '' ? null : target.value)}
      onBlur={blurred}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      aria-required={required}
    >
      <option value="">{say(formTexts.choose)}</option>
      {people.map(({ account, name }) => (
        <option key={account} value={account}>
          {name}
        </option>
      ))}
      {chosen === '' || people.some(({ account }) => account === chosen) ? null : (
        <option value={chosen}>{say(gone)}</option>
      )}
    </select>
  );
};
