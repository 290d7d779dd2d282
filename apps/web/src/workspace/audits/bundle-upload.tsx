import type { KeptAuditBundle } from '@suanjian/contracts';
import { Link } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { useSendBundle } from '../client/audits.ts';
import { useLanguage } from '../language/language.tsx';
import { Section } from '../parts/page.tsx';
import { Failure } from '../parts/states.tsx';
import { auditTexts } from '../texts/audits.ts';

const Kept = ({ kept, filing }: { readonly kept: KeptAuditBundle; readonly filing: string }) => {
  const { say } = useLanguage();
  return (
    <div className={`notice mt-3 ${kept.doubt === undefined ? 'tone-good' : 'tone-warn'}`} role="status">
      <p className="notice-title">{say(kept.already ? auditTexts.already : auditTexts.kept)}</p>
      {kept.doubt === undefined ? null : <p>{say(auditTexts.doubt[kept.doubt])}</p>}
      {kept.filing === filing ? null : (
        <p>
          {say(auditTexts.otherFiling)}{' '}
          <Link to="/matters/$kind/$id/audits" params={{ kind: 'filing', id: kept.filing }}>
            {say(auditTexts.openOther)}
          </Link>
        </p>
      )}
    </div>
  );
};

/** Sends a bundle as a file or as pasted text. It says itself which filing it is for. */
export const BundleUpload = ({ filing }: { readonly filing: string }) => {
  const { say } = useLanguage();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const [nothing, setNothing] = useState(false);
  const send = useSendBundle();
  const submit = async () => {
    const chosen = file.current?.files?.[0];
    const note = chosen === undefined ? pasted : await chosen.text();
    setNothing(note.trim() === '');
    if (note.trim() === '') {
      file.current?.focus();
      return;
    }
    send.mutate(note, {
      onSuccess: () => {
        setPasted('');
        if (file.current !== null) file.current.value = '';
      },
    });
  };
  return (
    <Section title={say(auditTexts.upload)} id="upload">
      <p className="mb-3">{say(auditTexts.uploadHelp)}</p>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="field">
          <label className="field-label" htmlFor={`${id}-file`}>
            {say(auditTexts.file)}
          </label>
          <input
            ref={file}
            id={`${id}-file`}
            type="file"
            accept=".note,.txt,text/plain"
            className="input"
            aria-invalid={nothing}
            aria-describedby={nothing ? `${id}-nothing` : undefined}
            onChange={() => setNothing(false)}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor={`${id}-paste`}>
            {say(auditTexts.paste)}
          </label>
          <textarea
            id={`${id}-paste`}
            rows={4}
            spellCheck={false}
            className="input digits"
            value={pasted}
            onChange={({ target }) => {
              setNothing(false);
              setPasted(target.value);
            }}
          />
        </div>
        {nothing ? (
          <p id={`${id}-nothing`} className="text-bad" role="alert">
            {say(auditTexts.nothingChosen)}
          </p>
        ) : null}
        <p>
          <button type="submit" className="button" disabled={send.isPending}>
            {say(auditTexts.send)}
          </button>
        </p>
      </form>
      {send.isError ? <Failure error={send.error} /> : null}
      {send.data === undefined ? null : <Kept kept={send.data} filing={filing} />}
    </Section>
  );
};
