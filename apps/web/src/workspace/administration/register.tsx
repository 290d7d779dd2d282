import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { importRegister, type ImportAnswer } from '../client/administration.ts';
import { keepsRegister, useMe } from '../client/me.ts';
import { formatNumber } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Failure } from '../parts/states.tsx';
import { administrationTexts } from '../texts/account.ts';

const counts = ['rows', 'records', 'subjects', 'added', 'changed', 'unchanged', 'cancelled'] as const;
const mostShown = 200;

const Summary = ({ summary }: { readonly summary: ImportAnswer }) => {
  const { say, language } = useLanguage();
  const { flagged } = summary;
  return (
    <Section title={say(administrationTexts.done)} id="summary">
      <dl className="figures" role="status">
        {counts.map((name) => (
          <div key={name}>
            <dd>{formatNumber(summary[name], language)}</dd>
            <dt>{say(administrationTexts.counts[name])}</dt>
          </div>
        ))}
      </dl>
      <h3 className="text-base! mt-6 mb-2">{say(administrationTexts.flagged(flagged.length))}</h3>
      {flagged.length === 0 ? null : (
        <>
          <p className="quiet mb-2">{say(administrationTexts.flaggedHelp)}</p>
          <DataTable
            caption={say(administrationTexts.flagged(flagged.length))}
            heads={[administrationTexts.line, administrationTexts.number, administrationTexts.reasons].map(say)}
            rows={flagged.slice(0, mostShown).map(({ line, number, reasons }) => ({
              key: String(line),
              cells: [
                line,
                <span key="number" className="digits">
                  {number}
                </span>,
                reasons.map(({ message }) => say(message)).join(' '),
              ],
            }))}
          />
          {flagged.length > mostShown ? (
            <p className="quiet mt-2">{say(administrationTexts.moreFlagged(flagged.length - mostShown))}</p>
          ) : null}
        </>
      )}
    </Section>
  );
};

/** Announced lists come in as files; everything or nothing, and the faults by line. */
export const RegisterAdministration = () => {
  const { say } = useLanguage();
  const me = useMe();
  const id = useId();
  const [file, setFile] = useState<File>();
  const take = useMutation<ImportAnswer, Error, File>({ mutationFn: importRegister });
  return (
    <Page title={say(administrationTexts.title)} lead={say(administrationTexts.lead)}>
      {keepsRegister(me) ? (
        <form
          className="card flex flex-wrap items-end gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (file !== undefined) take.mutate(file);
          }}
        >
          <div className="field min-w-0 flex-1">
            <label className="field-label" htmlFor={id}>
              {say(administrationTexts.file)}
            </label>
            <input
              id={id}
              type="file"
              accept=".tsv,text/tab-separated-values"
              required
              className="input"
              onChange={({ target }) => setFile(target.files?.[0])}
            />
          </div>
          <button type="submit" className="button" disabled={file === undefined || take.isPending}>
            {say(take.isPending ? administrationTexts.importing : administrationTexts.import)}
          </button>
        </form>
      ) : (
        <p className="notice">{say(administrationTexts.onlyAdministrators)}</p>
      )}
      {take.isError ? <Failure error={take.error} /> : null}
      {take.data === undefined ? null : <Summary summary={take.data} />}
    </Page>
  );
};
