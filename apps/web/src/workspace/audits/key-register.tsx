import type { AuditKeyAnswer } from '@suanjian/contracts';
import { useId, useState } from 'react';
import { useAddAuditKey, useAuditKeys, useRetireAuditKey } from '../client/audits.ts';
import { formatInstant } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { Window } from '../parts/dialog.tsx';
import { Section } from '../parts/page.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { auditTexts } from '../texts/audits.ts';

const Retirement = ({ registered: { id, name } }: { readonly registered: AuditKeyAnswer }) => {
  const { say } = useLanguage();
  const [asking, setAsking] = useState(false);
  const retire = useRetireAuditKey();
  return (
    <>
      <button
        type="button"
        className="button button-quiet mt-2"
        aria-label={`${say(auditTexts.retire)} ${name}`}
        onClick={() => setAsking(true)}
      >
        {say(auditTexts.retire)}
      </button>
      <Window
        open={asking}
        close={() => setAsking(false)}
        title={say(auditTexts.retireTitle(name))}
        description={say(auditTexts.retireHelp)}
      >
        {retire.isError ? <Failure error={retire.error} /> : null}
        <p>
          <button
            type="button"
            className="button"
            disabled={retire.isPending}
            onClick={() => retire.mutate(id, { onSuccess: () => setAsking(false) })}
          >
            {say(auditTexts.retire)}
          </button>
        </p>
      </Window>
    </>
  );
};

const Key = ({ registered, changes }: { readonly registered: AuditKeyAnswer; readonly changes: boolean }) => {
  const { say, language } = useLanguage();
  const { vkey, addedAt, retiredAt } = registered;
  return (
    <li className="card p-4!">
      <p className="digits wrap-anywhere">{vkey}</p>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <span className={`badge ${retiredAt === undefined ? 'tone-good' : ''}`}>
          {say(retiredAt === undefined ? auditTexts.inUse : auditTexts.outOfUse)}
        </span>
        <span className="quiet small">
          {[
            say(auditTexts.added(formatInstant(addedAt, language))),
            ...(retiredAt === undefined ? [] : [say(auditTexts.retired(formatInstant(retiredAt, language)))]),
          ].join(' · ')}
        </span>
      </p>
      {changes && retiredAt === undefined ? <Retirement registered={registered} /> : null}
    </li>
  );
};

const NewKey = () => {
  const { say } = useLanguage();
  const id = useId();
  const add = useAddAuditKey();
  const [vkey, setVkey] = useState('');
  return (
    <>
      <form
        className="mt-4 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(vkey.trim(), { onSuccess: () => setVkey('') });
        }}
      >
        <div className="field min-w-64 flex-1">
          <label className="field-label" htmlFor={id}>
            {say(auditTexts.key)}
          </label>
          <input
            id={id}
            required
            spellCheck={false}
            autoComplete="off"
            className="input digits"
            value={vkey}
            onChange={({ target }) => setVkey(target.value)}
          />
        </div>
        <button type="submit" className="button" disabled={add.isPending}>
          {say(auditTexts.addKey)}
        </button>
      </form>
      {add.isError ? <Failure error={add.error} /> : null}
    </>
  );
};

/** The keys of the organisation's bundles, for every filing the same. @param changes whether the reader may register and retire */
export const KeyRegister = ({ changes }: { readonly changes: boolean }) => {
  const { say } = useLanguage();
  const keys = useAuditKeys();
  return (
    <Section title={say(auditTexts.keys)} id="keys">
      <p className="mb-3">{say(auditTexts.keysHelp)}</p>
      {keys.isPending ? <Loading /> : null}
      {keys.isError ? <Failure error={keys.error} retry={() => void keys.refetch()} /> : null}
      {keys.data?.items.length === 0 ? <p className="quiet">{say(auditTexts.noKeys)}</p> : null}
      <ul className="grid gap-3">
        {(keys.data?.items ?? []).map((registered) => (
          <Key key={registered.id} registered={registered} changes={changes} />
        ))}
      </ul>
      {changes ? <NewKey /> : null}
    </Section>
  );
};
