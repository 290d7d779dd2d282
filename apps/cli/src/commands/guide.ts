import {
  builtInCalendar,
  computeDeadline,
  clause as clauseOf,
  text,
  walkGuide,
  type Conclusion,
  type GuideQuestion,
  type Text,
} from '@suanjian/rulebook';
import { CliFault, usageFault } from '../fault.ts';
import { say, sayJson, type Terminal } from '../terminal.ts';

export interface GuideFlags {
  readonly answers?: string;
  readonly json: boolean;
}

/** `mainland=yes,technique=generative` */
const parseAnswers = (written: string): Record<string, string> => {
  const answers: Record<string, string> = {};
  for (const part of written.split(',').filter((each) => each.trim() !== '')) {
    const at = part.indexOf('=');
    if (at < 1)
      throw usageFault(
        text(
          `「${part}」应写作 问题=回答，例如 mainland=yes。`,
          `“${part}” should be question=answer, for example mainland=yes.`,
        ),
      );
    answers[part.slice(0, at).trim()] = part.slice(at + 1).trim();
  }
  return answers;
};

const dueOf = ({ deadline }: Conclusion): Text | undefined => {
  if (deadline === undefined) return undefined;
  const { clause, event, on } = deadline;
  if (on === undefined)
    return text(`期限（${clause}）：自「${event.zh}」起算。`, `Time limit (${clause}): counted from “${event.en}”.`);
  const { due } = computeDeadline({ clause: clauseOf(clause), event: on, calendar: builtInCalendar });
  return text(`期限（${clause}）：${due}。`, `Time limit (${clause}): ${due}.`);
};

const conclusionText = (conclusion: Conclusion): readonly Text[] => {
  const due = dueOf(conclusion);
  return [
    conclusion.title,
    ...conclusion.reasons.map(({ text: reason, clause }) =>
      text(`  - ${reason.zh}（${clause}）`, `  - ${reason.en} (${clause})`),
    ),
    ...(due === undefined ? [] : [due]),
    ...conclusion.nextSteps.map(({ text: step }) => text(`  → ${step.zh}`, `  → ${step.en}`)),
  ];
};

const questionText = (question: GuideQuestion, problem: Text | undefined): readonly Text[] => [
  ...(problem === undefined ? [] : [problem]),
  text(`${question.id}：${question.title.zh}`, `${question.id}: ${question.title.en}`),
  ...(question.help === undefined ? [] : [question.help]),
  ...(question.kind === 'choice'
    ? question.options.map(({ value, label }) => text(`  ${value}  ${label.zh}`, `  ${value}  ${label.en}`))
    : [text('  日期，写作 2026-02-10；不清楚就留空', '  a date such as 2026-02-10; empty when not known')]),
];

/** Asks one question; undefined when the person turns away. */
const askPerson = async (
  { language }: Terminal,
  question: GuideQuestion,
  problem: Text | undefined,
): Promise<string | undefined> => {
  const { isCancel, select, text: askText } = await import('@clack/prompts');
  const message = [problem?.[language], question.title[language], question.help?.[language]]
    .filter((part) => part !== undefined)
    .join('\n');
  const given: unknown =
    question.kind === 'choice'
      ? await select({
          message,
          options: question.options.map(({ value, label }) => ({ value, label: label[language] })),
        })
      : await askText({ message, placeholder: '2026-02-10' });
  if (isCancel(given)) return undefined;
  return typeof given === 'string' ? given : '';
};

/** Asks until the answers lead somewhere; without anybody to ask it says what is still to be answered. */
export const guide = async (terminal: Terminal, { answers: given, json }: GuideFlags): Promise<void> => {
  const answers = parseAnswers(given ?? '');
  for (;;) {
    const progress = walkGuide(answers);
    if (progress.state === 'concluded') {
      if (json)
        sayJson(terminal, {
          answers: Object.fromEntries(progress.answered.map(({ question, answer }) => [question.id, answer])),
          conclusion: progress.conclusion,
        });
      else say(terminal, ...conclusionText(progress.conclusion));
      return;
    }
    const { next, problem } = progress;
    if (json || !terminal.interactive || given !== undefined)
      throw usageFault(
        text('还需要回答下面的问题，请写进 --answers。', 'The next question still wants an answer in --answers.'),
        questionText(next, problem),
      );
    const answer = await askPerson(terminal, next, problem);
    if (answer === undefined) throw new CliFault(text('已取消。', 'Cancelled.'));
    answers[next.id] = answer;
  }
};
