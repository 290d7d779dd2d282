import type { ReactNode } from 'react';

interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly error?: string;
  readonly optional?: string;
  readonly children: ReactNode;
}

/** Ids of what describes a control, for `aria-describedby`. */
export const describedBy = ({
  id,
  help,
  error,
}: Pick<FieldFrameProps, 'id' | 'help' | 'error'>): string | undefined => {
  const ids = [help === undefined ? undefined : `${id}-help`, error === undefined ? undefined : `${id}-error`];
  return ids.filter((each) => each !== undefined).join(' ') || undefined;
};

export const FieldFrame = ({ id, label, help, error, optional, children }: FieldFrameProps) => (
  <div className="field">
    <label className="field-label" htmlFor={id}>
      {label}
      {optional === undefined ? null : <span className="quiet font-normal"> {optional}</span>}
    </label>
    {help === undefined ? null : (
      <p className="field-help" id={`${id}-help`}>
        {help}
      </p>
    )}
    {error === undefined ? null : (
      <p className="field-error" id={`${id}-error`}>
        {error}
      </p>
    )}
    {children}
  </div>
);

interface TextFieldProps extends Omit<FieldFrameProps, 'children'> {
  readonly name?: string;
  readonly value?: string;
  readonly type?: 'text' | 'search' | 'email' | 'password' | 'date' | 'url';
  readonly lines?: number;
  readonly longest?: number;
  readonly required?: boolean;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'email';
}

export const TextField = ({
  name,
  value,
  type = 'text',
  lines,
  longest,
  required,
  autoComplete,
  inputMode,
  ...frame
}: TextFieldProps) => {
  const common = {
    className: 'input',
    id: frame.id,
    name: name ?? frame.id,
    defaultValue: value,
    maxLength: longest,
    required,
    'aria-invalid': frame.error === undefined ? undefined : true,
    'aria-describedby': describedBy(frame),
  } as const;
  return (
    <FieldFrame {...frame}>
      {lines === undefined ? (
        <input {...common} type={type} autoComplete={autoComplete} inputMode={inputMode} />
      ) : (
        <textarea {...common} rows={lines} />
      )}
    </FieldFrame>
  );
};

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps extends Omit<FieldFrameProps, 'children'> {
  readonly name?: string;
  readonly value?: string;
  readonly options: readonly Option[];
  readonly required?: boolean;
}

export const SelectField = ({ name, value, options, required, ...frame }: SelectFieldProps) => (
  <FieldFrame {...frame}>
    <select
      className="input"
      id={frame.id}
      name={name ?? frame.id}
      defaultValue={value}
      required={required}
      aria-invalid={frame.error === undefined ? undefined : true}
      aria-describedby={describedBy(frame)}
    >
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  </FieldFrame>
);
