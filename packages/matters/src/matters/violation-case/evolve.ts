import type { Evolve } from '../../engine/definition.ts';
import { deskEvolution } from '../common/desk.ts';
import type { CaseEvent, CaseState, CaseStatus } from './state.ts';

/** The notice has to be agreed to and reviewed anew when it changes. */
const unjudged = { agreed: [], legal: undefined, opinion: {} } as const;

const ended =
  (status: CaseStatus) =>
  (
    state: CaseState,
    _event: CaseEvent,
    { on, reason = '' }: { readonly on: CaseState['discovered']; readonly reason?: string },
  ): CaseState => ({
    ...state,
    status,
    recusal: undefined,
    ended: { on, reason },
  });

export const evolve: Evolve<CaseState, CaseEvent> = {
  dismissed: ended('dismissed'),
  established: (state, { officers }, { on }) => ({ ...state, status: 'investigating', officers, establishedOn: on }),
  informed: (state, _event, { on }) => ({ ...state, informedOn: on }),
  'evidence-added': (state, { evidence }) => ({ ...state, evidence, foundSince: true }),
  'recusal-asked': (state, { officer, by }, { on }) => ({ ...state, recusal: { officer, by, on } }),
  'recusal-decided': (state, { officers }) => ({ ...state, recusal: undefined, officers }),
  concluded: (state, { findings, facts, proposal }) => ({ ...state, status: 'concluded', findings, facts, proposal }),
  countersigned: (state, { by }) => ({
    ...state,
    ...(state.findings === undefined ? {} : { findings: { ...state.findings, countersigned: by } }),
  }),
  notified: (state, { notice, answerBy, mayAskForHearing }, { on }) => ({
    ...state,
    ...unjudged,
    status: 'notified',
    informedOn: state.informedOn ?? on,
    notice,
    noticedOn: on,
    notices: state.notices + 1,
    answerBy,
    mayAskForHearing,
    waived: false,
    weighed: !state.defended,
    foundSince: false,
    hearing: undefined,
    arrangement: {},
    record: {},
  }),
  reopened: (state) => ({ ...state, ...unjudged, status: 'investigating', findings: undefined }),
  defended: (state, { defence }) => ({ ...state, defence, defended: true, weighed: false }),
  waived: (state) => ({ ...state, waived: true }),
  weighed: (state, { weighing }) => ({ ...state, weighing, weighed: true }),
  'hearing-requested': (state, _event, { on }) => ({ ...state, hearing: { requestedOn: on } }),
  'hearing-withdrawn': (state, _event, { on }) => ({
    ...state,
    status: 'notified',
    ...(state.hearing === undefined ? {} : { hearing: { ...state.hearing, waivedOn: on } }),
  }),
  'hearing-lapsed': (state) => ({ ...state, mayAskForHearing: false }),
  'hearing-scheduled': (state, { day, chair, arrangement }) => ({
    ...state,
    status: 'notified',
    arrangement,
    ...(state.hearing === undefined ? {} : { hearing: { requestedOn: state.hearing.requestedOn, day, chair } }),
  }),
  'hearing-announced': (state, _event, { on }) => ({
    ...state,
    status: 'hearing',
    ...(state.hearing === undefined ? {} : { hearing: { ...state.hearing, announcedOn: on } }),
  }),
  'hearing-held': (state, { on, record }) => ({
    ...state,
    status: 'heard',
    record,
    ...(state.hearing === undefined ? {} : { hearing: { ...state.hearing, heldOn: on } }),
  }),
  'legally-reviewed': (state, { by, passed, opinion }, { on }) => ({ ...state, opinion, legal: { by, on, passed } }),
  agreed: (state, { by }) => ({ ...state, agreed: [...state.agreed, by] }),
  decided: (state, { decision, fine, law, cited }, { on }) => ({
    ...state,
    status: 'decided',
    recusal: undefined,
    decision,
    fine,
    law,
    ...(cited === undefined ? {} : { cited }),
    decidedOn: on,
  }),
  spared: ended('spared'),
  unproved: ended('unproved'),
  transferred: ended('transferred'),
  referred: ended('referred'),
  served: (state, { service, on }) => ({ ...state, status: 'served', service, servedOn: on }),
  paid: (state, { payment, added }) => ({ ...state, payments: [...state.payments, payment], added }),
  'deferral-asked': (state, { deferral }) => ({ ...state, deferral, deferralAsked: true }),
  deferred: (state, { plan }, { on }) => ({ ...state, plan, deferredOn: on, deferralAsked: false }),
  'deferral-declined': (state) => ({ ...state, deferralAsked: false }),
  executed: (state, { measure }) => ({ ...state, executed: [...state.executed, measure] }),
  'review-noted': (state, { review }) => ({ ...state, reviews: [...state.reviews, review] }),
  'review-ended': (state, { outcome, on, fine }) => ({
    ...state,
    fine,
    reviews: state.reviews.map((review) =>
      review.outcome === undefined ? { ...review, outcome, endedOn: on } : review,
    ),
  }),
  'correction-learnt': (state, { rectification, corrected }) => ({
    ...state,
    corrections: [...state.corrections, { rectification, corrected }],
  }),
  published: (state, { publication }, { on }) => ({ ...state, publication, publishedOn: on }),
  'publication-corrected': (state, { publication, amendments }) => ({ ...state, publication, amendments }),
  'publication-withdrawn': (state, { withdrawal }, { on }) => ({ ...state, withdrawal, withdrawnOn: on }),
  closed: ended('closed'),
  ...deskEvolution<CaseState>(),
};
