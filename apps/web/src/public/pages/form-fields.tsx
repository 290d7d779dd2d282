import { isRequired, isShown, type FieldDefinition, type FormDefinition, type FormValues } from '@suanjian/matters';
import { Fragment } from 'react';
import type { Language, Text } from '@suanjian/rulebook';
import { describedBy, FieldFrame, SelectField, TextField } from '../../design/field.tsx';
import { say } from '../../design/language.ts';
import { applicationTexts as texts } from '../../texts/applications.ts';

/** What was sent and what is wrong with it, by field name; what belongs to no field stands under the empty name. */
export interface FormAttempt {
  readonly values: FormValues;
  readonly faults: Readonly<Record<string, Text>>;
  /** Files were sent: browsers do not keep them for another try. */
  readonly files: boolean;
}

interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly field: FieldDefinition;
  readonly values: FormValues;
  readonly fault: Text | undefined;
  readonly language: Language;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

const typeNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
};
const nameOfType = (type: string): string => typeNames[type] ?? type;

const inputType = { url: 'url', email: 'email', telephone: 'text', colleague: 'text', official: 'text' } as const;

const Field = ({ id, name, field, values, fault, language }: FieldProps) => {
  const { label, help, control } = field;
  const value = values[name];
  // Without script nothing hides what does not apply: it says so instead, and does not count.
  const helpWords = field.shown === undefined ? say(help, language) : say(texts.whereItApplies(help), language);
  const common = {
    id,
    name,
    label: say(label, language),
    help: helpWords,
    ...(fault === undefined ? {} : { error: say(fault, language) }),
    ...(isRequired(field, values) && field.shown === undefined ? {} : { optional: say(texts.optional, language) }),
  };
  switch (control.kind) {
    case 'text':
      return (
        <TextField
          {...common}
          value={textOf(value)}
          longest={control.longest}
          {...(control.lines === undefined ? {} : { lines: Math.min(control.lines, 8) })}
          {...(control.pattern === undefined ? {} : { type: inputType[control.pattern] })}
        />
      );
    case 'number':
      return <TextField {...common} value={textOf(value)} inputMode="numeric" />;
    case 'date':
      return <TextField {...common} value={textOf(value)} type="date" />;
    case 'choice':
      return (
        <SelectField
          {...common}
          value={textOf(value)}
          options={[
            { value: '', label: say(texts.choose, language) },
            ...control.options.map((option) => ({ value: option.value, label: say(option.label, language) })),
          ]}
        />
      );
    case 'yes-no':
      return (
        <SelectField
          {...common}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          options={[
            { value: '', label: say(texts.choose, language) },
            { value: 'yes', label: say(texts.yes, language) },
            { value: 'no', label: say(texts.no, language) },
          ]}
        />
      );
    case 'choices':
      return (
        <fieldset className="field" aria-describedby={describedBy(common)}>
          <legend className="field-label">{common.label}</legend>
          <p className="field-help" id={`${id}-help`}>
            {common.help}
          </p>
          {common.error === undefined ? null : (
            <p className="field-error" id={`${id}-error`}>
              {common.error}
            </p>
          )}
          {control.options.map((option) => (
            <label key={option.value} className="choice">
              <input
                type="checkbox"
                name={name}
                value={option.value}
                defaultChecked={Array.isArray(value) && value.includes(option.value)}
              />
              {say(option.label, language)}
            </label>
          ))}
        </fieldset>
      );
    case 'attachment':
      return (
        <FieldFrame
          {...common}
          help={`${common.help} ${say(texts.files(control.atMost, control.accepts.map(nameOfType)), language)}`}
        >
          <input
            className="input"
            type="file"
            id={id}
            name={name}
            multiple={control.atMost > 1}
            accept={control.accepts.join(',')}
            aria-describedby={describedBy(common)}
            aria-invalid={common.error === undefined ? undefined : true}
          />
        </FieldFrame>
      );
    case 'pick':
    case 'list':
      throw new TypeError(`a public form cannot draw a ${control.kind}: ${name}`);
  }
};

interface FormFieldsProps {
  readonly form: FormDefinition;
  readonly language: Language;
  readonly values: FormValues;
  readonly faults: Readonly<Record<string, Text>>;
  /** Keeps ids apart where a page holds several forms. */
  readonly prefix: string;
}

/** The fields of a form as plain HTML, drawn from its definition; a form of several steps comes as so many groups on one page. */
export const FormFields = ({ form, language, values, faults, prefix }: FormFieldsProps) =>
  form.steps.map((step) => {
    const fields = Object.entries(form.fields)
      .filter(([, field]) => field.step === step.name)
      .map(([name, field]) => (
        <Field
          key={name}
          id={`${prefix}-${name}`}
          name={name}
          field={field}
          values={values}
          fault={isShown(field, values) ? faults[name] : undefined}
          language={language}
        />
      ));
    if (form.steps.length === 1) return <Fragment key={step.name}>{fields}</Fragment>;
    const intro = `${prefix}-${step.name}-intro`;
    return (
      <fieldset key={step.name} className="stack" aria-describedby={intro}>
        <legend className="text-lead font-semibold">{say(step.title, language)}</legend>
        <p id={intro}>{say(step.intro, language)}</p>
        {fields}
      </fieldset>
    );
  });
