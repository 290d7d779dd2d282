import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { merged } from '../../engine/form.ts';
import { deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { reviewEventTitles, reviewEvolution, twoLevelStates } from '../common/review.ts';
import { submittedView } from '../common/submitted-view.ts';
import { twoLevelReview } from '../common/two-level-review.ts';
import { filingClocks } from './clocks.ts';
import { amend, cancel, revoke } from './commands/afterwards.ts';
import { opening, save, submit } from './commands/drafting.ts';
import { file } from './commands/file.ts';
import { answerGradeProposal, gradeProposalForm, proposeGrade } from './commands/grade-proposal.ts';
import { gradeCommand, overrideGrade } from './commands/grading.ts';
import { filingForm } from './form.ts';
import { filingConsequences } from './notices.ts';
import { publicationOf } from './publication.ts';
import type { FilingEvent, FilingState } from './state.ts';
import { titleOf } from './title.ts';

export { contradictionRefusal, contradictionsOf, type Contradiction } from './contradictions/find.ts';
export type { ContradictionGrade, ContradictionRule, FilingFacts } from './contradictions/rule.ts';
export { contradictionRules } from './contradictions/rules.ts';
export {
  exampleFacts,
  exampleFile,
  exampleGenerator,
  exampleRecommender,
  exampleSubject,
  exampleSupporter,
} from './examples.ts';
export { gatherSubmission, type SubmissionFacts, type SubmissionQuestion } from './facts.ts';
export { filingForm, type FilingFieldName, type FilingForm } from './form.ts';
export { proposalIn } from './commands/grade-proposal.ts';
export { suggestedGradingAnswers } from './commands/grading.ts';
export { techniqueOptions, roleOptions } from './form/options.ts';
export { selfAssessmentFields } from './form/self-assessment.ts';
export { publishedContentOf } from './publication.ts';
export type { FilingEvent, FilingState } from './state.ts';

const m = matterOf<FilingState, FilingEvent>();

const ended = { visible: ['provider', 'office'], final: true, tone: 'neutral' } as const;

/** An algorithm is filed: described by its provider, reviewed by province and nation, numbered and published. */
export const filing = m.define({
  kind: 'filing',
  title: text('算法备案', 'Filing'),
  purpose: text(
    '提供者说明自己的算法，主管部门审核、编号并公开公示内容。备案不是认可。',
    'The provider describes its algorithm; the office reviews, numbers and publishes it. Filing is no endorsement.',
  ),
  clauses: ['final/24.1', 'final/25', 'final/16', 'draft/20.1', 'draft/21', 'opinions/9'],
  states: {
    ...twoLevelStates,
    filed: {
      title: text('已备案', 'Filed'),
      meaning: text(
        '编号和公示内容已公开；有变化请在十个工作日内办理变更。',
        'Number and disclosure are public; file a change within ten working days when something changes.',
      ),
      visible: ['provider', 'office'],
      desk: { side: 'provider' },
      tone: 'good',
    },
    cancelled: {
      ...ended,
      title: text('已注销', 'Cancelled'),
      meaning: text('备案已注销，公示页保留历史。', 'The filing is cancelled; the public record keeps its history.'),
    },
    revoked: {
      ...ended,
      tone: 'bad',
      title: text('已撤销', 'Revoked'),
      meaning: text('备案已被撤销，公示页保留历史。', 'The filing is revoked; the public record keeps its history.'),
    },
  },
  opening,
  commands: {
    save,
    submit,
    ...twoLevelReview(filingForm, ['filed']),
    file,
    grade: gradeCommand,
    'override-grade': overrideGrade,
    'propose-grade': proposeGrade,
    'answer-grade-proposal': answerGradeProposal,
    amend,
    cancel,
    revoke,
  },
  events: {
    opened: { title: text('新建草稿', 'Opened') },
    saved: { title: text('保存草稿', 'Saved'), only: 'provider' },
    submitted: { title: text('提交', 'Submitted') },
    ...reviewEventTitles,
    filed: { title: text('准予备案，核发编号', 'Filed, number given') },
    graded: { title: text('评定等级', 'Graded') },
    'grade-overridden': { title: text('调整等级', 'Grade overridden') },
    'grade-proposed': { title: text('评估建议调整等级', 'Grade proposed by an assessment'), only: 'office' },
    // A decision about the company: it reads it with its reason, adopted or not.
    'grade-proposal-answered': { title: text('答复评估建议的等级', 'Proposed grade answered') },
    amended: { title: text('变更生效', 'Changed') },
    cancelled: { title: text('注销', 'Cancelled') },
    revoked: { title: text('撤销', 'Revoked') },
    ...deskEventTitles,
  },
  forms: { form: filingForm, previous: filingForm, proposal: gradeProposalForm },
  inner: { ...deskInner, gradeProposal: 'office', proposal: 'office' },
  seen: submittedView,
  begin: ({ owner, place }) => ({
    status: 'draft',
    owner,
    place,
    form: {},
    submissions: [],
    warnings: [],
    amendments: [],
    ...emptyDesk,
  }),
  evolve: {
    saved: (state, { form }) => ({ ...state, form: merged(state.form, form) }),
    submitted: (state, { form, warnings }, { on }) => ({
      ...state,
      status: 'first-review',
      form,
      warnings,
      returned: undefined,
      submissions: [...state.submissions, on],
    }),
    filed: (state, { number, subject, creditCode }, { on }) => ({
      ...state,
      status: 'filed',
      number,
      filed: { on, subject, creditCode },
      previous: undefined,
    }),
    graded: (state, { grading }) => ({ ...state, grading }),
    'grade-overridden': (state, { grading }) => ({ ...state, grading }),
    'grade-proposed': (state, { from, grade, proposal }, { on }) => ({
      ...state,
      gradeProposal: { on, from, grade },
      proposal,
    }),
    'grade-proposal-answered': (state, { adopted }, { on, reason = '' }) => ({
      ...state,
      gradeProposal:
        state.gradeProposal === undefined ? undefined : { ...state.gradeProposal, answered: { on, adopted, reason } },
    }),
    amended: (state, { form, subject = state.filed?.subject ?? '', creditCode = state.filed?.creditCode }, { on }) => ({
      ...state,
      form,
      previous: state.form,
      amendments: [...state.amendments, on],
      filed: state.filed === undefined ? undefined : { on: state.filed.on, subject, creditCode },
    }),
    cancelled: (state, { by, basis }, { on, reason = '' }) => ({
      ...state,
      status: 'cancelled',
      ended: { on, by, basis, reason },
    }),
    revoked: (state, { basis }, { on, reason = '' }) => ({
      ...state,
      status: 'revoked',
      ended: { on, by: 'office', basis, reason },
    }),
    ...reviewEvolution<FilingState>(),
    ...deskEvolution<FilingState>(),
  },
  clocks: filingClocks,
  links: ['change', 'cancellation', 'revocation', 'correction', 'rectification', 'violation-case'],
  summary: ({ form, number, assignee, grading }) => ({
    title: titleOf(form),
    ...(number === undefined ? {} : { number }),
    ...(typeof form['technique'] === 'string' ? { technique: form['technique'] } : {}),
    ...(assignee === undefined ? {} : { assignee }),
    ...(grading === undefined ? {} : { grade: grading.grade }),
  }),
  consequences: filingConsequences,
  publication: publicationOf,
});
