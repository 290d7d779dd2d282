import type { Evolve } from '../../engine/definition.ts';
import { deskEvolution } from '../common/desk.ts';
import { entriesOf } from '../common/part.ts';
import { teamEvolution } from '../common/team/evolve.ts';
import type { InspectionEvent, InspectionState } from './state.ts';
import { followingFrom } from '../common/following.ts';

export const evolve: Evolve<InspectionState, InspectionEvent> = {
  approved: (state, { by }, { on }) => ({ ...state, status: 'ready', approved: { account: by, on } }),
  rescheduled: (state, { dates }) => ({
    ...state,
    status: 'preparing',
    dates,
    plan: { ...state.plan, ...dates, way: dates.tellOn === undefined ? 'on-the-spot' : 'announced' },
    approved: undefined,
  }),
  dropped: (state) => ({ ...state, status: 'dropped' }),
  'readings-deferred': (state, { until }, { on }) => ({ ...state, deferral: { set: on, until } }),
  announced: (state) => ({ ...state, status: 'announced' }),
  'identity-shown': (state, { by, met }, { on }) => {
    // Whoever came on another day and left again does not inspect.
    const today = state.identity.filter((each) => each.on === on);
    return {
      ...state,
      identity: [...today, { account: by, on }],
      identities: { officers: [...(today.length === 0 ? [] : entriesOf(state.identities, 'officers')), met] },
    };
  },
  begun: (state, _event, { on }) => ({ ...state, status: 'on-site', begun: on }),
  'recusal-asked': (state, { officer }, { on }) => ({ ...state, recusal: { officer, on } }),
  // What somebody has drawn who stands aside is drawn anew by others, unless the company has it already.
  'recusal-decided': (state, { granted }) => ({
    ...state,
    recusal: undefined,
    drawn:
      granted && state.status === 'on-site' && state.drawn?.account === state.recusal?.officer
        ? undefined
        : state.drawn,
  }),
  prefilled: (state, { checklist, references }) => ({
    ...state,
    checklist,
    references: [...state.references, ...references],
    drawn: undefined,
  }),
  // A record that was drawn is drawn anew when there is something new to say.
  checked: (state, { checklist }) => ({ ...state, checklist, drawn: undefined }),
  found: (state, { findings, finding, reference }) => ({
    ...state,
    findings,
    found: [...state.found, finding],
    references: reference === undefined ? state.references : [...state.references, reference],
    drawn: undefined,
  }),
  'finding-withdrawn': (state, { number }) => ({
    ...state,
    found: state.found.map((each) => (each.number === number ? { ...each, withdrawn: true as const } : each)),
    drawn: state.status === 'on-site' ? undefined : state.drawn,
  }),
  'record-drawn': (state, { record, by, signBy }, { on }) => ({
    ...state,
    record,
    drawn: { account: by, on, signBy },
  }),
  'record-sent': (state, { by }, { on }) => ({ ...state, status: 'to-sign', sent: { account: by, on } }),
  'view-stated': (state, { views }) => ({ ...state, views }),
  'record-signed': (state, { signature }, { on }) => ({ ...state, status: 'signed', signature, signed: on }),
  'signature-refused': (state, { refusal }) => ({ ...state, status: 'unsigned', refusal }),
  'report-written': (state, { report, outcome, by }, { on }) => ({
    ...state,
    status: 'reported',
    report,
    outcome,
    reported: { account: by, on },
  }),
  closed: (state) => ({ ...state, status: 'closed', follows: followingFrom(state.outcome ?? 'none') }),
  'broken-off': (state) => ({ ...state, status: 'broken-off' }),
  ...teamEvolution<InspectionState>(),
  ...deskEvolution<InspectionState>(),
};
