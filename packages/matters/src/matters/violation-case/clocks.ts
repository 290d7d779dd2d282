import { text } from '@suanjian/rulebook';
import type { ClockChange, ClockDefinition } from '../../engine/definition.ts';
import { changesOn, lifts, startsToday, stops } from '../common/clock-changes.ts';
import { untilDate } from '../common/own-date.ts';
import { paidSoFar } from './money.ts';
import type { CaseEvent, CaseState } from './state.ts';

type Clock = ClockDefinition<CaseState, CaseEvent>;

const duty = (clause: string, deadline: string): Clock['duty'] => ({
  final: { clause, deadline },
  draft: { clause, deadline },
});

/** Of the days of an act: what was reported in time has been found in time, and nothing runs any more. */
const toProsecute: Clock = {
  title: text('追究时效', 'To open the case'),
  duty: duty('penalty-law/36', 'toProsecute'),
  bearer: 'office',
  // Five years where life, health or financial safety was harmed.
  promised: ({ act }) => (act.graveHarm ? { length: 5, unit: 'calendar-year' } : undefined),
  change: changesOn({
    opened: (_event, { act, discovered }, { on }) =>
      act.until === undefined || discovered < on ? undefined : { change: 'start', event: act.until },
    established: stops,
    dismissed: lifts,
    transferred: lifts,
    referred: lifts,
  }),
};

const toDecide: Clock = {
  title: text('作出决定', 'To decide'),
  duty: duty('penalty-law/60', 'toDecide'),
  bearer: 'office',
  change: changesOn({
    established: startsToday,
    decided: stops,
    spared: stops,
    unproved: stops,
    transferred: lifts,
    referred: lifts,
  }),
};

const toRequestHearing: Clock = {
  title: text('要求听证', 'To ask for a hearing'),
  duty: duty('penalty-law/64', 'toRequestHearing'),
  bearer: 'provider',
  onLapse: 'let-hearing-lapse',
  change: changesOn({
    notified: (_event, { mayAskForHearing }, { on }) =>
      mayAskForHearing ? { change: 'start', event: on } : { change: 'lift' },
    'hearing-requested': stops,
    'hearing-lapsed': lifts,
    waived: lifts,
    reopened: lifts,
    decided: lifts,
    spared: lifts,
    unproved: lifts,
    transferred: lifts,
    referred: lifts,
  }),
};

const toAnnounceHearing: Clock = {
  title: text('通知听证', 'To announce the hearing'),
  duty: duty('penalty-law/64', 'toAnnounceHearing'),
  bearer: 'office',
  change: changesOn({
    'hearing-scheduled': ({ day }) => ({ change: 'start', event: day }),
    'hearing-announced': stops,
    'hearing-withdrawn': lifts,
    reopened: lifts,
    spared: lifts,
    unproved: lifts,
    transferred: lifts,
    referred: lifts,
  }),
};

const toServe: Clock = {
  title: text('送达决定', 'To serve the decision'),
  duty: duty('penalty-law/61', 'toServe'),
  bearer: 'office',
  change: changesOn({ decided: startsToday, served: stops }),
};

/** Parts of a plan whose money has come in, each with the key of its clock. */
const planChanges = ({ plan, payments }: CaseState): readonly ClockChange[] => {
  const paid = paidSoFar(payments);
  let owed = 0;
  return plan.flatMap(({ amount }, index): readonly ClockChange[] => {
    owed += amount;
    return paid >= owed ? [{ change: 'stop', key: String(index) }] : [];
  });
};

const everyPart = ({ plan }: CaseState, change: 'stop' | 'lift'): readonly ClockChange[] => [
  { change },
  ...plan.map((_part, index): ClockChange => ({ change, key: String(index) })),
];

const toPay: Clock = {
  title: text('缴纳罚款', 'To pay the fine'),
  duty: duty('penalty-law/67', 'toPay'),
  bearer: 'provider',
  promised: ({ plan, deferredOn }, key) => {
    const part = key === undefined ? undefined : plan[Number(key)];
    return part === undefined || deferredOn === undefined ? undefined : untilDate(deferredOn, part.on);
  },
  change: changesOn({
    served: (_event, { fine, servedOn }, { on }) => (fine > 0 ? { change: 'start', event: servedOn ?? on } : undefined),
    paid: (_event, state) => (paidSoFar(state.payments) >= state.fine ? everyPart(state, 'stop') : planChanges(state)),
    deferred: (_event, { plan }, { on }) => [
      { change: 'lift' },
      ...plan.map((_part, index): ClockChange => ({ change: 'start', event: on, key: String(index) })),
    ],
    'review-ended': (_event, state) => (paidSoFar(state.payments) >= state.fine ? everyPart(state, 'lift') : undefined),
    closed: (_event, state) => everyPart(state, 'lift'),
  }),
};

const toWithdraw: Clock = {
  title: text('撤回公开的决定', 'To withdraw what was published'),
  duty: duty('penalty-law/48', 'toWithdraw'),
  bearer: 'office',
  change: changesOn({
    'review-ended': ({ outcome, on }, { publishedOn, withdrawnOn }) =>
      publishedOn === undefined || withdrawnOn !== undefined || outcome === 'upheld' || outcome === 'withdrawn'
        ? undefined
        : { change: 'start', event: on },
    'publication-withdrawn': stops,
  }),
};

export const caseClocks = {
  toProsecute,
  toDecide,
  toRequestHearing,
  toAnnounceHearing,
  toServe,
  toPay,
  toWithdraw,
};
