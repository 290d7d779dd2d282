import { text, type Language } from '@suanjian/rulebook';
import {
  attachmentReference,
  emptyValue,
  isShown,
  type FieldDefinition,
  type FormValues,
} from '../../../engine/form.ts';
import type { Fact } from '../../../engine/document-model.ts';

const valueWords = {
  sealed: text('（未公开）', '(withheld)'),
  yes: text('是', 'yes'),
  no: text('否', 'no'),
} as const;

/** A value as a paper prints it; what was withheld says so. */
export const printedValue = ({ control }: FieldDefinition, value: unknown, language: Language): string => {
  if (emptyValue(value)) return '';
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return valueWords.sealed[language];
  switch (control.kind) {
    case 'yes-no':
      return valueWords[value === true ? 'yes' : 'no'][language];
    case 'choice':
      return control.options.find((option) => option.value === value)?.label[language] ?? String(value);
    case 'choices':
      return (Array.isArray(value) ? value : [])
        .map(
          (each: unknown) => control.options.find((option) => option.value === each)?.label[language] ?? String(each),
        )
        .join(language === 'zh' ? '、' : ', ');
    case 'attachment':
      return (Array.isArray(value) ? value : [])
        .flatMap((each: unknown) => {
          const file = attachmentReference.safeParse(each);
          return file.success ? [`${file.data.name} (SHA-256 ${file.data.hash})`] : [];
        })
        .join('\n');
    case 'text':
    case 'number':
    case 'date':
    case 'pick':
    case 'list':
      return String(value);
  }
};

/** The shown fields of a step that are filled in, as label and value. Lists are printed elsewhere. */
export const factsOf = (
  fields: Readonly<Record<string, FieldDefinition>>,
  step: string,
  form: FormValues,
  language: Language,
): readonly Fact[] =>
  Object.entries(fields).flatMap(([name, field]): readonly Fact[] =>
    field.step !== step || field.control.kind === 'list' || !isShown(field, form) || emptyValue(form[name])
      ? []
      : [{ label: field.label[language], value: printedValue(field, form[name], language) }],
  );
