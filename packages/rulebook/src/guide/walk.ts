import { asCivilDate, type CivilDate } from '../civil-date.ts';
import { text, type Text } from '../text.ts';
import { guideEndings } from './conclusions.ts';
import type {
  Conclusion,
  GuideConclusionId,
  GuideQuestion,
  GuideQuestionId,
  GuideReason,
  GuideTarget,
} from './guide.ts';
import { firstGuideQuestion, guideQuestions } from './questions.ts';

/** The answers as a form or an address gives them, by question. Answers to questions that are not asked do not count. */
export type GuideAnswers = Readonly<Partial<Record<string, string>>>;

export interface AnsweredQuestion {
  readonly question: GuideQuestion;
  readonly answer: string;
  /** The answer for reading. */
  readonly label: Text;
}

/** The way so far, and either the question to ask now or the conclusion. */
export type GuideProgress =
  | {
      readonly state: 'asking';
      readonly answered: readonly AnsweredQuestion[];
      readonly next: GuideQuestion;
      /** Why the answer that was given to `next` cannot be used. */
      readonly problem?: Text;
    }
  | { readonly state: 'concluded'; readonly answered: readonly AnsweredQuestion[]; readonly conclusion: Conclusion };

type Understood =
  | { readonly answer: string; readonly label: Text; readonly next: GuideTarget; readonly reason?: GuideReason }
  | { readonly problem?: Text };

const understand = (question: GuideQuestion, given: string | undefined): Understood => {
  if (given === undefined) return {};
  if (question.kind === 'date') {
    const { next } = question;
    if (given.trim() === '') return { answer: '', label: text('不清楚', 'not known'), next };
    const date = asCivilDate(given.trim());
    return date === undefined
      ? {
          problem: text(
            '请填写存在的日期，写作 年-月-日，例如 2026-02-10',
            'Please give a day of the calendar as year-month-day, such as 2026-02-10',
          ),
        }
      : { answer: date, label: text(date, date), next };
  }
  if (given === '') return {};
  const option = question.options.find(({ value }) => value === given);
  if (option === undefined) return { problem: text('请选择其中一项', 'Please choose one of these') };
  const { label, next, reason } = option;
  return { answer: given, label, next, ...(reason === undefined ? {} : { reason }) };
};

const conclusionOf = (
  id: GuideConclusionId,
  answered: readonly AnsweredQuestion[],
  gathered: readonly GuideReason[],
): Conclusion => {
  const { answer, title, reasons, deadline, nextSteps } = guideEndings[id];
  const conclusion = { id, answer, title, reasons: [...gathered, ...reasons], nextSteps };
  if (deadline === undefined) return conclusion;
  const { clause, event, day } = deadline;
  const given = answered.find(({ question }) => question.id === day)?.answer;
  const on: CivilDate | undefined = given === undefined ? undefined : asCivilDate(given);
  return { ...conclusion, deadline: on === undefined ? { clause, event } : { clause, event, on } };
};

/** Follows the answers from the first question as far as they go. Any record of strings is accepted; what makes no sense is asked again. */
export const walkGuide = (answers: GuideAnswers): GuideProgress => {
  const answered: AnsweredQuestion[] = [];
  const gathered: GuideReason[] = [];
  for (let id: GuideQuestionId = firstGuideQuestion; ;) {
    const question: GuideQuestion = guideQuestions[id];
    const understood = understand(question, Object.hasOwn(answers, id) ? answers[id] : undefined);
    if (!('next' in understood)) return { state: 'asking', answered, next: question, ...understood };
    const { answer, label, next, reason } = understood;
    answered.push({ question, answer, label });
    if (reason !== undefined) gathered.push(reason);
    if ('conclusion' in next) {
      return { state: 'concluded', answered, conclusion: conclusionOf(next.conclusion, answered, gathered) };
    }
    id = next.question;
  }
};

/** The question to ask now; undefined when the answers reach a conclusion. */
export const nextQuestion = (answers: GuideAnswers): GuideQuestion | undefined => {
  const progress = walkGuide(answers);
  return progress.state === 'asking' ? progress.next : undefined;
};

/** The reasoned answer; undefined while something must still be asked. */
export const conclude = (answers: GuideAnswers): Conclusion | undefined => {
  const progress = walkGuide(answers);
  return progress.state === 'concluded' ? progress.conclusion : undefined;
};

/** The answers that count, in the order of their questions: what the next form carries along and a stable address holds. */
export const countingAnswers = (answers: GuideAnswers): Readonly<Record<string, string>> =>
  Object.fromEntries(walkGuide(answers).answered.map(({ question, answer }) => [question.id, answer]));
