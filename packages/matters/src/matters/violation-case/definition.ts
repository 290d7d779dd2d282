import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { officeLevels, type Audience } from '../../engine/party.ts';
import { deskCommands, deskEventTitles, deskInner, emptyDesk } from '../common/desk.ts';
import { caseClocks } from './clocks.ts';
import { afterwardsCommands } from './commands/afterwards.ts';
import { decisionCommands } from './commands/decision.ts';
import { endingCommands } from './commands/endings.ts';
import { executionCommands } from './commands/execution.ts';
import { hearingCommands } from './commands/hearing.ts';
import { investigationCommands } from './commands/investigation.ts';
import { leadCommands } from './commands/lead.ts';
import { publicationCommands } from './commands/publication.ts';
import { recusalCommands } from './commands/recusal.ts';
import { consequencesOf } from './consequences.ts';
import { caseDocument } from './document.ts';
import { evolve } from './evolve.ts';
import { defenceForm, hearingForm, opinionForm, recordForm, weighingForm } from './forms/defence.ts';
import { amendmentsForm, deferralForm, publicationForm, serviceForm, withdrawalForm } from './forms/execution.ts';
import { evidenceForm, findingsForm } from './forms/findings.ts';
import { leadForm } from './forms/lead.ts';
import { decisionForm, noticeForm } from './forms/penalty.ts';
import { proposalForm } from './forms/proposal.ts';
import { opening } from './opening.ts';
import { states } from './states.ts';
import { openStates, undecided, type CaseEvent, type CaseState } from './state.ts';

export type { CaseState, CaseEvent } from './state.ts';
export { caseDocument } from './document.ts';
export { owedOn } from './money.ts';
export { publishedDecision, type PublishedDecision } from './published.ts';

const m = matterOf<CaseState, CaseEvent>();

const told = [...undecided, 'decided', 'served'] as const;
const { assign, note } = deskCommands({
  desks: ['lead', ...undecided, 'decided'],
  open: openStates,
  levels: officeLevels,
});
const { write } = deskCommands({ desks: [], open: told, levels: officeLevels });

/** What is intended reaches the company with the notice, a decision with its service, a hearing with its announcement. */
const seen = (state: CaseState, audience: Audience): CaseState => {
  if (audience !== 'provider') return state;
  const { law: _law, decidedOn: _decidedOn, ...undisclosed } = state;
  const held = state.hearing?.announcedOn === undefined && state.hearing?.heldOn === undefined;
  const hearing = state.hearing === undefined ? undefined : { requestedOn: state.hearing.requestedOn };
  const known = state.servedOn === undefined ? { ...undisclosed, decision: {}, fine: 0 } : state;
  return held ? { ...known, arrangement: {}, ...(hearing === undefined ? {} : { hearing }) } : known;
};

/** From a lead to the end of execution, by the penalty law's procedure (draft/27-29, final/31-33). */
export const violationCase = m.define({
  kind: 'violation-case',
  title: text('违法案件', 'Violation case'),
  purpose: text(
    '登记线索、立案调查、告知和听证、决定、送达和执行，按行政处罚法的程序和期限办理。',
    'Lead, investigation, notice and hearing, decision, service and execution, by the procedure and the periods of the penalty law.',
  ),
  clauses: [
    'final/31',
    'final/32',
    'final/33.1',
    'final/33.2',
    'draft/27',
    'draft/28',
    'draft/29.1',
    'draft/29.2',
    'opinions/11',
    'campaign/2.5',
    ...[
      '27',
      '28',
      '29',
      '32',
      '33',
      '36',
      '37',
      '40',
      '42',
      '43',
      '44',
      '45',
      '46',
      '47',
      '48',
      '54',
      '55',
      '57',
      '58',
      '59',
    ].map((article) => `penalty-law/${article}`),
    ...['60', '61', '62', '63', '64', '65', '66', '67', '72', '73'].map((article) => `penalty-law/${article}`),
  ],
  states,
  opening,
  commands: {
    ...leadCommands,
    ...investigationCommands,
    ...recusalCommands,
    ...hearingCommands,
    ...decisionCommands,
    ...endingCommands,
    ...executionCommands,
    ...publicationCommands,
    ...afterwardsCommands,
    // Any level may have opened it, so any may say who works on it.
    assign: { ...assign, ownDesk: false },
    note,
    write,
  },
  events: {
    opened: { title: text('登记线索', 'Lead registered'), only: 'office' },
    dismissed: { title: text('不予立案', 'No case opened'), only: 'office' },
    established: { title: text('立案', 'Case opened'), only: 'office' },
    informed: { title: text('出示证件并告知', 'Officers identified, company informed') },
    'evidence-added': { title: text('登记证据', 'Evidence registered'), only: 'office' },
    'recusal-asked': { title: text('申请回避', 'Asked to stand aside') },
    'recusal-decided': { title: text('决定回避', 'Decided on standing aside') },
    concluded: { title: text('提出调查结论', 'Findings put down'), only: 'office' },
    countersigned: { title: text('会签调查结论', 'Findings countersigned'), only: 'office' },
    notified: { title: text('告知拟处罚', 'Notice given') },
    reopened: { title: text('重新调查', 'Taken up again') },
    defended: { title: text('陈述和申辩', 'Statement and defence') },
    waived: { title: text('放弃陈述和听证', 'Waived') },
    weighed: { title: text('复核陈述和申辩', 'Defence checked') },
    'hearing-requested': { title: text('要求听证', 'Hearing asked for') },
    'hearing-withdrawn': { title: text('撤回听证要求', 'Request withdrawn') },
    'hearing-lapsed': { title: text('没有要求听证', 'No hearing asked for') },
    'hearing-scheduled': { title: text('安排听证', 'Hearing arranged'), only: 'office' },
    'hearing-announced': { title: text('通知听证', 'Hearing announced') },
    'hearing-held': { title: text('举行听证', 'Hearing held') },
    'legally-reviewed': { title: text('法制审核', 'Legal review'), only: 'office' },
    agreed: { title: text('同意拟处罚', 'Agreed to'), only: 'office' },
    decided: { title: text('作出处罚决定', 'Decided'), only: 'office' },
    spared: { title: text('不予处罚', 'No penalty') },
    unproved: { title: text('违法事实不成立', 'Not established') },
    transferred: { title: text('移送司法机关', 'Handed over to justice') },
    referred: { title: text('移送其他部门', 'Referred') },
    served: { title: text('送达决定', 'Decision served') },
    paid: { title: text('缴款', 'Paid') },
    'deferral-asked': { title: text('申请延期或者分期', 'Asked to pay later') },
    deferred: { title: text('同意延期或者分期', 'Paying later agreed') },
    'deferral-declined': { title: text('不同意延期或者分期', 'Paying later declined') },
    executed: { title: text('登记执行', 'Carried out') },
    'review-noted': { title: text('登记复议或者诉讼', 'Review or suit noted') },
    'review-ended': { title: text('复议或者诉讼结果', 'Outcome of the review') },
    'correction-learnt': { title: text('整改结果', 'Outcome of a rectification') },
    published: { title: text('公开决定', 'Published') },
    'publication-corrected': { title: text('更正公开的内容', 'Publication corrected') },
    'publication-withdrawn': { title: text('撤回公开', 'Publication withdrawn') },
    closed: { title: text('结案', 'Closed') },
    ...deskEventTitles,
  },
  forms: {
    lead: leadForm,
    proposal: proposalForm,
    evidence: evidenceForm,
    facts: findingsForm,
    notice: noticeForm,
    defence: defenceForm,
    weighing: weighingForm,
    arrangement: hearingForm,
    record: recordForm,
    opinion: opinionForm,
    decision: decisionForm,
    service: serviceForm,
    deferral: deferralForm,
    publication: publicationForm,
    amendments: amendmentsForm,
    withdrawal: withdrawalForm,
  },
  inner: {
    ...deskInner,
    lead: 'office',
    proposal: 'office',
    source: 'office',
    references: 'office',
    suspected: 'office',
    discovered: 'office',
    evidence: 'office',
    foundSince: 'office',
    findings: 'office',
    facts: 'office',
    opinion: 'office',
    legal: 'office',
    agreed: 'office',
  },
  // A lead, and a case that the company was never told of, stay unknown to it.
  keptFrom: ({ informedOn }) => (informedOn === undefined ? ['provider'] : []),
  seen,
  begin: ({
    owner,
    title,
    level,
    filing,
    number,
    parent,
    source,
    lead,
    proposal,
    suspected,
    act,
    discovered,
    references,
  }) => ({
    status: 'lead',
    owner,
    title,
    level,
    source,
    lead,
    proposal,
    suspected,
    act,
    discovered,
    references,
    officers: [],
    evidence: {},
    foundSince: false,
    facts: {},
    notice: {},
    notices: 0,
    mayAskForHearing: false,
    defence: {},
    defended: false,
    waived: false,
    weighed: true,
    weighing: {},
    arrangement: {},
    record: {},
    opinion: {},
    agreed: [],
    decision: {},
    service: {},
    fine: 0,
    payments: [],
    added: 0,
    plan: [],
    deferral: {},
    deferralAsked: false,
    executed: [],
    reviews: [],
    corrections: [],
    publication: {},
    amendments: {},
    withdrawal: {},
    ...(filing === undefined ? {} : { filing }),
    ...(number === undefined ? {} : { number }),
    ...(parent === undefined ? {} : { parent }),
    ...emptyDesk,
  }),
  evolve,
  clocks: caseClocks,
  links: ['rectification'],
  summary: ({ title, filing, number, assignee }) => ({
    title,
    ...(filing === undefined ? {} : { concerns: [filing] }),
    ...(number === undefined ? {} : { number }),
    ...(assignee === undefined ? {} : { assignee }),
  }),
  consequences: (event, state, _meta, { matter }) => consequencesOf(event, state, matter),
  document: caseDocument,
  annexes: ['rectification'],
});
