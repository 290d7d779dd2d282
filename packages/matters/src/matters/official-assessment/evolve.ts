import type { Evolve } from '../../engine/definition.ts';
import { deskEvolution } from '../common/desk.ts';
import { teamEvolution } from '../common/team/evolve.ts';
import { followingFrom } from '../common/following.ts';
import type { OfficialAssessmentEvent, OfficialAssessmentState } from './state.ts';

/** What is written anew leaves the conclusions behind that were drawn from it. */
const written = (
  state: OfficialAssessmentState,
  { form }: Pick<OfficialAssessmentState, 'form'>,
): OfficialAssessmentState => ({ ...state, form, concluded: undefined });

export const evolve: Evolve<OfficialAssessmentState, OfficialAssessmentEvent> = {
  started: (state) => ({ ...state, status: 'assessing' }),
  dropped: (state) => ({ ...state, status: 'dropped' }),
  prefilled: written,
  answered: written,
  'evidence-added': written,
  'risk-scored': written,
  concluded: (state, { form, conclusions, gaps, by, stateBy }, { on }) => ({
    ...state,
    form,
    conclusions,
    gaps,
    concluded: { account: by, on, stateBy },
  }),
  'conclusions-sent': (state, { by }, { on }) => ({ ...state, status: 'with-provider', sent: { account: by, on } }),
  'view-stated': (state, { views }) => ({ ...state, views, heard: true }),
  reconsidered: (state) => ({
    ...state,
    status: 'assessing',
    concluded: undefined,
    sent: undefined,
    heard: false,
  }),
  closed: (state, { ending, outcome }) => ({
    ...state,
    status: 'closed',
    ending,
    outcome,
    follows: followingFrom(outcome),
  }),
  'broken-off': (state) => ({ ...state, status: 'broken-off' }),
  ...teamEvolution<OfficialAssessmentState>(),
  ...deskEvolution<OfficialAssessmentState>(),
};
