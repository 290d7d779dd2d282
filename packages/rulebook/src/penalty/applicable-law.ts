import type { CivilDate } from '../civil-date.ts';
import type { Clause, ClauseId, Edition, EditionId } from '../clause.ts';
import { editions as everyEdition, findClause } from '../rulebook.ts';

/** The editions of the one regulation follow each other; the other documents stand beside it. */
const regulations: ReadonlySet<EditionId> = new Set(['final', 'draft']);

export interface LawChoice {
  /** Of the rulebook, unless a test or a later edition brings its own. */
  readonly editions?: readonly Edition[];
  /** The installation has explicitly chosen this edition of the regulation, for example the consultation draft. */
  readonly chosen?: EditionId;
}

const inForce = ({ status, inForceFrom, inForceUntil }: Edition, on: CivilDate): boolean =>
  status === 'in-force' &&
  inForceFrom !== undefined &&
  inForceFrom <= on &&
  (inForceUntil === undefined || on <= inForceUntil);

/** The edition of the regulation that holds for an act of a day; undefined where nothing was in force yet: then nothing can be penalised by it. */
export const regulationOn = (on: CivilDate, { editions = everyEdition, chosen }: LawChoice = {}): Edition | undefined =>
  editions.find((candidate) =>
    chosen === undefined ? regulations.has(candidate.id) && inForce(candidate, on) : candidate.id === chosen,
  );

/**
 * What a violated clause is called in the edition that holds for an act. A clause of the regulation is found again through the crosswalk; one of
 * another document counts where that document was in force. Empty where the edition asks nothing of the kind.
 */
export const clausesHolding = (id: string, on: CivilDate, choice: LawChoice = {}): readonly Clause[] => {
  const { editions = everyEdition } = choice;
  const violated = editions.flatMap(({ clauses }) => clauses).find((clause) => clause.id === id) ?? findClause(id);
  if (violated === undefined) return [];
  if (!regulations.has(violated.edition)) {
    const own = editions.find((candidate) => candidate.id === violated.edition);
    return own !== undefined && inForce(own, on) ? [violated] : [];
  }
  const regulation = regulationOn(on, choice);
  if (regulation === undefined) return [];
  if (regulation.clauses.includes(violated)) return [violated];
  const same = new Set<ClauseId>(violated.crosswalk.map(({ clause }) => clause));
  return regulation.clauses.filter((clause) => same.has(clause.id));
};
