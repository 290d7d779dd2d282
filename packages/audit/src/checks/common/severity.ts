import { findClause } from '@suanjian/rulebook';

/** Duties that bind; what is only encouraged, or is a principle, is shown and fails nothing. */
const binding: ReadonlySet<string> = new Set(['obligation', 'prohibition', 'right', 'procedure']);

/** How grave a failure of this clause is, by the rulebook; undefined when there is no such clause. */
export const severityOf = (clause: string): 'duty' | 'advisory' | undefined => {
  const found = findClause(clause);
  if (found === undefined) return undefined;
  return binding.has(found.duty) && !found.advisory && found.edition !== 'opinions' ? 'duty' : 'advisory';
};
