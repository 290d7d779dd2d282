import type { FormField, FormPageModel } from '@suanjian/contracts';
import type { Language } from '@suanjian/rulebook';
import { Button } from '../../design/button.tsx';
import { SelectField, TextField } from '../../design/field.tsx';
import { say } from '../../design/language.ts';
import { PageHead } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { hrefIn, type PageContext } from '../shell/context.ts';
import type { Page } from '../shell/document.tsx';

const Field = ({ field, language }: { readonly field: FormField; readonly language: Language }) => {
  const { name, label, kind, value, autocomplete, help, longest, options = [] } = field;
  const common = {
    id: name,
    label: say(label, language),
    value,
    required: true,
    ...(help === undefined ? {} : { help: say(help, language) }),
  };
  return kind === 'choice' ? (
    <SelectField
      {...common}
      options={options.map((option) => ({ value: option.value, label: say(option.label, language) }))}
    />
  ) : (
    <TextField {...common} type={kind} autoComplete={autocomplete} {...(longest === undefined ? {} : { longest })} />
  );
};

/** A short form around an account: registering a company, accepting an invitation, a new password. */
export const formPage = (model: FormPageModel, { language }: PageContext): Page => {
  const { title, intro, action, fields, button, error, link } = model;
  return {
    title: say(title, language),
    section: 'other',
    unlisted: true,
    body: (
      <>
        <PageHead title={say(title, language)} lead={say(intro, language)} />
        <div className="stack max-w-md">
          {error === undefined ? null : (
            <Notice tone="bad" role="alert">
              <p>{say(error, language)}</p>
            </Notice>
          )}
          <form className="card stack" method="post" action={hrefIn(language, action)}>
            {fields.map((field) => (
              <Field key={field.name} field={field} language={language} />
            ))}
            <Button>{say(button, language)}</Button>
          </form>
          {link === undefined ? null : (
            <p>
              <a href={hrefIn(language, link.href)}>{say(link.label, language)}</a>
            </p>
          )}
        </div>
      </>
    ),
  };
};
