import { text } from '@suanjian/rulebook';
import { answeredIn, evidenceAbout } from './evidence-of.ts';
import type { GapRule } from './rule.ts';

/** "Done" resting on nothing but checks that could not tell. */
export const evidenceInconclusive: GapRule = {
  name: 'evidence-inconclusive',
  title: text('证据不足以说明', 'Evidence that cannot tell'),
  grade: 'lesser',
  find: (form) =>
    answeredIn(form)
      .filter(({ answer }) => answer === 'met')
      .flatMap(({ question, pointer }) => {
        const cited = evidenceAbout(form, question.id);
        const telling = cited.filter(
          ({ entry: { kind, verdict } }) =>
            kind !== 'check' || (verdict !== 'not-enough-data' && verdict !== 'not-applicable'),
        );
        const [first] = cited;
        return first === undefined || telling.length > 0
          ? []
          : [
              {
                subject: question.id,
                pointers: [pointer, first.pointer] as const,
                text: text(
                  `「${question.title.zh}」只引用了数据不足或者不适用的检查。请补充证据，或者说明。`,
                  `“${question.title.en}” rests only on checks that lacked data or did not apply. Add evidence, or explain.`,
                ),
              },
            ];
      }),
};
