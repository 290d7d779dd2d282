import { useId, useState } from 'react';
import { useAccountAction } from '../client/account.ts';
import { addPasskey, PasskeyUnmade, removePasskey, usePasskeys, type Passkey } from '../client/passkeys.ts';
import { formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Window } from '../parts/dialog.tsx';
import { Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { common } from '../texts/common.ts';
import { proofTexts } from '../texts/proofs.ts';
import { atLocalhost, passkeyPlace } from './passkey-place.ts';

const Unmade = ({ error }: { readonly error: Error }) => {
  const { say } = useLanguage();
  if (!(error instanceof PasskeyUnmade)) return <Failure error={error} />;
  return (
    <p className="field-error" role="alert">
      {say(proofTexts[error.why])}
    </p>
  );
};

const AddHere = () => {
  const { say } = useLanguage();
  const id = useId();
  const [name, setName] = useState('');
  const add = useAccountAction(addPasskey);
  return (
    <form
      className="mt-3 grid max-w-md gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(name.trim(), { onSuccess: () => setName('') });
      }}
    >
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {say(proofTexts.name)}
        </label>
        <p className="field-help" id={`${id}-help`}>
          {say(proofTexts.nameHelp)}
        </p>
        <input
          id={id}
          className="input"
          required
          pattern=".*\S.*"
          maxLength={60}
          aria-describedby={`${id}-help`}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      {add.isError ? <Unmade error={add.error} /> : null}
      {add.isSuccess ? (
        <p className="notice tone-good" role="status">
          {say(proofTexts.addedNow)}
        </p>
      ) : null}
      <div>
        <button type="submit" className="button button-quiet" disabled={add.isPending}>
          {say(add.isPending ? proofTexts.adding : proofTexts.add)}
        </button>
      </div>
    </form>
  );
};

/** The way to add one, or why there is none at this address. */
const Add = () => {
  const { say } = useLanguage();
  const place = passkeyPlace();
  switch (place) {
    case 'here':
      return <AddHere />;
    case 'localhost': {
      const address = atLocalhost(window.location.href);
      return (
        <p className="notice mt-3">
          {say(proofTexts.needsName)} <a href={address}>{address}</a>
        </p>
      );
    }
    case 'domain':
      return <p className="notice mt-3">{say(proofTexts.needsDomain)}</p>;
    case 'insecure':
    case 'unusable':
      return <p className="notice mt-3">{say(proofTexts[place])}</p>;
  }
};

const Remove = ({ passkey, close }: { readonly passkey: Passkey; readonly close: () => void }) => {
  const { say } = useLanguage();
  const remove = useAccountAction(removePasskey);
  return (
    <Window
      open
      close={close}
      title={say(proofTexts.removeNamed(passkey.name ?? say(proofTexts.nameless)))}
      description={say(proofTexts.removeSure)}
    >
      {remove.isError ? <Failure error={remove.error} /> : null}
      <div>
        <button
          type="button"
          className="button button-danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate(passkey.id, { onSuccess: close })}
        >
          {say(proofTexts.remove)}
        </button>
      </div>
    </Window>
  );
};

export const Passkeys = () => {
  const { say, language } = useLanguage();
  const passkeys = usePasskeys();
  const [removing, setRemoving] = useState<Passkey>();
  const list = passkeys.data ?? [];
  return (
    <Section title={say(proofTexts.passkeys)} id="passkeys">
      <p className="mb-3">{say(proofTexts.passkeysLead)}</p>
      {passkeys.isPending ? <Loading /> : null}
      {passkeys.isError ? <Failure error={passkeys.error} retry={() => void passkeys.refetch()} /> : null}
      {passkeys.isSuccess && list.length === 0 ? <p className="quiet">{say(proofTexts.noPasskeys)}</p> : null}
      {list.length === 0 ? null : (
        <DataTable
          caption={say(proofTexts.passkeys)}
          heads={[proofTexts.name, proofTexts.added, common.actions].map(say)}
          rows={list.map((passkey) => {
            const name = passkey.name ?? say(proofTexts.nameless);
            return {
              key: passkey.id,
              cells: [
                name,
                passkey.createdAt === undefined || passkey.createdAt === null
                  ? '—'
                  : formatInstant(passkey.createdAt, language),
                <button
                  key="remove"
                  type="button"
                  className="button button-quiet min-h-9! px-3! py-0!"
                  aria-label={say(proofTexts.removeNamed(name))}
                  onClick={() => setRemoving(passkey)}
                >
                  {say(proofTexts.remove)}
                </button>,
              ],
            };
          })}
        />
      )}
      <Add />
      {removing === undefined ? null : <Remove passkey={removing} close={() => setRemoving(undefined)} />}
    </Section>
  );
};
