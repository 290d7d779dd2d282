import type { CivilDate } from '../civil-date.ts';
import type { EditionId } from '../clause.ts';
import { regulationOn, type LawChoice } from './applicable-law.ts';
import { sanctionsFor, type SanctionOffer } from './sanctions.ts';

export interface ApplicableSanctions {
  /** The edition of the regulation they come from; undefined where none was in force at the act. */
  readonly edition: EditionId | undefined;
  /** Why this edition: the installation chose it, it held at the act, or it is newer and lighter (penalty-law/37). */
  readonly because: 'chosen' | 'at-the-act' | 'lighter-since';
  readonly offers: readonly SanctionOffer[];
}

const highest = (offers: readonly SanctionOffer[]): number =>
  Math.max(0, ...offers.map(({ bounds }) => bounds?.atMost ?? 0));
const lowest = (offers: readonly SanctionOffer[]): number =>
  Math.max(0, ...offers.map(({ bounds }) => bounds?.atLeast ?? 0));

/**
 * Whether what could be imposed later is lighter than what could be at the act: nothing any more, a lower fine at most, or at least. What only
 * points to other laws cannot be compared by these rules alone and is taken for no lighter.
 */
export const isLighter = (later: readonly SanctionOffer[], then: readonly SanctionOffer[]): boolean => {
  if (later.length === 0) return then.length > 0;
  if ([...later, ...then].some(({ measure }) => measure === 'other-law')) return false;
  if (highest(later) !== highest(then)) return highest(later) < highest(then);
  if (lowest(later) !== lowest(then)) return lowest(later) < lowest(then);
  const before = new Set(then.map(({ measure }) => measure));
  const after = new Set(later.map(({ measure }) => measure));
  return after.size < before.size && [...after].every((measure) => before.has(measure));
};

/** The rules of the day of the act; those of the day of the decision where they are lighter (penalty-law/37). */
export const applicableSanctions = (
  clauses: readonly string[],
  { act, decided }: { readonly act: CivilDate; readonly decided: CivilDate },
  choice: LawChoice = {},
): ApplicableSanctions => {
  const held = regulationOn(act, choice);
  const then = sanctionsFor(clauses, act, choice);
  if (choice.chosen !== undefined) return { edition: held?.id, because: 'chosen', offers: then };
  const holds = regulationOn(decided, choice);
  if (held === undefined || holds === undefined || holds.id === held.id)
    return { edition: held?.id, because: 'at-the-act', offers: then };
  const later = sanctionsFor(clauses, decided, choice);
  return isLighter(later, then)
    ? { edition: holds.id, because: 'lighter-since', offers: later }
    : { edition: held.id, because: 'at-the-act', offers: then };
};
