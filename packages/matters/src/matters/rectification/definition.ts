import { text } from '@suanjian/rulebook';
import { matterOf, type ClockChange, type ClockDefinition, type EventMeta } from '../../engine/definition.ts';
import { officeLevels } from '../../engine/party.ts';
import { changesOn, lifts, stops } from '../common/clock-changes.ts';
import { deskCommands, deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { untilDate } from '../common/own-date.ts';
import { answer, askExtension, refuseOrder } from './commands/answering.ts';
import { declineExtension, extend, lapse, serve, withdraw } from './commands/ordering.ts';
import { accepting, findRefused, sendBack, verifyByHand, verifyCheck } from './commands/verifying.ts';
import { warningCommands } from './commands/warning.ts';
import { consequencesOf } from './consequences.ts';
import { rectificationDocument } from './document.ts';
import { answerForm, extensionForm, liftingForm, orderForm, riskNoticeForm, verificationForm } from './form.ts';
import { verificationValues } from './measures.ts';
import { opening } from './opening.ts';
import type { RectificationEvent, RectificationState } from './state.ts';
import { states } from './states.ts';

export type { RectificationState, Verification } from './state.ts';
export { publicRiskNotice, type PublicRiskNotice } from './published.ts';
export { measuresOf, type Measure as RectificationMeasure } from './measures.ts';

const m = matterOf<RectificationState, RectificationEvent>();

const desks = ['prepared', 'overdue', 'answered'] as const;
const reached = ['ordered', 'overdue', 'answered'] as const;
const { assign, note } = deskCommands({ desks, open: ['prepared', ...reached], levels: officeLevels });
const { write } = deskCommands({ desks: [], open: reached, levels: officeLevels });

const runsFromThere = (_event: unknown, { runsFrom }: RectificationState, { on }: EventMeta): ClockChange => ({
  change: 'start',
  event: runsFrom ?? on,
});

/** The office sets the day itself; the rule only says that there is one. */
const toFix: ClockDefinition<RectificationState, RectificationEvent> = {
  title: text('完成整改（主管部门所定日期）', 'To rectify (day set by the office)'),
  duty: { final: { clause: 'final/28.1' }, draft: { clause: 'draft/24.1' } },
  bearer: 'provider',
  promised: ({ runsFrom, due }) => (runsFrom === undefined ? undefined : untilDate(runsFrom, due)),
  onLapse: 'lapse',
  change: changesOn({
    served: runsFromThere,
    'sent-back': runsFromThere,
    extended: runsFromThere,
    answered: stops,
    refused: stops,
    withdrawn: lifts,
  }),
};

const ended =
  (status: 'rectified' | 'refused' | 'withdrawn') =>
  (state: RectificationState, _event: RectificationEvent, { on, reason = '' }: EventMeta): RectificationState => ({
    ...state,
    status,
    asked: undefined,
    ended: { on, reason },
  });

export const rectification = m.define({
  kind: 'rectification',
  title: text('限期整改', 'Rectification'),
  purpose: text(
    '责令企业限期整改：写明条款和措施，企业报告并举证，用同一项检查核实。',
    'A company is ordered to put something right by a day: clauses and measures, its report with evidence, and verification by the very checks.',
  ),
  clauses: ['final/28.1', 'draft/24.1', 'final/31', 'draft/27', 'campaign/2.5', 'penalty-law/28', 'safety-2018/13'],
  states,
  opening,
  commands: {
    serve,
    answer,
    'ask-extension': askExtension,
    extend,
    'decline-extension': declineExtension,
    'refuse-order': refuseOrder,
    'verify-check': verifyCheck,
    'verify-by-hand': verifyByHand,
    'send-back': sendBack,
    accept: accepting,
    'find-refused': findRefused,
    lapse,
    withdraw,
    ...warningCommands,
    // Any level may have ordered it, so any may say who works on it.
    assign: { ...assign, ownDesk: false },
    note,
    write,
  },
  events: {
    opened: { title: text('拟定整改通知', 'Order prepared') },
    served: { title: text('送达', 'Served') },
    answered: { title: text('提交整改报告', 'Reported') },
    'extension-asked': { title: text('申请延期', 'More time asked for') },
    extended: { title: text('同意延期', 'More time given') },
    'extension-declined': { title: text('不同意延期', 'More time declined') },
    verified: { title: text('核实一项措施', 'A measure verified') },
    'sent-back': { title: text('退回继续整改', 'Sent back') },
    rectified: { title: text('整改完成', 'Rectified') },
    lapsed: { title: text('逾期', 'Time over') },
    refused: { title: text('拒不改正', 'Not rectified') },
    withdrawn: { title: text('撤回通知', 'Withdrawn') },
    'risk-notice-published': { title: text('向社会提示风险', 'Public told of the risk') },
    'risk-notice-lifted': { title: text('解除风险提示', 'Risk notice lifted') },
    ...deskEventTitles,
  },
  forms: {
    order: orderForm,
    answer: answerForm,
    extension: extensionForm,
    verification: verificationForm,
    riskNotice: riskNoticeForm,
    lifting: liftingForm,
  },
  inner: { ...deskInner, references: 'office' },
  // What never reached the company stays unknown to it, however it ended.
  keptFrom: ({ servedOn }) => (servedOn === undefined ? ['provider'] : []),
  begin: ({ title, level, filing, number, parent, order, clauses, references, due }) => ({
    status: 'prepared',
    title,
    level,
    order,
    clauses,
    references,
    due,
    answer: {},
    extension: {},
    verifications: [],
    verification: {},
    riskNotice: {},
    lifting: {},
    ...(filing === undefined ? {} : { filing }),
    ...(number === undefined ? {} : { number }),
    ...(parent === undefined ? {} : { parent }),
    ...emptyDesk,
  }),
  evolve: {
    served: (state, _event, { on }) => ({ ...state, status: 'ordered', servedOn: on, runsFrom: on }),
    answered: (state, { answer: given, late }, { on }) => ({
      ...state,
      status: 'answered',
      answer: given,
      answered: { on, late },
      asked: undefined,
    }),
    'extension-asked': (state, { until, extension }, { on }) => ({ ...state, extension, asked: { until, on } }),
    extended: (state, { until }, { on }) => ({
      ...state,
      status: 'ordered',
      due: until,
      asked: undefined,
      extended: { from: state.due, until, on },
    }),
    'extension-declined': (state) => ({ ...state, asked: undefined }),
    verified: (state, { verified }, { on }) => {
      const verifications = [...state.verifications, { ...verified, on }];
      return { ...state, verifications, verification: verificationValues(verifications) };
    },
    'sent-back': (state, { by }, { on }) => ({ ...state, status: 'ordered', due: by, runsFrom: on }),
    rectified: ended('rectified'),
    lapsed: (state) => ({ ...state, status: 'overdue' }),
    refused: ended('refused'),
    withdrawn: ended('withdrawn'),
    'risk-notice-published': (state, { riskNotice }, { on }) => ({ ...state, riskNotice, riskNoticeOn: on }),
    'risk-notice-lifted': (state, { lifting }, { on }) => ({ ...state, lifting, liftedOn: on }),
    ...deskEvolution<RectificationState>(),
  },
  clocks: { toFix },
  links: ['violation-case'],
  summary: ({ title, filing, number, assignee }) => ({
    title,
    ...(filing === undefined ? {} : { concerns: [filing] }),
    ...(number === undefined ? {} : { number }),
    ...(assignee === undefined ? {} : { assignee }),
  }),
  consequences: (event, state, _meta, { matter }) => consequencesOf(event, state, matter),
  document: rectificationDocument,
});
