import { text, type Text } from '@suanjian/rulebook';
import type { EventMeta } from '../../../engine/definition.ts';
import type { FormDefinition } from '../../../engine/form.ts';
import type { AccountId } from '../../../engine/identity.ts';
import type { Audience } from '../../../engine/party.ts';
import { keptInterestsForm, peopleForm } from './form.ts';
import { headsOf, type TeamEvent, type TeamMember, type TeamState } from './state.ts';

type Of<Type extends TeamEvent['type']> = Extract<TeamEvent, { type: Type }>;

const changed = (team: readonly TeamMember[], account: AccountId, change: Partial<TeamMember>): readonly TeamMember[] =>
  team.map((member) => (member.account === account ? { ...member, ...change } : member));

/** To be spread into `evolve` of the definition. */
export const teamEvolution = <State extends TeamState>() => ({
  named: (state: State, { team, people }: Of<'named'>): State => ({ ...state, team: [...state.team, ...team], people }),
  undertook: (state: State, { member }: Of<'undertook'>, { on }: EventMeta): State => ({
    ...state,
    team: changed(state.team, member, { standing: 'undertaken', undertook: on }),
  }),
  admitted: (state: State, { member }: Of<'admitted'>, { on }: EventMeta): State => ({
    ...state,
    team: changed(state.team, member, { standing: 'member', declared: on }),
  }),
  recused: (state: State, { member, interests }: Of<'recused'>): State => ({
    ...state,
    team: changed(state.team, member, { standing: 'recused' }),
    ...(interests === undefined ? {} : { interests }),
  }),
});

/** Who belongs to a team is the offices' own business; whom the company deals with shows identity on site. */
export const teamEventTitles = {
  named: { title: text('点名成员', 'Members named'), only: 'office' },
  undertook: { title: text('作出保密承诺', 'Confidentiality undertaken'), only: 'office' },
  admitted: { title: text('声明没有利益冲突', 'Declared free of interests'), only: 'office' },
  recused: { title: text('回避', 'Recused'), only: 'office' },
} as const satisfies Record<TeamEvent['type'], { title: Text; only: 'office' }>;

/** To be spread into `inner` of the definition. */
export const teamInner = { team: 'office', people: 'office', interests: 'office', member: 'office' } as const;

/** To be spread into `forms` of the definition. */
export const teamForms = { people: peopleForm, interests: keptInterestsForm } as const satisfies Record<
  string,
  FormDefinition
>;

export const emptyTeam = { people: {}, interests: {} } as const;

/** What was declared of interests is read by the heads of the team alone. */
export const seenInTeam = <State extends TeamState>(state: State, audience: Audience, account?: AccountId): State =>
  audience === 'operator' || headsOf(state).some((head) => head.account === account)
    ? state
    : { ...state, interests: {} };
