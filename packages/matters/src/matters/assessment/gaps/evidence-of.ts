import type { EvidenceEntry } from '../form/evidence.ts';
import type { AssessmentForm } from '../form.ts';
import { answerField, questionsFor, type Question } from '../questions.ts';

export interface PlacedEvidence {
  readonly pointer: string;
  readonly entry: EvidenceEntry;
}

export const evidenceIn = (form: AssessmentForm): readonly PlacedEvidence[] =>
  (form.evidence ?? []).map((entry, index) => ({ pointer: `/form/evidence/${index}`, entry }));

export const evidenceAbout = (form: AssessmentForm, about: string): readonly PlacedEvidence[] =>
  evidenceIn(form).filter(({ entry }) => entry.about === about);

/** The day that a piece of evidence speaks of; that of a check is the last of its data. */
export const dayOf = ({ kind, until, takenOn }: EvidenceEntry): string | undefined =>
  kind === 'check' ? until : takenOn;

export interface Answered {
  readonly question: Question;
  readonly pointer: string;
  /** Chapters of a self-assessment claim what they describe. */
  readonly claims: boolean;
  readonly answer: string | undefined;
}

/** Every question that is asked, with what was answered. */
export const answeredIn = (form: AssessmentForm): readonly Answered[] =>
  questionsFor(form).map((question) => {
    const chapter = question.template === 'self-assessment';
    const field = chapter ? question.id : answerField(question);
    const value = form[field];
    const answer = typeof value === 'string' && value.trim() !== '' ? value : undefined;
    return {
      question,
      pointer: `/form/${field}`,
      answer,
      claims: chapter ? answer !== undefined : answer === 'met' || answer === 'partly',
    };
  });
