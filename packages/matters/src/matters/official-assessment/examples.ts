import type { FormValues } from '../../engine/form.ts';
import { exampleAssessment, questionsFor } from '../assessment/definition.ts';
import { aboutFields } from './form.ts';

/** An assessment by the 27 items. Fictional throughout, as everything here. */
export const exampleOpening: FormValues = {
  ...Object.fromEntries(Object.keys(aboutFields).map((name) => [name, exampleAssessment[name]])),
  basis: 'final/28.1',
  why: '投诉集中，需要核实。',
  given: true,
  free: true,
};

/** An answer to every question that it asks. */
export const exampleAnswers: readonly FormValues[] = questionsFor(exampleAssessment).map(({ id }, index) => ({
  question: id,
  answer: index === 0 ? 'partly' : 'met',
  account: '当场操作并核对配置。',
}));

export const exampleRisks: readonly FormValues[] = Array.isArray(exampleAssessment['risks'])
  ? exampleAssessment['risks']
  : [];

export const exampleEvidence: FormValues = {
  about: 'item1',
  kind: 'document',
  takenOn: '2026-03-17',
  note: '后台配置截图三页，存第一卷。',
};

export const exampleConclusion = (stateBy: string): FormValues => ({
  outcome: 'with-conditions',
  summary: '一项部分做到，建议限期补上。',
  grade: 'II',
  gradeWhy: '影响面比备案时大。',
  stateBy,
});

export const exampleView: FormValues = { statement: '已经着手补上。' };

export const exampleEnding: FormValues = { answer: '已经考虑。', outcome: 'rectification' };
