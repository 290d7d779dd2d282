import { clausesOf, editions } from '@suanjian/rulebook';
import { useId, useMemo, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { ClauseLink } from '../parts/clause-link.tsx';
import { common } from '../texts/common.ts';
import { clauseTitle } from '../texts/clauses.ts';
import { reviewTexts } from '../texts/review.ts';

interface Props {
  readonly basis: readonly string[];
  readonly change: (basis: readonly string[]) => void;
}

/** Clauses in force, found by number or words; a decision may rest on nothing else. */
export const BasisPicker = ({ basis, change }: Props) => {
  const { say, language } = useLanguage();
  const id = useId();
  const [sought, setSought] = useState('');
  const inForce = useMemo(
    () => editions.filter(({ status }) => status === 'in-force').flatMap((edition) => clausesOf(edition.id)),
    [],
  );
  const words = sought.trim().toLowerCase();
  const found =
    words === ''
      ? []
      : inForce
          .filter(
            (clause) =>
              !basis.includes(clause.id) &&
              `${clause.id} ${clause.heading.zh} ${clause.heading.en} ${clause.text[language]}`
                .toLowerCase()
                .includes(words),
          )
          .slice(0, 8);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {say(reviewTexts.basisLabel)}
      </label>
      <p className="field-help">{say(reviewTexts.basisHelp)}</p>
      <ul className="grid gap-1">
        {basis.map((clause) => (
          <li key={clause} className="flex flex-wrap items-center gap-3">
            <ClauseLink clause={clause} />
            <button
              type="button"
              className="button button-quiet min-h-9! px-3! py-0!"
              aria-label={`${say(common.remove)} ${say(clauseTitle(clause))}`}
              onClick={() => change(basis.filter((each) => each !== clause))}
            >
              {say(common.remove)}
            </button>
          </li>
        ))}
      </ul>
      <input
        id={id}
        type="search"
        className="input"
        placeholder={say(reviewTexts.basisSearch)}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      <ul className="grid" aria-live="polite">
        {found.map((clause) => (
          <li key={clause.id}>
            <button
              type="button"
              className="w-full rounded-md px-2 py-1 text-left hover:bg-accent-soft"
              onClick={() => {
                change([...basis, clause.id]);
                setSought('');
              }}
            >
              <strong>{say(clauseTitle(clause.id))}</strong> {say(clause.heading)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
