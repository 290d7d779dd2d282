import type { Evolve } from '../../engine/definition.ts';
import { deskEvolution } from '../common/desk.ts';
import { wordsIn } from '../common/part.ts';
import type { EthicsReviewEvent, EthicsReviewState, FollowUp } from './state.ts';

const withCondition = (
  state: EthicsReviewState,
  number: number,
  change: Pick<FollowUp, 'standing'> & Partial<Pick<FollowUp, 'by'>>,
): readonly FollowUp[] => state.followUp.map((each) => (each.number === number ? { ...each, ...change } : each));

export const evolve: Evolve<EthicsReviewState, EthicsReviewEvent> = {
  composed: (state, { committee, members, chair }) => ({
    ...state,
    status: 'declaring',
    committee,
    members,
    chair,
    declared: [],
  }),
  declared: (state, { member, interests }) => ({
    ...state,
    declared: [...new Set([...state.declared, member])],
    ...(interests === undefined ? {} : { interests }),
  }),
  recused: (state, { member, how }, { on }) => ({
    ...state,
    recusals: [...state.recusals, { account: member, round: state.round, on, how }],
    // Nobody presides over a review they take no part in.
    chair: state.chair === member ? undefined : state.chair,
  }),
  'chair-appointed': (state, { chair }) => ({ ...state, chair }),
  'deliberation-opened': (state) => ({ ...state, status: 'deliberating' }),
  spoke: (state, { deliberation }) => ({ ...state, deliberation }),
  voted: (state, { ballots }) => ({ ...state, ballots }),
  decided: (state, { result, conclusion, followUp }) => ({
    ...state,
    status: result.outcome,
    result,
    earlier: state.result === undefined ? state.earlier : [...state.earlier, state.result],
    conclusion,
    followUp,
    replaced: state.followUp,
  }),
  reported: (state, { condition, evidence }, { actor }) => ({
    ...state,
    evidence,
    followUp: withCondition(state, condition, {
      standing: 'reported',
      ...(actor.kind === 'person' ? { by: actor.account } : {}),
    }),
  }),
  'report-accepted': (state, { condition }) => {
    const followUp = withCondition(state, condition, { standing: 'accepted' });
    const done = state.status === 'conditional' && followUp.every(({ standing }) => standing === 'accepted');
    return { ...state, followUp, status: done ? 'approved' : state.status };
  },
  'report-returned': (state, { condition }) => ({
    ...state,
    followUp: withCondition(state, condition, { standing: 'open' }),
  }),
  reopened: (state, { reopening }) => {
    const version = wordsIn(reopening, 'version');
    return {
      ...state,
      status: state.members.length === 0 ? 'composing' : 'declaring',
      round: state.round + 1,
      declared: [],
      reopening,
      subject: version === '' ? state.subject : { ...state.subject, version },
    };
  },
  closed: (state) => ({ ...state, status: 'closed' }),
  ...deskEvolution<EthicsReviewState>(),
};
