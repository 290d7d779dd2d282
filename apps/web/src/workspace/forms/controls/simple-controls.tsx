import { useLanguage } from '../../language/language.tsx';
import { common } from '../../texts/common.ts';
import { textOf, type ControlProps } from '../control.ts';

export const NumberControl = ({
  id,
  control,
  value,
  change,
  blurred,
  describedBy,
  invalid,
  required,
}: ControlProps<'number'>) => {
  const { say } = useLanguage();
  // What cannot be read as a number is kept as it was typed, so that the fault can say so and nothing is lost.
  const read = (typed: string): unknown => {
    const plain = typed.replaceAll(/[,，\s]/g, '');
    if (plain === '') return null;
    return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : typed;
  };
  return (
    <span className="flex items-center gap-2">
      <input
        id={id}
        className="input max-w-64"
        inputMode="decimal"
        value={textOf(value)}
        onChange={({ target }) => change(read(target.value))}
        onBlur={blurred}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-required={required}
      />
      {control.unit === undefined ? null : <span className="quiet">{say(control.unit)}</span>}
    </span>
  );
};

export const DateControl = ({ id, value, change, blurred, describedBy, invalid, required }: ControlProps<'date'>) => (
  <input
    id={id}
    type="date"
    className="input max-w-64"
    value={textOf(value)}
    onChange={({ target }) => change(target.value === '' ? null : target.value)}
    onBlur={blurred}
    aria-describedby={describedBy}
    aria-invalid={invalid}
    aria-required={required}
  />
);

export const YesNoControl = ({ id, value, change, blurred }: ControlProps<'yes-no'>) => {
  const { say } = useLanguage();
  return (
    <div className="flex flex-wrap gap-x-6">
      {[true, false].map((answer) => (
        <label key={String(answer)} className="choice">
          <input
            type="radio"
            id={answer ? id : `${id}-no`}
            name={id}
            checked={value === answer}
            onChange={() => change(answer)}
            onBlur={blurred}
          />
          {say(answer ? common.yes : common.no)}
        </label>
      ))}
    </div>
  );
};
