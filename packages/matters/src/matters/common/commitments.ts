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

/** The limit that a provider has published for a kind of matter, from its responsibility register; undefined where it has promised none. */
export const promisedLimit = async (
  lookups: Pick<Lookups, 'standing'>,
  owner: OrganisationId,
  kind: PromisedKind,
): Promise<PromisedLimit | undefined> => {
  const register = await lookups.standing('responsibility', owner);
  const commitments = published.safeParse(register?.state['commitments']);
  return commitments.success ? commitments.data.limits[kind] : undefined;
};
