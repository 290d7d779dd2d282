import { findClause } from '@suanjian/rulebook';
import { useLanguage, usePublicAddress } from '../language/language.tsx';
import { clauseTitle } from '../texts/clauses.ts';

/** A clause, one click away, in a page of its own so that nothing that is being written is left. */
export const ClauseLink = ({ clause }: { readonly clause: string }) => {
  const { say, language } = useLanguage();
  const address = usePublicAddress();
  const known = findClause(clause);
  return (
    <a
      href={address(`/clauses/${clause}`)}
      target="_blank"
      rel="noreferrer"
      title={known?.text[language]}
      className="small"
    >
      {say(clauseTitle(clause))}
    </a>
  );
};
