import type { ClauseId } from '../clause.ts';
import type { FineBounds, SanctionOffer } from './sanctions.ts';

export const otherBasisRanks = ['law', 'administrative-regulation', 'departmental-rule'] as const;
export type OtherBasisRank = (typeof otherBasisRanks)[number];

/** A rule outside the rulebook on which a penalty rests: a case that relies on one names it, and its bounds where it is fined by it. */
export interface OtherBasis {
  readonly law: string;
  readonly article: string;
  readonly rank: OtherBasisRank;
  readonly bounds?: FineBounds;
}

/** What a fine rests on. */
export type FineBasis =
  | { readonly from: 'regulation'; readonly offer: SanctionOffer; readonly bounds: FineBounds }
  | { readonly from: 'other'; readonly other: OtherBasis; readonly bounds: FineBounds };

/** Clauses that give way to laws and administrative regulations with a rule of their own. */
const givesWay: ReadonlySet<ClauseId> = new Set(['final/31' as ClauseId]);

const higher = (one: FineBounds, other: FineBounds): boolean =>
  one.atMost === other.atMost ? one.atLeast > other.atLeast : one.atMost > other.atMost;

/**
 * One act is fined once: of the rules it breaks the one with the highest amount counts (penalty-law/29), and final/31 gives way to a law or
 * administrative regulation. Undefined where no rule with bounds allows a fine.
 * @param offers what the regulation allows; those whose trigger or facts are missing are to be left out before.
 */
export const oneFine = (offers: readonly SanctionOffer[], other?: OtherBasis): FineBasis | undefined => {
  const own = offers.reduce<FineBasis | undefined>((best, offer) => {
    const { measure, bounds } = offer;
    if (measure !== 'fine' || bounds === undefined) return best;
    return best === undefined || higher(bounds, best.bounds) ? { from: 'regulation', offer, bounds } : best;
  }, undefined);
  if (other?.bounds === undefined) return own;
  const cited: FineBasis = { from: 'other', other, bounds: other.bounds };
  if (own?.from !== 'regulation') return cited;
  const yields = givesWay.has(own.offer.basis) && other.rank !== 'departmental-rule';
  return yields || higher(other.bounds, own.bounds) ? cited : own;
};
