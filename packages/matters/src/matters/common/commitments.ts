import { z } from 'zod';
import type { CivilDate } from '@suanjian/rulebook';
import type { PromisedLimit } from '../../engine/definition.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import type { Lookups } from '../../engine/lookups.ts';

/** What a provider may promise a time for: answering complaints, appeals, requests for an explanation, requests to delete. */
export const promisedKinds = ['complaint', 'appeal', 'explanation', 'deletion'] as const;
export type PromisedKind = (typeof promisedKinds)[number];

/** A provider's published time limits (final/22, draft/26). A later version never moves what an earlier one promised. */
export interface Commitments {
  readonly version: number;
  readonly from: CivilDate;
  readonly limits: Partial<Readonly<Record<PromisedKind, PromisedLimit>>>;
}

const limit = z.object({ length: z.number().int().positive(), unit: z.enum(['working-day', 'calendar-day']) });
const published = z.object({
  version: z.number().int().positive(),
  from: z.string(),
  limits: z.partialRecord(z.enum(promisedKinds), limit),
});

/** The limit that a provider has published for a kind of matter and that holds today, from its responsibility register; undefined where it has promised none. */
export const promisedLimit = async (
  lookups: Pick<Lookups, 'standing' | 'today'>,
  owner: OrganisationId,
  kind: PromisedKind,
): Promise<PromisedLimit | undefined> => {
  const register = await lookups.standing('responsibility', owner);
  const earlier = register?.state['earlierCommitments'];
  const today = lookups.today();
  // Published ahead, the last version may hold only from a later day.
  return [...(Array.isArray(earlier) ? (earlier as readonly unknown[]) : []), register?.state['commitments']]
    .flatMap((version) => {
      const { success, data } = published.safeParse(version);
      return success && data.from <= today ? [data] : [];
    })
    .at(-1)?.limits[kind];
};
