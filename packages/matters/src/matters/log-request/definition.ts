import { text } from '@suanjian/rulebook';
import { matterOf, type ClockDefinition } from '../../engine/definition.ts';
import { officeLevels } from '../../engine/party.ts';
import { deskCommands, deskEventTitles, deskInner, emptyDesk } from '../common/desk.ts';
import { untilDate } from '../common/own-date.ts';
import { filingNumbersIn, wordsIn } from '../common/part.ts';
import { officeCommands } from './by-office.ts';
import { providerCommands } from './by-provider.ts';
import { evolve } from './evolve.ts';
import { destructionForm, handoverForm, heldForm, requestForm } from './form.ts';
import { noticesOf } from './notices.ts';
import { opening } from './opening.ts';
import type { LogRequestEvent, LogRequestState } from './state.ts';
import { states } from './states.ts';

export type { LogRequestState } from './state.ts';

const m = matterOf<LogRequestState, LogRequestEvent>();

const desks = ['requested', 'approved-once', 'handed-over', 'received', 'destroyed'] as const;
const reached = ['sent', 'held', 'handed-over', 'received', 'destroyed'] as const;
const { assign, note } = deskCommands({
  desks,
  open: ['requested', 'approved-once', ...reached],
  levels: officeLevels,
});
const { write } = deskCommands({ desks: [], open: reached, levels: officeLevels });

/** No clause sets how long an extract is kept: the office sets the day itself, within what the basis allows, and keeps it. */
const toDestroy: ClockDefinition<LogRequestState, LogRequestEvent> = {
  title: text('销毁调取的日志（主管部门所定日期）', 'To destroy what was taken (day set by the office)'),
  duty: { final: { clause: 'final/28.2' }, draft: { clause: 'draft/23.2' } },
  bearer: 'office',
  promised: ({ received, destroyBy }) =>
    received === undefined || destroyBy === undefined ? undefined : untilDate(received, destroyBy),
  change: ({ type }, _state, { on }) => {
    if (type === 'received') return { change: 'start', event: on };
    return type === 'destroyed' ? { change: 'stop' } : undefined;
  },
};

export const logRequest = m.define({
  kind: 'log-request',
  title: text('日志调取', 'Request for logs'),
  purpose: text(
    '主管部门依法调取提供者的日志：写明依据和范围，两人批准，提供者保全并移交，到期由两人销毁。',
    'An office lawfully asks a provider for logs: basis and scope, two approvals, a hold and a hand-over by the provider, and destruction by two officers in time.',
  ),
  clauses: ['final/28.2', 'draft/23.2', 'final/29', 'draft/25'],
  states,
  opening,
  // Any level may have asked, so any may say who works on it.
  commands: { ...officeCommands, ...providerCommands, assign: { ...assign, ownDesk: false }, note, write },
  events: {
    opened: { title: text('提出调取', 'Asked for'), only: 'office' },
    approved: { title: text('批准', 'Approved'), only: 'office' },
    sent: { title: text('送达提供者，开始保全', 'Sent to the provider, hold begins') },
    dropped: { title: text('不予调取', 'Dropped'), only: 'office' },
    'hold-confirmed': { title: text('确认保全', 'Hold confirmed') },
    'handed-over': { title: text('移交', 'Handed over') },
    returned: { title: text('退回', 'Returned') },
    received: { title: text('接收', 'Received') },
    undertaken: { title: text('作出保密承诺', 'Confidentiality undertaken') },
    'extract-opened': { title: text('打开日志', 'Extract opened') },
    'destruction-stated': { title: text('说明已销毁', 'Destruction stated') },
    destroyed: { title: text('核实已销毁', 'Destruction confirmed') },
    withdrawn: { title: text('撤回，保全结束', 'Withdrawn, hold ends') },
    closed: { title: text('办结，保全结束', 'Closed, hold ends') },
    ...deskEventTitles,
  },
  forms: { request: requestForm, holding: heldForm, handover: handoverForm, destruction: destructionForm },
  inner: { ...deskInner, requester: 'office', approvals: 'office' },
  // How the extract is opened is for those alone who have undertaken to keep it confidential.
  seen: (state, audience, account) => {
    if (audience !== 'office' || state.undertakings.some((each) => each.account === account)) return state;
    const { access: _access, ...handover } = state.handover;
    return { ...state, handover };
  },
  begin: ({ request, period, keepUntil, level }, { actor }) => ({
    status: 'requested',
    level,
    request,
    period,
    keepUntil,
    ...(actor.kind === 'person' ? { requester: actor.account } : {}),
    approvals: [],
    holding: {},
    handover: {},
    undertakings: [],
    openings: [],
    destruction: {},
    ...emptyDesk,
  }),
  evolve,
  clocks: { toDestroy },
  links: [],
  summary: ({ period: { from, to }, request, assignee }) => ({
    title: `日志调取 ${from} – ${to}`,
    concerns: filingNumbersIn(wordsIn(request, 'provider')),
    ...(assignee === undefined ? {} : { assignee }),
  }),
  consequences: (event, state) => ({ notices: noticesOf(event, state) }),
});
