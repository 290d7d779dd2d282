import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import type { CommandContext, Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { MatterId, OrganisationId } from '../../engine/identity.ts';
import type { Lookups } from '../../engine/lookups.ts';
import type { PlaceCode } from '../../engine/party.ts';
import type { Refusal } from '../../engine/refusal.ts';

/** What a matter opened on a filing needs to know of it. */
export interface ParentFiling {
  readonly id: MatterId;
  readonly owner: OrganisationId;
  readonly place: PlaceCode;
  /** The 21 digits. */
  readonly number: string;
  readonly title: string;
  readonly form: FormValues;
}

/** What such a matter keeps of its filing from its opening on; the number and the name do not move under a running matter. */
export interface OnFiling {
  readonly filing: MatterId;
  readonly number: string;
  readonly title: string;
}

export interface ParentFacts {
  readonly filing: ParentFiling | undefined;
  /** Matters of the asked kind that already run on the filing. */
  readonly alreadyOpen: readonly MatterId[];
}

const filedState = z.object({
  status: z.literal('filed'),
  number: z.string().regex(/^\d{21}$/),
  form: z.record(z.string(), z.unknown()),
});

/** Reads the filing that a matter of `kind` is being opened on. */
export const gatherParent = async (
  kind: string,
  lookups: Lookups,
  context: Pick<CommandContext<undefined>, 'parent'>,
): Promise<ParentFacts> => {
  const { parent } = context;
  const facts = parent?.kind === 'filing' ? await lookups.matter('filing', parent.id) : undefined;
  const read = filedState.safeParse(facts?.state);
  if (facts === undefined || facts.owner === null || !read.success) return { filing: undefined, alreadyOpen: [] };
  const { number, form } = read.data;
  const { algorithmName } = form;
  return {
    filing: {
      id: facts.id,
      owner: facts.owner,
      place: facts.place,
      number,
      form,
      title: typeof algorithmName === 'string' ? algorithmName : number,
    },
    alreadyOpen: await lookups.openChildren(kind, facts.id),
  };
};

export const notFiled: Refusal = {
  code: 'parent/not-filed',
  text: text(
    '只有已备案的算法才能办理。请先确认备案仍然有效。',
    'This is possible only on an algorithm that is filed. Check that the filing still stands.',
  ),
};

export const openedOn = (filing: ParentFiling): Opened & OnFiling => ({
  type: 'opened',
  owner: filing.owner,
  place: filing.place,
  parent: { kind: 'filing', id: filing.id },
  filing: filing.id,
  number: filing.number,
  title: filing.title,
});
