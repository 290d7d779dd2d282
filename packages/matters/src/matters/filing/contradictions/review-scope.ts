import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { isBlank } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

const sides = [
  { mode: 'inputReview', scope: 'inputReviewScope', zh: '输入', en: 'input' },
  { mode: 'outputReview', scope: 'outputReviewScope', zh: '输出', en: 'output' },
] as const;

export const reviewScope: ContradictionRule = {
  name: 'review-scope',
  title: text('写了审核方式，没有写审核范围', 'Review without its scope'),
  grade: 'blocking',
  find: (form) =>
    sides.flatMap((side) => {
      const mode = form[side.mode] ?? '';
      return mode !== '' && mode !== 'none' && isBlank(form[side.scope])
        ? [
            {
              pointers: [`/form/${side.scope}`, `/form/${side.mode}`] as const,
              clause: 'final/9.2',
              text: text(
                `${side.zh}有审核，但没有写审核哪些内容、依据什么规则。`,
                `The ${side.en} is reviewed, but what is reviewed and by which rules is not said.`,
              ),
            },
          ]
        : [];
    }),
  examples: [
    { title: 'both have a scope', form: exampleRecommender, expect: [] },
    {
      title: 'no scope for either',
      form: { ...exampleRecommender, inputReviewScope: ' ', outputReviewScope: undefined },
      expect: ['/form/inputReviewScope', '/form/outputReviewScope'],
    },
    {
      title: 'nothing is reviewed, so there is no scope',
      form: { ...exampleRecommender, inputReview: 'none', inputReviewScope: undefined },
      expect: [],
    },
  ],
};
