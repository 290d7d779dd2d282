import { z } from 'zod';
import { grades, override, text, type Grade } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { asking, type FormDefinition } from '../../../engine/form.ts';
import type { MatterId } from '../../../engine/identity.ts';
import { matterParty } from '../../../engine/party.ts';
import { accept, refuse } from '../../../engine/refusal.ts';
import { fieldsOf, long, yesNo } from '../../common/fields.ts';
import type { FilingEvent, FilingState } from '../state.ts';
import { gradingByOffice, noGrading, refusalsOf, accountOf } from './grading.ts';

const m = matterOf<FilingState, FilingEvent>();
const sealed = fieldsOf('proposal', 'confidential', 'final/23');
const open = fieldsOf('answer', 'public', 'final/23');

/** Why another grade was proposed: the words of those who assessed, sealed as they were there. */
export const gradeProposalForm: FormDefinition = {
  name: 'grade-proposal',
  steps: [{ name: 'proposal', title: text('等级建议', 'Grade proposed'), intro: text('', '') }],
  fields: { why: sealed(['建议的理由', 'Why'], ['评估中写明的理由。', 'As the assessment gives it.'], long(2000)) },
};

const answerForm: FormDefinition = {
  name: 'grade-proposal-answer',
  steps: [
    {
      name: 'answer',
      title: text('答复等级建议', 'Answer the proposed grade'),
      intro: text(
        '建议来自主管部门的评估；是否调整由办理备案的部门决定，并说明理由。建议和答复都会保留。',
        'It comes from an assessment by an office. Whether the grade changes is for the office that handles the filing, with its reason. Proposal and answer are kept.',
      ),
    },
  ],
  fields: {
    adopt: open(['按建议调整', 'Adopt it'], ['选“否”的，现有等级不变。', 'With “no” the grade stays as it is.'], yesNo),
  },
};

/** Wherever the filing stands by then: an assessment can be closed even when the filing has ended meanwhile. */
const anywhere = [
  'draft',
  'first-review',
  'second-review',
  'returned',
  'filed',
  'refused',
  'withdrawn',
  'cancelled',
  'revoked',
] as const;

export const proposeGrade = m.command({
  title: text('建议等级', 'Propose a grade'),
  help: text('由主管部门的评估提出。', 'Made by an assessment of an office.'),
  by: [matterParty('official-assessment')],
  from: anywhere,
  clauses: ['final/23', 'draft/19'],
  input: z.strictObject({ from: z.string().min(1), grade: z.enum(grades), why: z.string().max(2000) }),
  decide: (_state, { from, grade, why }) =>
    accept<FilingEvent>({ type: 'grade-proposed', from: from as MatterId, grade, proposal: { why } }),
});

const nothingProposed = {
  code: 'grading/nothing-proposed',
  clause: 'final/23',
  text: text('没有等待答复的等级建议。', 'No proposed grade waits for an answer.'),
} as const;

export const answerGradeProposal = m.command({
  title: text('答复等级建议', 'Answer the proposed grade'),
  help: text(
    '采纳或者不采纳评估提出的等级，说明理由。',
    'Adopt the grade that an assessment proposed or not, with the reason.',
  ),
  ...gradingByOffice,
  offered: ({ gradeProposal }) => gradeProposal?.answered === undefined && gradeProposal !== undefined,
  reason: 'required',
  clauses: ['final/23', 'draft/19'],
  ...asking(answerForm),
  decide: ({ gradeProposal, grading }, { adopt }, { actor, reason = '' }) => {
    if (gradeProposal === undefined || gradeProposal.answered !== undefined) return refuse(nothingProposed);
    const answered = { type: 'grade-proposal-answered', adopted: adopt === true } as const;
    if (adopt !== true) return accept<FilingEvent>(answered);
    if (grading === undefined) return refuse(noGrading);
    const { grade } = gradeProposal;
    if (grading.grade === grade) return accept<FilingEvent>(answered);
    const outcome = override(grading, { grade, reason, by: accountOf(actor) });
    return outcome.ok
      ? accept<FilingEvent>({ type: 'grade-overridden', grade, grading: outcome.grading }, answered)
      : { outcome: 'refused', refusals: refusalsOf(outcome.faults) };
  },
});

/** What an assessment proposes, as the filing takes it; undefined when it proposes nothing. */
export const proposalIn = (
  conclusions: Readonly<Record<string, unknown>>,
): { readonly grade: Grade; readonly why: string } | undefined => {
  const grade = grades.find((each) => each === conclusions['grade']);
  const why = conclusions['gradeWhy'];
  return grade === undefined ? undefined : { grade, why: typeof why === 'string' ? why : '' };
};
