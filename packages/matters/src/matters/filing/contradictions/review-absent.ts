import { text } from '@suanjian/rulebook';
import { exampleGenerator, exampleRecommender } from '../examples.ts';
import type { ContradictionRule } from './rule.ts';

const sides = [
  { mode: 'inputReview', zh: '输入', en: 'input' },
  { mode: 'outputReview', zh: '输出', en: 'output' },
] as const;

export const reviewAbsent: ContradictionRule = {
  name: 'review-absent',
  title: text('生成合成类算法没有审核', 'A generative algorithm without review'),
  grade: 'blocking',
  find: (form) =>
    form.technique === 'generative'
      ? sides.flatMap(({ mode, zh, en }) =>
          form[mode] === 'none'
            ? [
                {
                  pointers: [`/form/${mode}`] as const,
                  clause: 'final/9.2',
                  text: text(
                    `生成合成类算法的${zh}内容需要审核，这里写的是不审核。`,
                    `The ${en} of a generative algorithm has to be reviewed; here it is not.`,
                  ),
                },
              ]
            : [],
        )
      : [],
  examples: [
    { title: 'both are reviewed', form: exampleGenerator, expect: [] },
    {
      title: 'output goes out unseen',
      form: { ...exampleGenerator, outputReview: 'none' },
      expect: ['/form/outputReview'],
    },
    { title: 'a recommender may leave input alone', form: { ...exampleRecommender, inputReview: 'none' }, expect: [] },
  ],
};
