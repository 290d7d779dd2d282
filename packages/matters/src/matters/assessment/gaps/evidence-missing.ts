import { text } from '@suanjian/rulebook';
import { answeredIn, evidenceAbout } from './evidence-of.ts';
import type { GapRule } from './rule.ts';

export const evidenceMissing: GapRule = {
  name: 'evidence-missing',
  title: text('答案没有证据', 'An answer without evidence'),
  grade: 'lesser',
  find: (form) =>
    answeredIn(form)
      .filter(({ claims, question }) => claims && evidenceAbout(form, question.id).length === 0)
      .map(({ question, pointer }) => ({
        subject: question.id,
        pointers: [pointer, '/form/evidence'] as const,
        ...(question.clause === undefined ? {} : { clause: question.clause }),
        text: text(
          `「${question.title.zh}」没有任何证据。请补上，或者说明为什么没有。`,
          `There is no evidence for “${question.title.en}”. Add some, or say why there is none.`,
        ),
      })),
};
