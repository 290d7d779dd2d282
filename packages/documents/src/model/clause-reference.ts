import { edition, findClause, type Language } from '@suanjian/rulebook';

/** A clause as a paper cites it: the document's title and the number; an unknown id as it stands. */
export const citation = (id: string, language: Language): string => {
  const found = findClause(id);
  if (found === undefined) return id;
  const title = edition(found.edition).title[language];
  return language === 'zh' ? `《${title.replace(/^《(.*)》$/u, '$1')}》${found.number}` : `${title}, ${found.number}`;
};
