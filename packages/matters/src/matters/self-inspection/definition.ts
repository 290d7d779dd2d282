import { text } from '@suanjian/rulebook';
import { matterOf, type ClockChange, type ClockDefinition } from '../../engine/definition.ts';
import { officeLevels } from '../../engine/party.ts';
import { changesOn, lifts, startsToday, stops } from '../common/clock-changes.ts';
import { deskCommands, deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { untilDate } from '../common/own-date.ts';
import { byOffice } from './by-office.ts';
import { byProvider } from './by-provider.ts';
import { consequencesOf } from './consequences.ts';
import { selfInspectionDocument } from './document.ts';
import { answeredIn } from './checklist.ts';
import { checklistForm, requestForm } from './form.ts';
import { opening } from './opening.ts';
import type { SelfInspectionEvent, SelfInspectionState } from './state.ts';
import { states } from './states.ts';

export type { SelfInspectionState } from './state.ts';

const m = matterOf<SelfInspectionState, SelfInspectionEvent>();

const open = ['asked', 'overdue', 'submitted'] as const;
const { assign, note, write } = deskCommands({ desks: open, open, levels: officeLevels });

const starts: (event: unknown, state: unknown, meta: Parameters<typeof startsToday>[2]) => ClockChange = startsToday;

/** The office sets the day; the notice only says that there is a time. */
const toSubmit: ClockDefinition<SelfInspectionState, SelfInspectionEvent> = {
  title: text('提交自查（主管部门所定日期）', 'To submit (day set by the office)'),
  duty: { final: { clause: 'campaign/2.1' }, draft: { clause: 'campaign/2.1' } },
  bearer: 'provider',
  promised: ({ runsFrom, due }) => untilDate(runsFrom, due),
  onLapse: 'lapse',
  change: changesOn({ opened: starts, returned: starts, submitted: stops, withdrawn: lifts }),
};

export const selfInspection = m.define({
  kind: 'self-inspection',
  title: text('企业自查', 'Self-inspection'),
  purpose: text(
    '企业按任务逐条自查，用检查结果预填，主管部门核对。',
    'A company goes through the clauses of the tasks, prefilled by what checks found; the office looks at it.',
  ),
  clauses: ['campaign/2.1', 'campaign/2.3', 'checklist/plan.1', 'checklist/plan.2'],
  states,
  opening,
  commands: {
    ...byProvider,
    ...byOffice,
    // Any level may have asked for it, so any may say who works on it.
    assign: { ...assign, ownDesk: false },
    note,
    write,
  },
  events: {
    opened: { title: text('要求自查', 'Asked for') },
    prefilled: { title: text('从结果包预填', 'Filled in from a bundle'), only: 'provider' },
    answered: { title: text('填写一条', 'Clause answered'), only: 'provider' },
    submitted: { title: text('提交自查', 'Submitted') },
    returned: { title: text('退回', 'Sent back') },
    accepted: { title: text('通过', 'Accepted') },
    reminded: { title: text('提醒', 'Reminded') },
    urged: { title: text('督促备案', 'Urged to file') },
    lapsed: { title: text('逾期', 'Time over') },
    withdrawn: { title: text('撤回', 'Withdrawn') },
    ...deskEventTitles,
  },
  forms: { request: requestForm, checklist: checklistForm, sent: checklistForm },
  // What is being written is the company's own until it is submitted.
  inner: { ...deskInner, checklist: 'provider', found: 'provider', answered: 'provider' },
  begin: ({ title, level, parent, target, number, preset, request, due }, { on }) => ({
    status: 'asked',
    title,
    level,
    preset,
    request,
    due,
    runsFrom: on,
    checklist: {},
    sent: {},
    answered: [],
    found: [],
    references: [],
    reminded: [],
    urged: [],
    ...(parent === undefined ? {} : { parent }),
    ...(target === undefined ? {} : { target }),
    ...(number === undefined ? {} : { number }),
    ...emptyDesk,
  }),
  evolve: {
    prefilled: (state, { checklist, found }) => ({
      ...state,
      checklist,
      found: [...state.found, ...found],
      answered: answeredIn({ ...state, checklist }),
    }),
    answered: (state, { checklist }) => ({ ...state, checklist, answered: answeredIn({ ...state, checklist }) }),
    submitted: (state, { sent, references, unmet, late }, { on }) => ({
      ...state,
      status: 'submitted',
      sent,
      references,
      submitted: { on, late, unmet },
    }),
    returned: (state, { by }, { on }) => ({ ...state, status: 'asked', due: by, runsFrom: on }),
    accepted: (state, _event, { on, reason = '' }) => ({ ...state, status: 'accepted', ended: { on, reason } }),
    reminded: (state, _event, { on }) => ({ ...state, reminded: [...state.reminded, on] }),
    urged: (state, _event, { on }) => ({ ...state, urged: [...state.urged, on] }),
    lapsed: (state) => ({ ...state, status: 'overdue' }),
    withdrawn: (state, _event, { on, reason = '' }) => ({ ...state, status: 'withdrawn', ended: { on, reason } }),
    ...deskEvolution<SelfInspectionState>(),
  },
  clocks: { toSubmit },
  links: ['rectification'],
  summary: ({ title, number, assignee }) => ({
    title,
    ...(number === undefined ? {} : { number }),
    ...(assignee === undefined ? {} : { assignee }),
  }),
  consequences: (event, state, _meta, { matter }) => consequencesOf(event, state, matter),
  document: selfInspectionDocument,
});
