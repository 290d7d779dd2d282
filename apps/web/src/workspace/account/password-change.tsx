import { useId, useState } from 'react';
import { changePassword, useAccountAction } from '../client/account.ts';
import { useLanguage } from '../language/language.tsx';
import { Section } from '../parts/page.tsx';
import { Failure } from '../parts/states.tsx';
import { accountTexts } from '../texts/account.ts';

export const PasswordChange = () => {
  const { say } = useLanguage();
  const id = useId();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useAccountAction(changePassword);
  return (
    <Section title={say(accountTexts.password)} id="password">
      <form
        className="grid max-w-md gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(
            { current, next },
            {
              onSuccess: () => {
                setCurrent('');
                setNext('');
              },
            },
          );
        }}
      >
        <div className="field">
          <label className="field-label" htmlFor={`${id}-current`}>
            {say(accountTexts.currentPassword)}
          </label>
          <input
            id={`${id}-current`}
            type="password"
            autoComplete="current-password"
            required
            className="input"
            value={current}
            onChange={({ target }) => setCurrent(target.value)}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor={`${id}-next`}>
            {say(accountTexts.newPassword)}
          </label>
          <p className="field-help" id={`${id}-help`}>
            {say(accountTexts.newPasswordHelp)}
          </p>
          <input
            id={`${id}-next`}
            type="password"
            autoComplete="new-password"
            required
            minLength={12}
            maxLength={128}
            aria-describedby={`${id}-help`}
            className="input"
            value={next}
            onChange={({ target }) => setNext(target.value)}
          />
        </div>
        {change.isError ? <Failure error={change.error} /> : null}
        {change.isSuccess ? (
          <p className="notice tone-good" role="status">
            {say(accountTexts.passwordChanged)}
          </p>
        ) : null}
        <div>
          <button type="submit" className="button" disabled={change.isPending}>
            {say(accountTexts.changePassword)}
          </button>
        </div>
      </form>
    </Section>
  );
};
