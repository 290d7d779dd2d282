import type { AnswerKind, Clause, ClauseId, Edition, EditionId, Sanction } from './clause.ts';
import type { CivilDate } from './civil-date.ts';
import { editions } from './editions/index.ts';
import { parseClauseReference } from './reference.ts';

export { editions } from './editions/index.ts';

const allClauses: readonly Clause[] = editions.flatMap(({ clauses }) => clauses);

const clausesById: ReadonlyMap<string, Clause> = new Map(allClauses.map((entry) => [entry.id, entry]));

export const findEdition = (id: string): Edition | undefined => editions.find((candidate) => candidate.id === id);

/** @throws RangeError when the rulebook does not hold the edition. */
export const edition = (id: EditionId): Edition => {
  const found = findEdition(id);
  if (found === undefined) throw new RangeError(`the rulebook holds no edition ${id}`);
  return found;
};

/** The clause with exactly this id. For what people type see {@link clausesReferredTo}. */
export const findClause = (id: string): Clause | undefined => clausesById.get(id);

/** @throws RangeError naming the ids most like the one asked for. */
export const clause = (id: string): Clause => {
  const found = findClause(id);
  if (found === undefined)
    throw new RangeError(`no clause ${id} in the rulebook; near it: ${nearClauseIds(id).join(', ')}`);
  return found;
};

export const clausesOf = (id: EditionId): readonly Clause[] => edition(id).clauses;

/** `24` of `24.2`. */
export const articleOf = (number: string): string => number.split('.', 1)[0] ?? number;

/**
 * The clauses a written reference means: one clause, or all paragraphs of an article (`final/24`). The first paragraph of an
 * article that has only one (`final/25(1)`) is that article. Empty when nothing is meant.
 */
export const clausesReferredTo = (written: string): readonly Clause[] => {
  const reference = parseClauseReference(written);
  if (reference === undefined) return [];
  const { number } = reference;
  const single =
    findClause(`${reference.edition}/${number}`) ??
    (number.endsWith('.1') ? findClause(`${reference.edition}/${number.slice(0, -2)}`) : undefined);
  if (single !== undefined) return [single];
  return allClauses.filter((entry) => entry.edition === reference.edition && entry.number.startsWith(`${number}.`));
};

/** The editions of the one regulation; the other documents stand beside it. */
const regulations: ReadonlySet<EditionId> = new Set(['final', 'draft']);

/** The regulation in force on a civil date; undefined before the first came into force. The consultation draft never is. */
export const editionAt = (date: CivilDate): Edition | undefined => {
  return editions.find(
    ({ id, status, inForceFrom, inForceUntil }) =>
      regulations.has(id) &&
      status === 'in-force' &&
      inForceFrom !== undefined &&
      inForceFrom <= date &&
      (inForceUntil === undefined || date <= inForceUntil),
  );
};

/** A sanction with the clause that sets it. */
export interface SanctionBasis {
  readonly clause: Clause;
  readonly sanction: Sanction;
}

const sanctionSetBy = (sanctioning: Clause): readonly SanctionBasis[] =>
  sanctioning.sanction === undefined ? [] : [{ clause: sanctioning, sanction: sanctioning.sanction }];

/** The sanction of a plain breach of this clause; undefined when none is set, as for what is only encouraged. */
export const sanctionFor = (violated: Clause): SanctionBasis | undefined =>
  violated.sanctionedBy === undefined ? undefined : sanctionSetBy(clause(violated.sanctionedBy))[0];

/** Every sanction that covers this clause, with those for particular ways of breaking it (such as a filing obtained by falsehood). */
export const sanctionsCovering = (violated: Clause): readonly SanctionBasis[] =>
  clausesOf(violated.edition)
    .flatMap(sanctionSetBy)
    .filter(({ sanction }) => sanction.covers.includes(violated.id));

export const clausesAnsweredBy = (kind: AnswerKind, name: string): readonly Clause[] =>
  allClauses.filter(({ answers }) => answers.some((answer) => answer.kind === kind && answer.name === name));

/** At most five existing ids like this one: the same article first, then by how few letters differ. */
export const nearClauseIds = (id: string): readonly ClauseId[] => {
  const wanted = id.toLowerCase();
  const reference = parseClauseReference(id);
  const distance = (entry: Clause): number =>
    reference?.edition === entry.edition && articleOf(reference.number) === articleOf(entry.number)
      ? 0
      : 1 + editDistance(wanted, entry.id);
  return allClauses
    .map((entry) => ({ id: entry.id, distance: distance(entry) }))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, 5)
    .map((entry) => entry.id);
};

/** Levenshtein distance, one row at a time. */
const editDistance = (one: string, other: string): number => {
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [row, letter] of Array.from(one).entries()) {
    const current = [row + 1];
    for (let column = 0; column < other.length; column += 1) {
      const substituted = (previous[column] ?? 0) + (letter === other[column] ? 0 : 1);
      current.push(Math.min(substituted, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
};
