import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { merged } from '../../engine/form.ts';
import { deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { filingNumbersIn, wordsIn } from '../common/part.ts';
import { commands } from './commands.ts';
import { disposalForm, recordForm, reportForm } from './form.ts';
import { noticesOf, titleOf } from './notices.ts';
import { opening } from './opening.ts';
import type { DisposalEvent, DisposalState } from './state.ts';

export { disposalFile, disposalRecords, type DisposalRecord } from './records.ts';
export type { DisposalState } from './state.ts';

const m = matterOf<DisposalState, DisposalEvent>();

type Recorded = Extract<DisposalEvent, { record: unknown }>;
const recorded = (state: DisposalState, { record }: Recorded): DisposalState => ({
  ...state,
  record: merged(state.record, record),
});

/** No clock runs here: illegal information is stopped at once, and no clause says within how many days it is reported. */
export const disposal = m.define({
  kind: 'disposal',
  title: text('信息内容处置', 'Content disposal'),
  purpose: text(
    '发现违法和不良信息后停止传输、处置、保存记录和报告，并用日志确认没有再展示。',
    'Stops, disposes of, records and reports illegal and undesirable information, and confirms by the log that nothing was shown after it.',
  ),
  clauses: ['final/6.2', 'final/9.2', 'draft/6.2', 'draft/9.2'],
  states: {
    handled: {
      title: text('处置中', 'Being handled'),
      meaning: text('提供者正在处置，还没有报告。', 'The provider is dealing with it and has not reported it.'),
      visible: ['provider', 'office'],
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
    closed: {
      title: text('已结束', 'Closed'),
      meaning: text('处置完毕，记录保留。', 'It is done; the record stays.'),
      visible: ['provider', 'office'],
      final: true,
      tone: 'good',
    },
    withdrawn: {
      title: text('已撤回', 'Withdrawn'),
      meaning: text('登记有误，已经撤回。', 'It was recorded by mistake and is withdrawn.'),
      visible: ['provider'],
      final: true,
      tone: 'neutral',
    },
  },
  opening,
  commands,
  events: {
    opened: { title: text('登记', 'Recorded') },
    'items-added': { title: text('补充内容编号', 'Items added') },
    stopped: { title: text('停止传输', 'Stopped') },
    measured: { title: text('采取措施', 'Measure taken') },
    kept: { title: text('保存记录', 'Records kept') },
    reported: { title: text('向主管部门报告', 'Reported to the office') },
    confirmed: { title: text('确认是否再展示', 'What was shown after it') },
    closed: { title: text('结束', 'Closed') },
    withdrawn: { title: text('撤回', 'Withdrawn') },
    ...deskEventTitles,
  },
  forms: { form: disposalForm, record: recordForm, report: reportForm },
  inner: deskInner,
  keptFrom: ({ demanded, reported }) => (demanded || reported !== undefined ? [] : ['office']),
  begin: ({ form, demanded }) => ({ status: 'handled', form, demanded, record: {}, ...emptyDesk }),
  evolve: {
    'items-added': (state, { form }) => ({ ...state, form: merged(state.form, form) }),
    stopped: (state, { at }) => ({ ...state, stoppedAt: at }),
    measured: recorded,
    kept: recorded,
    confirmed: recorded,
    reported: (state, { report }, { on }) => ({ ...state, status: 'reported', report, reported: on }),
    closed: (state, _event, { on }) => ({ ...state, status: 'closed', ended: { on, reason: '' } }),
    withdrawn: (state, _event, { on, reason }) => ({
      ...state,
      status: 'withdrawn',
      ended: { on, reason: reason ?? '' },
    }),
    ...deskEvolution<DisposalState>(),
  },
  clocks: {},
  // Where it had spread before it was stopped (safety-2018/3.4).
  links: ['assessment'],
  summary: (state) => ({
    title: titleOf(state).zh,
    concerns: filingNumbersIn(wordsIn(state.form, 'provider')),
    ...(state.assignee === undefined ? {} : { assignee: state.assignee }),
  }),
  consequences: (event, state) => ({ notices: noticesOf(event, state) }),
});
