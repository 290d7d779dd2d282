import { matterDefinitions, type FieldDefinition } from '@suanjian/matters';
import type { Language, Text } from '@suanjian/rulebook';
import { Button } from '../../design/button.tsx';
import { SelectField, TextField } from '../../design/field.tsx';
import { say } from '../../design/language.ts';
import { Notice } from '../../design/notice.tsx';
import { recordTexts as texts } from '../../texts/record.ts';
import { hrefIn } from '../shell/context.ts';

/** What was sent and what is wrong with it, by field name. */
export interface ReportAttempt {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, Text>>;
}

const reportFields: Readonly<Record<string, FieldDefinition>> =
  matterDefinitions.find(({ kind }) => kind === 'correction')?.forms['report']?.fields ?? {};

interface ReportFormProps {
  readonly number: string;
  readonly language: Language;
  readonly attempt?: ReportAttempt;
}

/** The form of the matter `correction`, drawn from its definition; the number is known already. */
export const ReportForm = ({ number, language, attempt }: ReportFormProps) => {
  const general = attempt?.faults[''];
  return (
    <form className="stack max-w-3xl" method="post" action={hrefIn(language, `/register/${number}/report`)}>
      {attempt === undefined ? null : (
        <Notice tone="bad" role="alert" title={say(texts.reportFaults, language)}>
          {general === undefined ? null : <p>{say(general, language)}</p>}
        </Notice>
      )}
      {Object.entries(reportFields)
        .filter(([name]) => name !== 'number')
        .map(([name, { label, help, control, required }]) => {
          const fault = attempt?.faults[name];
          const common = {
            key: name,
            id: `report-${name}`,
            name,
            label: say(label, language),
            ...(help === undefined ? {} : { help: say(help, language) }),
            ...(fault === undefined ? {} : { error: say(fault, language) }),
            ...(required === false ? { optional: say(texts.reportOptional, language) } : {}),
            ...(attempt?.values[name] === undefined ? {} : { value: attempt.values[name] }),
          } as const;
          const { key, ...props } = common;
          switch (control.kind) {
            case 'choice':
              return (
                <SelectField
                  key={key}
                  {...props}
                  options={control.options.map(({ value, label }) => ({ value, label: say(label, language) }))}
                />
              );
            case 'text':
              return (
                <TextField
                  key={key}
                  {...props}
                  longest={control.longest}
                  {...(control.lines === undefined ? {} : { lines: Math.min(control.lines, 4) })}
                />
              );
            case 'number':
            case 'date':
            case 'yes-no':
            case 'choices':
            case 'attachment':
            case 'pick':
            case 'list':
              throw new TypeError(`the report form has a control this page cannot draw: ${control.kind}`);
          }
        })}
      <Button>{say(texts.reportSend, language)}</Button>
    </form>
  );
};
