import { findEdition, text, type Text } from '@suanjian/rulebook';

/** `final/24.1` as people say it: the article and paragraph, and of which text when it is not the one in force. */
export const clauseTitle = (clause: string): Text => {
  const [edition = '', number = ''] = clause.split('/');
  const [article = '', paragraph] = number.split('.');
  const zh = `第${article}条${paragraph === undefined ? '' : `第${paragraph}款`}`;
  const en = `art. ${article}${paragraph === undefined ? '' : `(${paragraph})`}`;
  if (edition === 'draft') return text(`征求意见稿${zh}`, `consultation draft, ${en}`);
  const title = edition === 'final' ? undefined : findEdition(edition)?.title;
  return title === undefined ? text(zh, en) : text(`${title.zh} ${zh}`, `${title.en} ${en}`);
};

/** Of the clauses a step rests on, those that hold; the consultation draft's only where nothing else is named. */
export const clausesThatHold = (clauses: readonly string[]): readonly string[] => {
  const inForce = clauses.filter((clause) => findEdition(clause.split('/', 1)[0] ?? '')?.status !== 'consultation');
  return inForce.length === 0 ? clauses : inForce;
};
