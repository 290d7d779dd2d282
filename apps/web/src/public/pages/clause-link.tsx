import { clausesReferredTo, edition, type ClauseId, type EditionId, type Language } from '@suanjian/rulebook';
import { say } from '../../design/language.ts';
import { clauseTexts } from '../../texts/clauses.ts';
import { hrefIn } from '../shell/context.ts';

export const clausePath = (id: string): string => {
  const [edition = '', number = ''] = id.split('/');
  return `/clauses/${edition}/${encodeURIComponent(number)}`;
};

/** How a clause is cited in running text: its document's short name and its number. */
export const citation = (id: string, language: Language): string => {
  const [edition = '', number = ''] = id.split('/');
  const short = clauseTexts.shortNames[edition as EditionId];
  if (short === undefined) return id;
  return language === 'zh' ? `《${short.zh}》${number}` : `${short.en}, ${number}`;
};

/** A clause by its short citation, with its heading as title; what the rulebook does not hold stays plain text. */
export const ClauseLink = ({ id, language }: { readonly id: ClauseId | string; readonly language: Language }) => {
  const [found] = clausesReferredTo(id);
  if (found === undefined) return <>{id}</>;
  return (
    <a href={hrefIn(language, clausePath(found.id))} title={say(edition(found.edition).title, language)}>
      {citation(found.id, language)}
    </a>
  );
};
