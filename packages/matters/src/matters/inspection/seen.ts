import type { AccountId } from '../../engine/identity.ts';
import type { Audience } from '../../engine/party.ts';
import { seenInTeam } from '../common/team/evolve.ts';
import type { InspectionState, InspectionStatus } from './state.ts';

/** Before the record is sent the company knows what is inspected, and not what was found. */
const before: ReadonlySet<InspectionStatus> = new Set(['announced', 'on-site', 'broken-off']);

const told = (state: InspectionState): InspectionState => {
  const closed = state.status === 'closed';
  const found = !before.has(state.status) || (state.status === 'broken-off' && state.sent !== undefined);
  return {
    ...state,
    ...(found ? {} : { findings: {}, found: [], record: {}, drawn: undefined, references: [] }),
    ...(closed ? {} : { report: {}, outcome: undefined, reported: undefined, follows: [] }),
  };
};

export const seen = (state: InspectionState, audience: Audience, account?: AccountId): InspectionState =>
  audience === 'provider' ? told(state) : seenInTeam(state, audience, account);

/** Somebody who was named learns whom it is about once they have undertaken to keep it to themselves. */
export const briefing = (
  { team, title, plan }: InspectionState,
  account: AccountId,
): Readonly<Record<string, unknown>> => {
  const standing = team.find((member) => member.account === account)?.standing ?? 'named';
  return standing === 'undertaken' ? { standing, title, targets: plan['targets'] } : { standing };
};
