import type { FormValues } from '../../engine/form.ts';
import type { AccountId } from '../../engine/identity.ts';
import type { Audience } from '../../engine/party.ts';
import { entriesOf } from '../common/part.ts';
import { isRecusedIn, sits } from './committee.ts';
import type { EthicsReviewState } from './state.ts';

/** What was said, declared and voted is read by those who sit, without the rounds from which they were recused. */
export const seenByMember = (state: EthicsReviewState, audience: Audience, account?: AccountId): EthicsReviewState => {
  if (audience !== 'provider') return state;
  const readable = (values: FormValues, name: string): FormValues =>
    account !== undefined && sits(state, account)
      ? { [name]: entriesOf(values, name).filter(({ round }) => !isRecusedIn(state, account, Number(round))) }
      : {};
  return {
    ...state,
    interests: readable(state.interests, 'interests'),
    deliberation: readable(state.deliberation, 'statements'),
    ballots: readable(state.ballots, 'ballots'),
  };
};
