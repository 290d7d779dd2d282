import { isShown, type FieldDefinition, type FormDefinition, type FormValues } from '@suanjian/matters';
import type { Language } from '@suanjian/rulebook';
import { DefinitionList } from '../../design/definition-list.tsx';
import { formatDate, say } from '../../design/language.ts';
import { applicationTexts as texts } from '../../texts/applications.ts';

const isRecord = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameOfFile = (file: unknown): string => (isRecord(file) && typeof file['name'] === 'string' ? file['name'] : '');

const wordsOf = ({ control }: FieldDefinition, value: unknown, language: Language): string => {
  if (isRecord(value) && value['erased'] === true) return say(texts.erased, language);
  const label = (code: unknown): string => {
    const options = control.kind === 'choice' || control.kind === 'choices' ? control.options : [];
    const option = options.find((each) => each.value === code);
    return option === undefined ? String(code) : say(option.label, language);
  };
  const list = (values: readonly string[]): string => values.join(language === 'zh' ? '、' : ', ');
  switch (control.kind) {
    case 'text':
    case 'number':
    case 'pick':
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    case 'date':
      return typeof value === 'string' ? formatDate(value, language) : '';
    case 'yes-no':
      return say(value === true ? texts.yes : texts.no, language);
    case 'choice':
      return label(value);
    case 'choices':
      return Array.isArray(value) ? list(value.map(label)) : '';
    case 'attachment':
      return Array.isArray(value) ? list(value.map(nameOfFile)) : '';
    case 'list':
      return Array.isArray(value)
        ? value
            .map((entry) =>
              Object.entries(control.of)
                .flatMap(([name, field]) =>
                  isRecord(entry) && entry[name] !== undefined ? [wordsOf(field, entry[name], language)] : [],
                )
                .join(' · '),
            )
            .join('\n')
        : '';
  }
};

/** What stands in a form, for reading: only fields that apply and are filled in. */
export const FormValuesList = ({
  form,
  values,
  language,
}: {
  readonly form: FormDefinition;
  readonly values: FormValues;
  readonly language: Language;
}) => (
  <DefinitionList
    terms={Object.entries(form.fields).map(([name, field]) =>
      values[name] === undefined || !isShown(field, values)
        ? undefined
        : {
            term: say(field.label, language),
            value: <span className="whitespace-pre-wrap">{wordsOf(field, values[name], language)}</span>,
          },
    )}
  />
);
