import type { CivilDate } from '@suanjian/rulebook';
import type { MatterState } from '../../../engine/definition.ts';
import type { FormValues } from '../../../engine/form.ts';
import type { AccountId, MatterId, OrganisationId } from '../../../engine/identity.ts';
import type { OfficePost } from '../../../engine/lookups.ts';
import type { Actor, Team } from '../../../engine/party.ts';
import { entriesOf, wordsIn } from '../part.ts';

/** How somebody stands in a team. Whoever is recused stays named, so that nobody names them again. */
export type TeamStanding = 'named' | 'undertaken' | 'member' | 'recused';

export interface TeamMember {
  readonly account: AccountId;
  readonly standing: TeamStanding;
  /** Of which office, by which they were named. */
  readonly organisation: OrganisationId;
  readonly department: string;
  /** May name others and recuse them. */
  readonly head: boolean;
  readonly undertook?: CivilDate;
  readonly declared?: CivilDate;
}

/** Somebody did something on a day. */
export interface Done {
  readonly account: AccountId;
  readonly on: CivilDate;
}

/** The company that a team's matter is about. */
export interface AboutCompany {
  /** The company's registered name. */
  readonly title: string;
  readonly filing?: MatterId;
  readonly number?: string;
}

export type RecusalHow = 'declared' | 'stepped-aside' | 'by-head' | 'on-request';

/** What a matter of a joint team holds of it; names are sealed in `people`, what was declared in `interests`. */
export interface TeamState extends MatterState {
  readonly team: readonly TeamMember[];
  readonly people: FormValues;
  readonly interests: FormValues;
}

export type TeamEvent =
  | { readonly type: 'named'; readonly team: readonly TeamMember[]; readonly people: FormValues }
  | { readonly type: 'undertook'; readonly member: AccountId }
  | { readonly type: 'admitted'; readonly member: AccountId }
  | {
      readonly type: 'recused';
      readonly member: AccountId;
      readonly how: RecusalHow;
      readonly interests?: FormValues;
    };

export const accountOf = (actor: Actor): AccountId | undefined => (actor.kind === 'person' ? actor.account : undefined);

/** `team` of the definition. */
export const teamOf = ({ team }: Pick<TeamState, 'team'>): Team => ({
  members: team.filter(({ standing }) => standing === 'member').map(({ account }) => account),
  named: team.filter(({ standing }) => standing !== 'member').map(({ account }) => account),
});

export const membersOf = ({ team }: Pick<TeamState, 'team'>): readonly TeamMember[] =>
  team.filter(({ standing }) => standing === 'member');

export const isMember = (state: Pick<TeamState, 'team'>, account: AccountId | undefined): boolean =>
  membersOf(state).some((member) => member.account === account);

export const headsOf = (state: Pick<TeamState, 'team'>): readonly TeamMember[] =>
  membersOf(state).filter(({ head }) => head);

/** Whoever opens a matter of a team undertakes and declares in opening it, and is its first member. */
export const firstMember = (
  account: AccountId,
  { organisation, department, roles }: OfficePost,
  on: CivilDate,
): TeamMember => ({
  account,
  organisation,
  department,
  standing: 'member',
  head: roles.includes('supervisor'),
  undertook: on,
  declared: on,
});

/** The name under which somebody was named; empty where its reader may not know it, and of whoever began it, who was never named. */
export const nameIn = ({ people }: Pick<TeamState, 'people'>, account: AccountId): string => {
  const found = entriesOf(people ?? {}, 'people').find((entry) => entry['account'] === account);
  return found === undefined ? '' : wordsIn(found, 'name');
};
