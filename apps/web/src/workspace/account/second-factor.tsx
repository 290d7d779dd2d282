import { useId, useState, type ReactNode } from 'react';
import {
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
  useAccountAction,
} from '../client/account.ts';
import { useLanguage } from '../language/language.tsx';
import { CopyButton } from '../parts/clipboard.tsx';
import { Section } from '../parts/page.tsx';
import { Failure } from '../parts/states.tsx';
import { accountTexts } from '../texts/account.ts';
import { common } from '../texts/common.ts';

interface ConfirmProps {
  readonly label: string;
  readonly kind: 'password' | 'code';
  readonly pending: boolean;
  readonly confirm: (value: string) => void;
  readonly children: ReactNode;
}

const Confirm = ({ label, kind, pending, confirm, children }: ConfirmProps) => {
  const id = useId();
  const [value, setValue] = useState('');
  return (
    <form
      className="mt-3 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        confirm(value);
        setValue('');
      }}
    >
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <input
          id={id}
          className="input"
          required
          type={kind === 'password' ? 'password' : 'text'}
          inputMode={kind === 'code' ? 'numeric' : undefined}
          autoComplete={kind === 'code' ? 'one-time-code' : 'current-password'}
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
      </div>
      <button type="submit" className="button button-quiet" disabled={pending}>
        {children}
      </button>
    </form>
  );
};

const Codes = ({ codes }: { readonly codes: readonly string[] }) => {
  const { say } = useLanguage();
  return (
    <div className="notice tone-warn mt-3" role="status">
      <p>{say(accountTexts.recoveryCodes)}</p>
      <ul className="digits my-2 grid grid-cols-2 gap-1 sm:grid-cols-4">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyButton content={codes.join('\n')} />
    </div>
  );
};

const TurnedOn = () => {
  const { say } = useLanguage();
  const remove = useAccountAction(removeSecondFactor);
  const renew = useAccountAction(renewRecoveryCodes);
  return (
    <>
      <p>{say(accountTexts.secondFactorOn)}</p>
      {renew.data === undefined ? null : <Codes codes={renew.data.recoveryCodes} />}
      <Confirm
        label={say(accountTexts.confirmPassword)}
        kind="password"
        pending={renew.isPending}
        confirm={renew.mutate}
      >
        {say(accountTexts.renewCodes)}
      </Confirm>
      <Confirm
        label={say(accountTexts.confirmPassword)}
        kind="password"
        pending={remove.isPending}
        confirm={remove.mutate}
      >
        {say(accountTexts.turnOff)}
      </Confirm>
      {remove.isError || renew.isError ? <Failure error={remove.error ?? renew.error} /> : null}
    </>
  );
};

const TurnedOff = () => {
  const { say } = useLanguage();
  const start = useAccountAction(startSecondFactor);
  const confirm = useAccountAction(confirmSecondFactor);
  return (
    <>
      <p>{say(accountTexts.secondFactorOff)}</p>
      {start.data === undefined ? (
        <Confirm
          label={say(accountTexts.confirmPassword)}
          kind="password"
          pending={start.isPending}
          confirm={start.mutate}
        >
          {say(accountTexts.turnOn)}
        </Confirm>
      ) : (
        <>
          <p className="mt-2">{say(accountTexts.scan)}</p>
          <p className="digits card my-2 p-3! small">{start.data.totpUri}</p>
          <CopyButton content={start.data.totpUri} />
          <Codes codes={start.data.recoveryCodes} />
          <Confirm label={say(accountTexts.code)} kind="code" pending={confirm.isPending} confirm={confirm.mutate}>
            {say(common.confirm)}
          </Confirm>
        </>
      )}
      {start.isError || confirm.isError ? <Failure error={confirm.error ?? start.error} /> : null}
    </>
  );
};

export const SecondFactor = ({ active }: { readonly active: boolean }) => {
  const { say } = useLanguage();
  return (
    <Section title={say(accountTexts.secondFactor)} id="second-factor">
      {active ? <TurnedOn /> : <TurnedOff />}
    </Section>
  );
};
