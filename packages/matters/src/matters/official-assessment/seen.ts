import type { AccountId } from '../../engine/identity.ts';
import type { Audience } from '../../engine/party.ts';
import { seenInTeam } from '../common/team/evolve.ts';
import { aboutFields } from './form.ts';
import type { OfficialAssessmentState } from './state.ts';

/** Until the conclusions are sent the company knows what is assessed, and none of the answers. */
const told = (state: OfficialAssessmentState): OfficialAssessmentState =>
  state.sent === undefined
    ? {
        ...state,
        form: Object.fromEntries(Object.entries(state.form).filter(([name]) => name in aboutFields)),
        conclusions: {},
        gaps: [],
        concluded: undefined,
      }
    : state;

export const seen = (
  state: OfficialAssessmentState,
  audience: Audience,
  account?: AccountId,
): OfficialAssessmentState => (audience === 'provider' ? told(state) : seenInTeam(state, audience, account));

/** Somebody who was named learns whom it is about once they have undertaken to keep it to themselves. */
export const briefing = (
  { team, title, form }: OfficialAssessmentState,
  account: AccountId,
): Readonly<Record<string, unknown>> => {
  const standing = team.find((member) => member.account === account)?.standing ?? 'named';
  return standing === 'undertaken' ? { standing, title, targets: form['algorithmName'] } : { standing };
};
