import { checksOfRecords, clausesOf, type Clause, type Text } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import { selfAssessmentFields } from '../filing/definition.ts';
import type { Template } from './options.ts';

/** Something that an assessment has to answer, and by which evidence can be filed. */
export interface Question {
  readonly id: string;
  readonly template: Template;
  readonly title: Text;
  readonly prompt: Text;
  readonly clause?: string;
  /** Names of the checks over the decision log that speak to it. */
  readonly checks: readonly string[];
  readonly applies: (form: FormValues) => boolean;
}

const always = (): boolean => true;
const uses =
  (technique: string) =>
  ({ techniques }: FormValues): boolean =>
    Array.isArray(techniques) && techniques.includes(technique);
/** A supporter serves other services and meets no users of its own. */
const meetsUsers = ({ role }: FormValues): boolean => role !== 'technical-supporter';
const both =
  (one: (form: FormValues) => boolean, other: (form: FormValues) => boolean) =>
  (form: FormValues): boolean =>
    one(form) && other(form);
const setsPrices = ({ setsPrices: prices }: FormValues): boolean => prices === true;

/** To whom the items of the checklist speak, by their number. */
const appliesTo = (number: number): Question['applies'] => {
  if (number <= 8) return both(uses('personalised-push'), number <= 6 ? meetsUsers : always);
  if (number <= 11) return uses('ranking-selection');
  if (number <= 15) return uses('dispatch-decision');
  if (number <= 20) return both(setsPrices, meetsUsers);
  return number <= 22 ? meetsUsers : always;
};

const checksOf = ({ answers }: Clause): readonly string[] =>
  answers
    .filter(({ kind, name, status }) => kind === 'check' && status === 'working' && !checksOfRecords.includes(name))
    .map(({ name }) => name);

const fromClause = (clause: Clause, id: string, template: Template, applies: Question['applies']): Question => ({
  id,
  template,
  title: clause.heading,
  prompt: clause.text,
  clause: clause.id,
  checks: checksOf(clause),
  applies,
});

/** The 27 items; the timetable of the action is none of them. */
const items: readonly Question[] = clausesOf('checklist')
  .filter(({ number }) => /^\d+$/.test(number))
  .map((clause) => fromClause(clause, `item${clause.number}`, 'checklist-2024', appliesTo(Number(clause.number))));

/** The eight points of attention of the safety assessment. */
const points: readonly Question[] = clausesOf('safety-2018')
  .filter(({ number }) => /^5\.\d$/.test(number))
  .map((clause) => fromClause(clause, `point${clause.number.slice(2)}`, 'safety-2018', always));

/** Chapters of the self-assessment that claim something which can be shown, with the checks that speak to them. */
const shownByChecks = {
  riskAbuse: ['session-tails', 'spending-tails', 'rank-inversions', 'differential-pricing'],
  riskContent: ['exposure-after-disposal', 'unlabelled-synthetic', 'rumour-handling'],
  rightsNotice: ['notice-shown'],
  rightsPersonalInformation: ['consented-features', 'deleted-tags-unused'],
  rightsOther: ['opt-out-honoured', 'opt-out-reachable', 'minors-exposure', 'elderly-fraud'],
  contentGovernance: ['quality-share', 'exposure-after-disposal', 'rumour-handling'],
  preventionMechanism: ['log-coverage', 'log-retention'],
  dataSafety: ['consented-features', 'declared-data'],
} as const satisfies Partial<Record<keyof typeof selfAssessmentFields, readonly string[]>>;

const chapters: readonly Question[] = Object.entries(shownByChecks).map(([name, checks]): Question => {
  const { label, help, clause } = selfAssessmentFields[name as keyof typeof shownByChecks];
  return {
    id: name,
    template: 'self-assessment',
    title: label,
    prompt: help,
    ...(clause === undefined ? {} : { clause }),
    checks,
    applies: always,
  };
});

export const questions: readonly Question[] = [...chapters, ...points, ...items];

/** What this assessment has to answer. A question that a condition hides counts nowhere. */
export const questionsFor = (form: FormValues): readonly Question[] =>
  questions.filter(({ template, applies }) => template === form['template'] && applies(form));

export const isAsked = (question: Question, form: FormValues): boolean =>
  question.template === form['template'] && question.applies(form);

/** Names of the fields that hold what was answered. */
export const answerField = ({ id }: Pick<Question, 'id'>): string => `${id}Answer`;
export const accountField = ({ id }: Pick<Question, 'id'>): string => `${id}Account`;
