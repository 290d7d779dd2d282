import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { officeLevels } from '../../engine/party.ts';
import { deskCommands, deskEventTitles, deskInner, emptyDesk } from '../common/desk.ts';
import { teamCommands } from '../common/team/commands.ts';
import { emptyTeam, teamEventTitles, teamForms, teamInner } from '../common/team/evolve.ts';
import { teamOf } from '../common/team/state.ts';
import { inspectionClocks } from './clocks.ts';
import { closing } from './commands/closing.ts';
import { onSite } from './commands/on-site.ts';
import { planning } from './commands/planning.ts';
import { recording } from './commands/record.ts';
import { recusing } from './commands/recusal.ts';
import { inspectionDocument } from './document.ts';
import { evolve } from './evolve.ts';
import { keptIdentityForm, keptPlanForm, shownIdentitiesForm } from './plan-forms.ts';
import { viewsForm } from '../common/company-view.ts';
import { keptRecordForm, keptRefusalForm, keptSignatureForm, reportForm } from './record-forms.ts';
import { checklistForm, findingsForm } from './site-forms.ts';
import { noticesOf } from './notices.ts';
import { opening } from './opening.ts';
import { briefing, seen } from './seen.ts';
import type { InspectionEvent, InspectionState } from './state.ts';
import { states } from './states.ts';

const m = matterOf<InspectionState, InspectionEvent>();

const open = ['preparing', 'ready', 'announced', 'on-site', 'to-sign', 'signed', 'unsigned', 'reported'] as const;
const known = ['announced', 'on-site', 'to-sign', 'signed', 'unsigned', 'reported'] as const;

const { note } = deskCommands({ desks: [], open, levels: officeLevels });
const { write } = deskCommands({ desks: [], open: known, levels: officeLevels });

export const inspection = m.define({
  kind: 'inspection',
  title: text('监督检查', 'Inspection'),
  purpose: text(
    '联合工作组按方案到企业检查：承诺保密、回避，逐条核实，记录问题和双方意见，到时间之前企业无从知道。',
    'A joint team inspects a company by a plan: confidentiality undertaken, conflicts out, clause by clause, with findings and both sides’ say. Until its time comes the company cannot know.',
  ),
  clauses: [
    'final/28.1',
    'final/28.2',
    'final/29',
    'draft/24.1',
    'draft/24.2',
    'draft/25',
    'campaign/2.2',
    'campaign/3',
    'penalty-law/43',
  ],
  states,
  opening,
  commands: { ...teamCommands({ open }), ...planning, ...onSite, ...recording, ...recusing, ...closing, note, write },
  events: {
    opened: { title: text('拟定方案', 'Planned'), only: 'office' },
    approved: { title: text('批准方案', 'Plan approved'), only: 'office' },
    rescheduled: { title: text('改期', 'Another day set'), only: 'office' },
    dropped: { title: text('不再检查', 'Dropped'), only: 'office' },
    'readings-deferred': { title: text('推迟告知查阅', 'Readings to be told later'), only: 'office' },
    announced: { title: text('通知企业', 'Announced') },
    'identity-shown': { title: text('出示证件', 'Identity shown') },
    begun: { title: text('检查开始', 'Begun') },
    'recusal-asked': { title: text('申请检查人员回避', 'Asked to stand aside') },
    'recusal-decided': { title: text('决定回避', 'Decided on standing aside') },
    prefilled: { title: text('从结果包预填', 'Filled in from a bundle'), only: 'office' },
    checked: { title: text('填写检查表', 'Checklist entered'), only: 'office' },
    found: { title: text('记录问题', 'Finding'), only: 'office' },
    'finding-withdrawn': { title: text('撤销问题', 'Finding withdrawn'), only: 'office' },
    'record-drawn': { title: text('制作检查记录', 'Record drawn'), only: 'office' },
    'record-sent': { title: text('会签并送给企业', 'Record countersigned and sent') },
    'view-stated': { title: text('企业陈述意见', 'The company’s view') },
    'record-signed': { title: text('企业签字', 'Signed by the company') },
    'signature-refused': { title: text('没有签字，已见证', 'Not signed, witnessed') },
    'report-written': { title: text('写检查报告', 'Report written'), only: 'office' },
    closed: { title: text('办结', 'Closed') },
    'broken-off': { title: text('中止', 'Broken off') },
    ...teamEventTitles,
    ...deskEventTitles,
  },
  forms: {
    plan: keptPlanForm,
    met: keptIdentityForm,
    identities: shownIdentitiesForm,
    checklist: checklistForm,
    findings: findingsForm,
    record: keptRecordForm,
    views: viewsForm,
    signature: keptSignatureForm,
    refusal: keptRefusalForm,
    report: reportForm,
    ...teamForms,
  },
  inner: {
    ...deskInner,
    ...teamInner,
    planner: 'office',
    behind: 'office',
    approved: 'office',
    deferral: 'office',
    checklist: 'office',
    until: 'office',
    by: 'office',
    dates: 'office',
  },
  seen,
  team: teamOf,
  briefing,
  readingsDeferredUntil: ({ deferral }) => deferral?.until,
  begin: ({ title, filing, number, plan, clauses, dates, planner, behind = [] }) => ({
    status: 'preparing',
    title,
    plan,
    clauses,
    dates,
    planner: planner.account,
    behind,
    team: [planner],
    ...emptyTeam,
    identity: [],
    identities: {},
    checklist: {},
    references: [],
    findings: {},
    found: [],
    record: {},
    views: {},
    signature: {},
    refusal: {},
    report: {},
    follows: [],
    ...(filing === undefined ? {} : { filing }),
    ...(number === undefined ? {} : { number }),
    ...emptyDesk,
  }),
  evolve,
  clocks: inspectionClocks,
  links: ['rectification', 'violation-case'],
  // Neither the company nor what it is about: not everybody who finds it in a list may know yet. A day reads the same in every language.
  summary: ({ dates }) => ({ title: dates.visitOn }),
  consequences: (event, state) => ({ notices: noticesOf(event, state) }),
  document: inspectionDocument,
});
