import type { FormValues } from '../../../engine/form.ts';
import type { AccountId, OrganisationId } from '../../../engine/identity.ts';
import type { Lookups, OfficePost } from '../../../engine/lookups.ts';
import type { Actor } from '../../../engine/party.ts';
import type { Refusal } from '../../../engine/refusal.ts';
import * as refusals from './refusals.ts';

/** Who begins a team's matter, by what the installation knows of them. */
export interface Beginner {
  readonly account: AccountId;
  readonly post: OfficePost;
  /** They belong to the company, or have acted for it. */
  readonly acted: boolean;
}

export const gatherBeginner = async (
  lookups: Pick<Lookups, 'hasActedFor'>,
  actor: Actor,
  owner: OrganisationId | undefined,
): Promise<Beginner | undefined> => {
  if (actor.kind !== 'person' || actor.membership?.kind !== 'office') return undefined;
  const { account, membership } = actor;
  return {
    account,
    post: membership,
    acted: owner !== undefined && (await lookups.hasActedFor(account, owner)),
  };
};

/** Whoever begins it answers for themselves as everybody of the team does. */
export const beginningRefusals = ({ given, free }: FormValues, beginner: Beginner | undefined): readonly Refusal[] => [
  ...(beginner === undefined ? [refusals.noPerson] : []),
  ...(given === true ? [] : [{ ...refusals.notUndertaken, pointer: '/given' }]),
  ...(free === true ? [] : [{ ...refusals.notFree, pointer: '/free' }]),
  ...(beginner?.acted === true ? [refusals.ownCase] : []),
];
