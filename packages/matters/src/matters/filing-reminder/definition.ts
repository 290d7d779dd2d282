import { text } from '@suanjian/rulebook';
import { matterOf, type ClockChange, type ClockDefinition } from '../../engine/definition.ts';
import { officeLevels } from '../../engine/party.ts';
import { changesOn, lifts, startsToday, stops } from '../common/clock-changes.ts';
import { deskCommands, deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { untilDate } from '../common/own-date.ts';
import { commands } from './commands.ts';
import { consequencesOf } from './consequences.ts';
import { answerForm, reminderForm } from './form.ts';
import { opening } from './opening.ts';
import type { FilingReminderEvent, FilingReminderState } from './state.ts';
import { states } from './states.ts';

export type { FilingReminderState } from './state.ts';

const m = matterOf<FilingReminderState, FilingReminderEvent>();

const open = ['sent', 'answered'] as const;
const { assign, note, write } = deskCommands({ desks: open, open, levels: officeLevels });

const starts: (event: unknown, state: unknown, meta: Parameters<typeof startsToday>[2]) => ClockChange = startsToday;

/** Runs out on the day that was set, and then again and again until somebody has filed or answered. */
const toFileOrAnswer: ClockDefinition<FilingReminderState, FilingReminderEvent> = {
  title: text('备案或者答复（主管部门所定日期）', 'To file or to answer (day set by the office)'),
  duty: { final: { clause: 'campaign/2.3' }, draft: { clause: 'campaign/2.3' } },
  bearer: 'provider',
  promised: ({ runsFrom, due }) => untilDate(runsFrom, due),
  onLapse: 'repeat',
  change: changesOn({
    opened: starts,
    repeated: starts,
    insisted: starts,
    answered: stops,
    filed: stops,
    withdrawn: lifts,
  }),
};

export const filingReminder = m.define({
  kind: 'filing-reminder',
  title: text('督促备案', 'Reminder to file'),
  purpose: text(
    '主管部门督促应当备案而没有备案的企业，到备案或者答复为止。',
    'An office reminds a company that should have filed, until it has filed or answered.',
  ),
  clauses: ['campaign/2.3', 'final/24.1', 'draft/20.1', 'opinions/9'],
  states,
  opening,
  commands: {
    ...commands,
    // Any level may have sent it, so any may say who works on it.
    assign: { ...assign, ownDesk: false },
    note,
    write,
  },
  events: {
    opened: { title: text('督促备案', 'Reminded to file') },
    repeated: { title: text('再次提醒', 'Reminded again') },
    answered: { title: text('答复', 'Answered') },
    insisted: { title: text('仍要备案', 'Insisted') },
    filed: { title: text('已提交备案', 'Filed') },
    settled: { title: text('了结', 'Settled') },
    withdrawn: { title: text('撤回', 'Withdrawn') },
    ...deskEventTitles,
  },
  forms: { reminder: reminderForm, answer: answerForm },
  inner: deskInner,
  begin: ({ title, level, parent, target, reminder, due, known }, { on }) => ({
    status: 'sent',
    title,
    level,
    reminder,
    due,
    runsFrom: on,
    known,
    repeated: [],
    answer: {},
    ...(parent === undefined ? {} : { parent }),
    ...(target === undefined ? {} : { target }),
    ...emptyDesk,
  }),
  evolve: {
    repeated: (state, { due }, { on }) => ({ ...state, due, runsFrom: on, repeated: [...state.repeated, on] }),
    answered: (state, { answer }) => ({ ...state, status: 'answered', answer }),
    insisted: (state, { by }, { on }) => ({ ...state, status: 'sent', due: by, runsFrom: on }),
    filed: (state, { filing }, { on }) => ({ ...state, status: 'filed', filing, ended: { on, reason: '' } }),
    settled: (state, _event, { on, reason = '' }) => ({ ...state, status: 'settled', ended: { on, reason } }),
    withdrawn: (state, _event, { on, reason = '' }) => ({ ...state, status: 'withdrawn', ended: { on, reason } }),
    ...deskEvolution<FilingReminderState>(),
  },
  clocks: { toFileOrAnswer },
  links: [],
  summary: ({ title, assignee }) => ({ title, ...(assignee === undefined ? {} : { assignee }) }),
  consequences: consequencesOf,
});
