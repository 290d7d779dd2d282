import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { merged } from '../../engine/form.ts';
import { deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { toReport } from './clocks.ts';
import { providerCommands } from './commands.ts';
import { accountForm, incidentForm, reportForm } from './form.ts';
import { numbersIn } from './guards.ts';
import { noticesOf, titleOf } from './notices.ts';
import { officeCommands } from './office-commands.ts';
import { opening } from './opening.ts';
import type { IncidentEvent, IncidentState } from './state.ts';

export type { IncidentState } from './state.ts';

const m = matterOf<IncidentState, IncidentEvent>();

type Added = Extract<IncidentEvent, { account: unknown }>;
const added = (state: IncidentState, { account }: Added): IncidentState => ({
  ...state,
  account: merged(state.account, account),
});

/** Something went wrong: detection, time line, report, measures, lessons. An office sees it once it is reported. */
export const incident = m.define({
  kind: 'incident',
  title: text('安全事件', 'Incident'),
  purpose: text(
    '登记安全事件的发现、经过、报告、措施和教训。',
    'Keeps how an incident was detected, its course, the reports, the measures and the lessons.',
  ),
  clauses: ['final/7', 'draft/7', 'opinions/4', 'safety-2018/3.4'],
  states: {
    handled: {
      title: text('处置中，未报告', 'Being handled, not reported'),
      meaning: text(
        '提供者正在处置，还没有向主管部门报告。',
        'The provider is dealing with it and has not reported it to an office.',
      ),
      visible: ['provider'],
      desk: { side: 'provider' },
      tone: 'working',
    },
    reported: {
      title: text('已报告，处置中', 'Reported, being handled'),
      meaning: text(
        '主管部门已经收到报告，提供者继续处置。',
        'An office has the report; the provider goes on dealing with it.',
      ),
      visible: ['provider', 'office'],
      desk: { side: 'provider' },
      tone: 'working',
    },
    'final-owed': {
      title: text('待交最终报告', 'Final report owed'),
      meaning: text(
        '主管部门要求最终报告，等待提供者提交。',
        'The office has asked for a final report and waits for it.',
      ),
      visible: ['provider', 'office'],
      desk: { side: 'provider' },
      tone: 'waiting',
    },
    closed: {
      title: text('已结案', 'Closed'),
      meaning: text('处置完毕，总结和教训留在记录里。', 'It is over; summary and lessons stay in the record.'),
      visible: ['provider', 'office'],
      final: true,
      tone: 'good',
    },
    dismissed: {
      title: text('不是安全事件', 'No incident'),
      meaning: text('查明不是安全事件，理由留在记录里。', 'It proved to be none; the reason stays in the record.'),
      visible: ['provider'],
      final: true,
      tone: 'neutral',
    },
  },
  opening,
  commands: { ...providerCommands, ...officeCommands },
  events: {
    opened: { title: text('登记', 'Recorded') },
    saved: { title: text('保存', 'Saved'), only: 'provider' },
    entered: { title: text('记入时间线', 'Time line') },
    measured: { title: text('采取措施', 'Measure taken') },
    reported: { title: text('向主管部门报告', 'Reported to the office') },
    updated: { title: text('后续报告', 'Interim report') },
    reclassified: { title: text('调整级别', 'Severity changed') },
    assessed: { title: text('登记已提交安全评估', 'Safety assessment handed in') },
    learned: { title: text('教训和改进', 'Lessons') },
    'final-asked': { title: text('要求最终报告', 'Final report asked for') },
    'finally-reported': { title: text('提交最终报告', 'Final report') },
    closed: { title: text('结案', 'Closed') },
    dismissed: { title: text('不是安全事件', 'No incident') },
    ...deskEventTitles,
  },
  forms: { form: incidentForm, account: accountForm, report: reportForm, finalReport: reportForm },
  inner: deskInner,
  keptFrom: ({ reported }) => (reported === undefined ? ['office'] : []),
  begin: ({ owner, limits }) => ({ status: 'handled', owner, form: {}, limits, account: {}, ...emptyDesk }),
  evolve: {
    saved: (state, { form }) => ({ ...state, form: merged(state.form, form) }),
    entered: added,
    measured: added,
    updated: added,
    learned: added,
    assessed: added,
    reported: (state, { report, assessBy }, { on }) => ({
      ...state,
      status: 'reported',
      report,
      reported: on,
      ...(assessBy === undefined ? {} : { assessBy }),
    }),
    reclassified: (state, { severity }) => ({ ...state, form: { ...state.form, severity } }),
    'final-asked': (state) => ({ ...state, status: 'final-owed' }),
    'finally-reported': (state, { finalReport }) => ({ ...state, status: 'reported', finalReport }),
    closed: (state, event, { on }) => ({ ...added(state, event), status: 'closed', ended: { on, reason: '' } }),
    dismissed: (state, _event, { on, reason }) => ({
      ...state,
      status: 'dismissed',
      ended: { on, reason: reason ?? '' },
    }),
    ...deskEvolution<IncidentState>(),
  },
  clocks: { toReport },
  // What the spread of harmful information calls for (safety-2018/3.4).
  links: ['assessment'],
  summary: (state) => ({
    title: titleOf(state),
    concerns: numbersIn(state.form),
    ...(state.assignee === undefined ? {} : { assignee: state.assignee }),
  }),
  consequences: (event, state) => ({ notices: noticesOf(event, state) }),
});
