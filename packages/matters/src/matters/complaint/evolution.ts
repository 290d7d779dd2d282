import type { EventMeta, Evolve, PromisedLimit } from '../../engine/definition.ts';
import { deskEvolution } from '../common/desk.ts';
import { redressEvolution } from '../common/redress/state.ts';
import { complaintForm } from './form.ts';
import { officeDesk, resumed, type ComplaintEvent, type ComplaintState } from './state.ts';

/** It is the provider's turn from this day on, by what it has published now. */
const toProvider = (state: ComplaintState, limit: PromisedLimit | undefined, { on }: EventMeta): ComplaintState => ({
  ...state,
  status: 'with-provider',
  reachedProvider: true,
  since: on,
  limit,
});

const toOffice = (state: ComplaintState): ComplaintState => ({ ...state, status: officeDesk(state) });

/** No longer merged into another one. */
const apart = (state: ComplaintState): ComplaintState => ({ ...state, lead: undefined, formerLead: state.lead });

const shared = redressEvolution<ComplaintState>(complaintForm);

export const evolve: Evolve<ComplaintState, ComplaintEvent> = {
  ...shared,
  ...deskEvolution<ComplaintState>(),
  withdrawn: (state, event, meta) => ({ ...shared.withdrawn(apart(state), event, meta), before: state.status }),
  released: (state, { status, limit }, meta) =>
    status === 'with-provider' ? toProvider(state, limit, meta) : toOffice(state),
  'set-aside': (state, _event, { on }) => ({ ...state, status: 'set-aside', before: state.status, ended: on }),
  answered: (state, { outcome, answers }) => ({ ...state, status: 'answered', outcome, answers }),
  contented: (state, _event, { on }) => ({ ...state, status: 'closed', before: state.status, ended: on }),
  contested: (state) => toOffice(apart(state)),
  escalated: toOffice,
  'handed-over': toOffice,
  'sent-to-provider': (state, { limit }, meta) => toProvider(state, limit, meta),
  queried: (state, { inquiry }) => ({ ...state, status: 'queried', inquiry }),
  responded: (state, { inquiry }) => toOffice({ ...state, inquiry }),
  decided: (state, { ruling, basis, decisions }, { on }) => ({
    ...state,
    status: 'decided',
    before: state.status,
    decisions,
    ruling: { ruling, basis, on },
    ended: on,
  }),
  'bundle-linked': (state, { bundle, beside }) => ({ ...state, bundles: [...state.bundles, bundle], beside }),
  merged: (state, { lead }) => ({ ...state, status: 'merged', before: state.status, lead, formerLead: undefined }),
  unmerged: (state) => ({ ...apart(state), status: resumed(state) }),
  'took-in': (state, { matter }) => ({ ...state, merged: [...new Set([...state.merged, matter])] }),
  'let-out': (state, { matter }) => ({ ...state, merged: state.merged.filter((each) => each !== matter) }),
  heard: (state, { news }) => ({ ...state, news }),
  reopened: (state, { status, limit }, meta) => {
    // Those that were merged into one that was withdrawn stand alone since.
    const taken = { ...state, merged: state.status === 'withdrawn' ? [] : state.merged };
    return status === 'with-provider' ? toProvider(taken, limit, meta) : { ...taken, status };
  },
};
