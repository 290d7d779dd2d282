import { useLanguage } from '../../language/language.tsx';
import { useStaffOf } from '../../client/account.ts';
import { useMe } from '../../client/me.ts';
import { formTexts } from '../../texts/forms.ts';
import { textOf, type ControlProps } from '../control.ts';

/** Somebody of one's own organisation, chosen by name. */
export const ColleagueControl = ({
  id,
  value,
  change,
  blurred,
  describedBy,
  invalid,
  required,
}: ControlProps<'text'>) => {
  const { say } = useLanguage();
  const { data } = useStaffOf(useMe().active?.organisation);
  const staff = data?.staff ?? [];
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
      {staff.map(({ account, name }) => (
        <option key={account} value={account}>
          {name}
        </option>
      ))}
      {chosen === '' || staff.some(({ account }) => account === chosen) ? null : (
        <option value={chosen}>{say(formTexts.noColleague)}</option>
      )}
    </select>
  );
};
