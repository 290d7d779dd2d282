import type { ClauseId, Measure } from '../clause.ts';
import type { Circumstance } from './discretion.ts';
import type { OtherBasis } from './one-fine.ts';

/** What is to be imposed, or was. */
export interface Penalty {
  readonly measures: readonly Measure[];
  /** Yuan; there exactly where a fine is among the measures. */
  readonly fine?: number;
  readonly otherBasis?: OtherBasis;
}

/** What an investigation has established, as far as the sanctions depend on it. */
export interface Established {
  /** The party refused to correct, or did not in the time that was set. */
  readonly refusal: boolean;
  readonly gravity: boolean;
  /** Sanctioning clauses for particular ways of breaking a rule whose facts are shown, such as `final/33.1`. */
  readonly particular: readonly ClauseId[];
  readonly circumstances: readonly Circumstance[];
  /** It has been put right, so there is nothing left to order. */
  readonly corrected: boolean;
}

/** Measures whose party may ask for a hearing first (penalty-law/63). The law speaks of larger fines without a figure: any fine counts here, in favour of the party. */
const withHearing: ReadonlySet<Measure> = new Set(['fine', 'suspend-updates', 'revoke-filing']);

export const mayAskForHearing = ({ measures }: Pick<Penalty, 'measures'>): boolean =>
  measures.some((measure) => withHearing.has(measure));

/** What of a penalty goes beyond an earlier one: a measure that was not in it, a higher fine. Correction is owed anyway and no penalty. */
export const heavierParts = (penalty: Penalty, before: Penalty): readonly Measure[] => {
  const added = penalty.measures.filter(
    (measure) => measure !== 'order-to-correct' && !before.measures.includes(measure),
  );
  return (penalty.fine ?? 0) > (before.fine ?? 0) && !added.includes('fine') ? [...added, 'fine'] : added;
};
