import { z } from 'zod';
import {
  grade,
  grades,
  gradingAnswersFrom,
  gradingFactorIds,
  gradingScheme,
  override,
  text,
  type GradingAnswers,
  type GradingFault,
} from '@suanjian/rulebook';
import { techniques } from '@suanjian/register';
import { matterOf } from '../../../engine/definition.ts';
import { officeParty, type Actor } from '../../../engine/party.ts';
import { accept, refuse, type Refusal } from '../../../engine/refusal.ts';
import { numberOf } from '../contradictions/compare.ts';
import type { FilingForm } from '../form.ts';
import type { FilingEvent, FilingState } from '../state.ts';

const m = matterOf<FilingState, FilingEvent>();

const from = ['first-review', 'second-review', 'filed'] as const;
const levels = ['province', 'nation'] as const;

export const refusalsOf = (faults: readonly GradingFault[]): readonly Refusal[] =>
  faults.map(({ factor, message }) => ({
    code: `grading/${factor}`,
    pointer: factor === 'scheme' || factor === 'override' ? '' : `/answers/${factor}`,
    clause: 'final/23',
    text: message,
  }));

/** What the form already says about the five factors; the rest is for the reviewer to answer. */
export const suggestedGradingAnswers = (form: FilingForm): GradingAnswers => {
  const technique = techniques.find(({ id }) => id === form.technique)?.id;
  if (technique === undefined) return {};
  const products = form.products ?? [];
  return gradingAnswersFrom({
    technique,
    ...(form.role === 'provider' || form.role === 'technical-supporter' ? { role: form.role } : {}),
    ...(numberOf(form.monthlyUsers) === undefined ? {} : { monthlyActiveUsers: numberOf(form.monthlyUsers) }),
    ...(numberOf(form.registeredUsers) === undefined ? {} : { registeredUsers: numberOf(form.registeredUsers) }),
    servesMinors: products.some(({ audience = [] }) => audience.includes('minors')),
    ...(form.personalTraits === true ? { personalData: 'ordinary' } : {}),
  });
};

export const gradeCommand = m.command({
  title: text('分级', 'Grade'),
  help: text(
    '按五个因素评定等级；办法是本平台的政策，不是法律规定的分数线。',
    "By the five factors; the scheme is this platform's policy, the law sets no thresholds.",
  ),
  by: [officeParty(levels, 'reviewer', 'supervisor')],
  from,
  reason: 'optional',
  clauses: ['final/23', 'draft/19'],
  asks: 'own-screen',
  input: z.strictObject({
    answers: z.strictObject(Object.fromEntries(gradingFactorIds.map((id) => [id, z.string().max(60).optional()]))),
  }),
  decide: (_state, { answers }) => {
    const outcome = grade(gradingScheme, answers);
    return outcome.ok
      ? accept<FilingEvent>({ type: 'graded', answers, grading: outcome.grading })
      : { outcome: 'refused', refusals: refusalsOf(outcome.faults) };
  },
});

export const accountOf = (actor: Actor): string => (actor.kind === 'person' ? actor.account : actor.kind);

export const noGrading: Refusal = {
  code: 'grading/none',
  clause: 'final/23',
  text: text('还没有评定等级，请先分级。', 'It has not been graded yet. Grade it first.'),
};

/** Who changes a grade that was given, and from where. */
export const gradingByOffice = { by: [officeParty(levels, 'supervisor')], from } as const;

export const overrideGrade = m.command({
  title: text('调整等级', 'Override the grade'),
  help: text(
    '须说明理由；评定的分数和说明保留不变。',
    'Wants its reason; the points and their explanation stay as they are.',
  ),
  ...gradingByOffice,
  reason: 'required',
  clauses: ['final/23', 'draft/19'],
  asks: 'own-screen',
  input: z.strictObject({ grade: z.enum(grades) }),
  decide: ({ grading }, input, { actor, reason = '' }) => {
    if (grading === undefined) return refuse(noGrading);
    const outcome = override(grading, { grade: input.grade, reason, by: accountOf(actor) });
    return outcome.ok
      ? accept<FilingEvent>({ type: 'grade-overridden', grade: input.grade, grading: outcome.grading })
      : { outcome: 'refused', refusals: refusalsOf(outcome.faults) };
  },
});
