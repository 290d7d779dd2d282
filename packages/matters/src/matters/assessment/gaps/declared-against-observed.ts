import { text } from '@suanjian/rulebook';
import { answeredIn, evidenceAbout } from './evidence-of.ts';
import type { GapRule } from './rule.ts';

/** The answer says that it is done, and the log says that it is not. */
export const declaredAgainstObserved: GapRule = {
  name: 'declared-against-observed',
  title: text('答案与审计结果相反', 'The audit says the opposite'),
  grade: 'blocking',
  find: (form) =>
    answeredIn(form)
      .filter(({ question, answer }) =>
        question.template === 'self-assessment' ? answer !== undefined : answer === 'met',
      )
      .flatMap(({ question, pointer }) =>
        evidenceAbout(form, question.id)
          .filter(({ entry }) => entry.kind === 'check' && entry.verdict === 'fail')
          // A chapter describes more than one check can speak to: what failed has to be named in it.
          .filter(
            ({ entry }) =>
              question.template !== 'self-assessment' || !String(form[question.id]).includes(entry.check ?? ''),
          )
          .map(({ pointer: at, entry: { check = '' } }) => ({
            subject: `${question.id}/${check}`,
            pointers: [pointer, `${at}/verdict`] as const,
            ...(question.clause === undefined ? {} : { clause: question.clause }),
            text:
              question.template === 'self-assessment'
                ? text(
                    `检查 ${check} 未通过，「${question.title.zh}」一章没有提到。请写明这项检查的名称、原因和整改。`,
                    `The check ${check} failed and the chapter “${question.title.en}” does not mention it. Name the check, the cause and the remedy there.`,
                  )
                : text(
                    `「${question.title.zh}」答「已做到」，而检查 ${check} 未通过。请改答案，或者整改后用新的结果包。`,
                    `“${question.title.en}” is answered “done”, yet the check ${check} failed. Change the answer, or mend it and cite a new bundle.`,
                  ),
          })),
      ),
};
