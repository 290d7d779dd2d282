import { text } from '@suanjian/rulebook';
import type { CommandContext } from '../../engine/definition.ts';
import type { AccountId } from '../../engine/identity.ts';
import type { Lookups } from '../../engine/lookups.ts';
import type { Actor } from '../../engine/party.ts';
import type { Refusal } from '../../engine/refusal.ts';

export const accountOf = (actor: Actor): AccountId | undefined => (actor.kind === 'person' ? actor.account : undefined);

/** Nobody judges a company that they have ever acted for. */
export const interested: Refusal = {
  code: 'matter/interested',
  clause: 'penalty-law/43',
  text: text(
    '曾经为这家企业办事的人不能办理，请由别人办理。',
    'Somebody who has acted for this company cannot do this; somebody else has to.',
  ),
};

/** Whether the actor belongs to the owner of a matter or has ever acted for it. */
export const hasInterest = async (
  { actor, ground: { owner } }: Pick<CommandContext<undefined>, 'actor' | 'ground'>,
  lookups: Pick<Lookups, 'hasActedFor'>,
): Promise<boolean> => {
  const account = accountOf(actor);
  return account !== undefined && owner !== undefined && (await lookups.hasActedFor(account, owner));
};

export const noPerson: Refusal = {
  code: 'matter/no-person',
  text: text('须由个人办理。', 'A person has to do this.'),
};
