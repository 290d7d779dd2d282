import { text } from '@suanjian/rulebook';
import { answeredIn } from './evidence-of.ts';
import type { GapRule } from './rule.ts';

/** Hazards are mended until none is left before a report says that all is well (safety-2018/6). */
export const outcomeAgainstAnswers: GapRule = {
  name: 'outcome-against-answers',
  title: text('有未做到的，结论却是符合', 'Something is not done, yet the outcome says all is well'),
  grade: 'blocking',
  find: (form) =>
    form.outcome === 'under-control'
      ? answeredIn(form)
          .filter(({ answer }) => answer === 'unmet')
          .map(({ question, pointer }) => ({
            subject: question.id,
            pointers: ['/form/outcome', pointer] as const,
            clause: form.template === 'safety-2018' ? 'safety-2018/6' : 'final/8',
            text: text(
              `「${question.title.zh}」答「未做到」，结论不能是风险可控。`,
              `“${question.title.en}” is answered “not done”; risks cannot be said to be under control.`,
            ),
          }))
      : [],
};
