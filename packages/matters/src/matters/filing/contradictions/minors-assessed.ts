import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { entries, isBlank } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

const mentions = /未成年|青少年|儿童|学生|minor|child|teen|pupil/i;

export const minorsAssessed: ContradictionRule = {
  name: 'minors-assessed',
  title: text('服务未成年人，评估却没有提到', 'Minors are served and not assessed'),
  grade: 'warning',
  find: ({ products, assessedGroups = '' }) =>
    isBlank(assessedGroups) || mentions.test(assessedGroups)
      ? []
      : entries(products).flatMap(([index, { name = '', audience = [] }]) =>
          audience.includes('minors')
            ? [
                {
                  pointers: ['/form/assessedGroups', `/form/products/${index}/audience`] as const,
                  clause: 'final/18.1',
                  text: text(
                    `「${name}」的服务对象有未成年人，自评估的服务群体却没有提到。`,
                    `“${name}” serves minors, whom the assessment of groups does not mention.`,
                  ),
                },
              ]
            : [],
        ),
  examples: [
    {
      title: 'minors are assessed',
      form: { ...exampleRecommender, products: [{ name: '甲', audience: ['minors'] }] },
      expect: [],
    },
    {
      title: 'minors are forgotten',
      form: { ...exampleRecommender, products: [{ name: '甲', audience: ['minors'] }], assessedGroups: '一般读者。' },
      expect: ['/form/assessedGroups'],
    },
  ],
};
