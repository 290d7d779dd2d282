import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { entries } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const userDataNotPersonal: ContradictionRule = {
  name: 'user-data-not-personal',
  title: text('用户产生的数据却说不含个人信息', 'Data from users said to hold nothing personal'),
  grade: 'warning',
  find: ({ trainingData, personalTraits }) =>
    entries(trainingData).flatMap(([index, { name = '', source, personal }]) =>
      personalTraits === true && source === 'users' && personal === false
        ? [
            {
              pointers: [`/form/trainingData/${index}/personal`, '/form/personalTraits'] as const,
              text: text(
                `结果依据个人特征，来自用户的「${name}」却写不含个人信息，请核对。`,
                `Results depend on personal traits, yet “${name}”, which comes from users, is said to hold no personal information. Check it.`,
              ),
            },
          ]
        : [],
    ),
  examples: [
    { title: 'said to be personal', form: exampleRecommender, expect: [] },
    {
      title: 'said not to be',
      form: { ...exampleRecommender, trainingData: [{ name: '行为集', source: 'users', personal: false }] },
      expect: ['/form/trainingData/0/personal'],
    },
    {
      title: 'an open data set',
      form: { ...exampleRecommender, trainingData: [{ name: '公开语料', source: 'open', personal: false }] },
      expect: [],
    },
  ],
};
