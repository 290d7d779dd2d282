import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { merged } from '../../engine/form.ts';
import type { ActorReference, Audience } from '../../engine/party.ts';
import { deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { assessmentClocks } from './clocks.ts';
import { correspondence, giveBack, read, send } from './commands/office.ts';
import { opening, prefill, save, submit, withdraw } from './commands/drafting.ts';
import { sendBack, sign, supersede } from './commands/signing.ts';
import { assessmentConsequences } from './consequences.ts';
import { assessmentDocument } from './document.ts';
import { assessmentForm } from './form.ts';
import { declarationForm } from './inputs.ts';
import { assessmentStates } from './states.ts';
import type { AssessmentEvent, AssessmentState } from './state.ts';
import { titleOf } from './title.ts';

export { assessmentForm, type AssessmentForm } from './form.ts';
export { assessmentGaps, keptGap, type Gap } from './gaps/find.ts';
export type { AssessmentFacts, GapGrade } from './gaps/rule.ts';
export { prefilled, type BundleVerdicts, type CheckVerdict } from './prefill.ts';
export { accountField, answerField, isAsked, questions, questionsFor, type Question } from './questions.ts';
export { answerOptions, outcomeOptions, templateOptions } from './options.ts';
export { evidenceList } from './form/evidence.ts';
export { riskMatrix } from './form/risks.ts';
export { setupFields } from './form/setup.ts';
export { titleOf as assessmentTitle } from './title.ts';
export { riskScore, type RiskScore } from './score.ts';
export { assessedSections, assessmentDocument } from './document.ts';
export { exampleAssessment, exampleSafetyAssessment, exampleSelfAssessment } from './examples.ts';
export type { AssessmentEvent, AssessmentState, KeptGap } from './state.ts';

const m = matterOf<AssessmentState, AssessmentEvent>();

const accountOf = (actor: ActorReference): string | undefined => (actor.kind === 'person' ? actor.account : undefined);

/** The office knows what was sent to it and nothing of what became of it at the provider since. */
const seen = (state: AssessmentState, audience: Audience): AssessmentState =>
  audience !== 'office' || state.sentForm === undefined
    ? state
    : {
        ...state,
        form: state.sentForm,
        declared: state.sentDeclared,
        gaps: state.sentGaps ?? [],
        signature: state.sentSignature,
        sentForm: undefined,
        sentDeclared: undefined,
        sentGaps: undefined,
        sentSignature: undefined,
        sentBack: undefined,
        submittedOn: undefined,
      };

/** An algorithm or service is assessed: answered with evidence, held against what is known, signed, and sent where a rule asks for it. */
export const assessment = m.define({
  kind: 'assessment',
  title: text('安全评估', 'Safety assessment'),
  purpose: text(
    '按模板评估算法：答案附证据，机器找出缺口，负责人签署，须报送的报送主管部门。',
    'An algorithm is assessed by a template: answers with evidence, gaps found by machine, signed by the officer, and sent to the office where that is asked.',
  ),
  clauses: [
    'final/8',
    'final/27',
    'draft/8',
    'draft/19',
    'draft/23.1',
    'opinions/8',
    'safety-2018/3',
    'safety-2018/5',
    'safety-2018/6',
    'safety-2018/7',
  ],
  states: assessmentStates,
  opening,
  commands: {
    save,
    prefill,
    submit,
    'send-back': sendBack,
    sign,
    send,
    read,
    return: giveBack,
    supersede,
    withdraw,
    ...correspondence,
  },
  events: {
    opened: { title: text('新建评估', 'Begun') },
    saved: { title: text('保存草稿', 'Saved'), only: 'provider' },
    prefilled: { title: text('从结果包预填', 'Filled in from a bundle'), only: 'provider' },
    submitted: { title: text('提交签署', 'Submitted for signature') },
    'sent-back': { title: text('退给编辑', 'Given back to the editors') },
    signed: { title: text('签署', 'Signed') },
    sent: { title: text('报送主管部门', 'Sent to the office') },
    read: { title: text('审阅完毕', 'Read') },
    returned: { title: text('要求补充或重新评估', 'More asked for') },
    superseded: { title: text('被取代或终止', 'Superseded or ended') },
    withdrawn: { title: text('撤回', 'Withdrawn') },
    ...deskEventTitles,
  },
  forms: {
    form: assessmentForm,
    sentForm: assessmentForm,
    declared: declarationForm,
    sentDeclared: declarationForm,
  },
  inner: { ...deskInner, lastEditor: 'provider', sentBack: 'provider' },
  seen,
  keptFrom: ({ sentOn }) => (sentOn === undefined ? ['office'] : []),
  begin: ({ owner, place, filing, number, supersedes }) => ({
    status: 'draft',
    owner,
    place,
    form: {},
    gaps: [],
    ...(filing === undefined ? {} : { filing }),
    ...(number === undefined ? {} : { number }),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...emptyDesk,
  }),
  evolve: {
    saved: (state, { form }, { actor }) => ({
      ...state,
      form: merged(state.form, form),
      lastEditor: accountOf(actor),
    }),
    prefilled: (state, { form }, { actor }) => ({
      ...state,
      form: merged(state.form, form),
      lastEditor: accountOf(actor),
    }),
    submitted: (state, { form, declared, gaps }, { on }) => ({
      ...state,
      status: 'submitted',
      form,
      declared,
      gaps,
      submittedOn: on,
      sentBack: undefined,
    }),
    // Once sent, the rework goes on where the office left it.
    'sent-back': (state, _event, { on, reason = '' }) => ({
      ...state,
      status: state.sentOn === undefined ? 'draft' : 'returned',
      sentBack: { on, reason },
    }),
    signed: (state, { alsoEditor, cadence }, { on, actor }) => ({
      ...state,
      status: 'signed',
      signature: { on, by: (accountOf(actor) ?? '') as never, alsoEditor, cadence },
    }),
    sent: (state, _event, { on }) => ({
      ...state,
      status: 'sent',
      sentOn: on,
      sentForm: state.form,
      sentDeclared: state.declared,
      sentGaps: state.gaps,
      sentSignature: state.signature,
      returned: undefined,
    }),
    read: (state) => ({ ...state, status: 'read' }),
    returned: (state, _event, { on, reason = '' }) => ({
      ...state,
      status: 'returned',
      signature: undefined,
      returned: { on, reason },
    }),
    superseded: (state, { by }) => ({
      ...state,
      status: 'superseded',
      ...(by === undefined ? {} : { supersededBy: by }),
    }),
    withdrawn: (state) => ({ ...state, status: 'withdrawn' }),
    ...deskEvolution<AssessmentState>(),
  },
  clocks: assessmentClocks,
  links: ['rectification', 'violation-case'],
  summary: ({ form, filing, number, assignee, signature }) => ({
    title: titleOf(form),
    ...(filing === undefined ? {} : { concerns: [filing] }),
    ...(number === undefined ? {} : { number }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(signature?.cadence.graded === true ? { grade: signature.cadence.grade } : {}),
  }),
  consequences: assessmentConsequences,
  document: assessmentDocument,
});
