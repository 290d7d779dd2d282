import { text } from '@suanjian/rulebook';
import type { AccountId } from '../../engine/identity.ts';
import type { Actor } from '../../engine/party.ts';
import type { Refusal } from '../../engine/refusal.ts';

export const accountOf = (actor: Actor): AccountId | undefined => (actor.kind === 'person' ? actor.account : undefined);

/** Somebody did something on a day. */
export const noPerson: Refusal = {
  code: 'matter/no-person',
  text: text('须由个人办理。', 'A person has to do this.'),
};
