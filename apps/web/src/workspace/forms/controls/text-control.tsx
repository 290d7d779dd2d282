import { useLanguage } from '../../language/language.tsx';
import { formTexts } from '../../texts/forms.ts';
import { textOf, type ControlProps } from '../control.ts';

const types = { url: 'url', email: 'email', telephone: 'tel', colleague: 'text', official: 'text' } as const;

export const TextControl = ({
  id,
  control,
  value,
  change,
  blurred,
  describedBy,
  invalid,
  required,
}: ControlProps<'text'>) => {
  const { say } = useLanguage();
  const written = textOf(value);
  const left = control.longest - written.length;
  const common = {
    id,
    value: written,
    onBlur: blurred,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': required,
    className: 'input',
  };
  return (
    <>
      {control.lines === undefined ? (
        <input
          {...common}
          type={control.pattern === undefined ? 'text' : types[control.pattern]}
          onChange={({ target }) => change(target.value === '' ? null : target.value)}
        />
      ) : (
        <textarea
          {...common}
          rows={control.lines}
          onChange={({ target }) => change(target.value === '' ? null : target.value)}
        />
      )}
      {left > control.longest / 10 ? null : (
        <p className={left < 0 ? 'field-error' : 'field-help'} aria-live="polite">
          {say(left < 0 ? formTexts.charactersOver(-left) : formTexts.charactersLeft(left))}
        </p>
      )}
    </>
  );
};
