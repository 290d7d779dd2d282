import { text } from '@suanjian/rulebook';
import type { ClockChange, ClockDefinition } from '../../engine/definition.ts';
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
  change: ({ type }, { act, discovered }, { on }) => {
    switch (type) {
      case 'opened':
        return act.until === undefined || discovered < on ? undefined : { change: 'start', event: act.until };
      case 'established':
        return { change: 'stop' };
      case 'dismissed':
      case 'transferred':
      case 'referred':
        return { change: 'lift' };
      default:
        return undefined;
    }
  },
};

const toDecide: Clock = {
  title: text('作出决定', 'To decide'),
  duty: duty('penalty-law/60', 'toDecide'),
  bearer: 'office',
  change: ({ type }, _state, { on }) => {
    switch (type) {
      case 'established':
        return { change: 'start', event: on };
      case 'decided':
      case 'spared':
      case 'unproved':
        return { change: 'stop' };
      case 'transferred':
      case 'referred':
        return { change: 'lift' };
      default:
        return undefined;
    }
  },
};

const toRequestHearing: Clock = {
  title: text('要求听证', 'To ask for a hearing'),
  duty: duty('penalty-law/64', 'toRequestHearing'),
  bearer: 'provider',
  onLapse: 'let-hearing-lapse',
  change: ({ type }, { mayAskForHearing }, { on }) => {
    switch (type) {
      case 'notified':
        return mayAskForHearing ? { change: 'start', event: on } : { change: 'lift' };
      case 'hearing-requested':
        return { change: 'stop' };
      case 'hearing-lapsed':
      case 'waived':
      case 'reopened':
      case 'decided':
      case 'spared':
      case 'unproved':
      case 'transferred':
      case 'referred':
        return { change: 'lift' };
      default:
        return undefined;
    }
  },
};

const toAnnounceHearing: Clock = {
  title: text('通知听证', 'To announce the hearing'),
  duty: duty('penalty-law/64', 'toAnnounceHearing'),
  bearer: 'office',
  change: (event) => {
    switch (event.type) {
      case 'hearing-scheduled':
        return { change: 'start', event: event.day };
      case 'hearing-announced':
        return { change: 'stop' };
      case 'hearing-withdrawn':
      case 'reopened':
      case 'spared':
      case 'unproved':
      case 'transferred':
      case 'referred':
        return { change: 'lift' };
      default:
        return undefined;
    }
  },
};

const toServe: Clock = {
  title: text('送达决定', 'To serve the decision'),
  duty: duty('penalty-law/61', 'toServe'),
  bearer: 'office',
  change: ({ type }, _state, { on }) => {
    if (type === 'decided') return { change: 'start', event: on };
    return type === 'served' ? { change: 'stop' } : undefined;
  },
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
  change: ({ type }, state, { on }) => {
    const { fine, servedOn, payments, plan } = state;
    switch (type) {
      case 'served':
        return fine > 0 ? { change: 'start', event: servedOn ?? on } : undefined;
      case 'paid':
        return paidSoFar(payments) >= fine ? everyPart(state, 'stop') : planChanges(state);
      case 'deferred':
        return [
          { change: 'lift' },
          ...plan.map((_part, index): ClockChange => ({ change: 'start', event: on, key: String(index) })),
        ];
      case 'review-ended':
        return paidSoFar(payments) >= fine ? everyPart(state, 'lift') : undefined;
      case 'closed':
        return everyPart(state, 'lift');
      default:
        return undefined;
    }
  },
};

const toWithdraw: Clock = {
  title: text('撤回公开的决定', 'To withdraw what was published'),
  duty: duty('penalty-law/48', 'toWithdraw'),
  bearer: 'office',
  change: (event, { publishedOn, withdrawnOn }) => {
    if (event.type === 'publication-withdrawn') return { change: 'stop' };
    if (event.type !== 'review-ended' || publishedOn === undefined || withdrawnOn !== undefined) return undefined;
    return event.outcome === 'upheld' || event.outcome === 'withdrawn'
      ? undefined
      : { change: 'start', event: event.on };
  },
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
