import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { isBlank } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

const tells = /用户|读者|您|你|个人|兴趣|偏好|行为|画像|标签|特征|user|person|interest|preference|behaviou?r|you/i;

export const disclosurePersonalisation: ContradictionRule = {
  name: 'disclosure-personalisation',
  title: text('公示没有说明使用了个人特征', 'The disclosure is silent about personal traits'),
  grade: 'warning',
  find: ({ personalTraits, disclosurePrinciple = '', disclosureMechanism = '' }) =>
    personalTraits === true &&
    !isBlank(disclosurePrinciple) &&
    !tells.test(`${disclosurePrinciple}${disclosureMechanism}`)
      ? [
          {
            pointers: ['/form/disclosurePrinciple', '/form/personalTraits'],
            clause: 'final/16',
            text: text(
              '结果依据个人特征，公示的原理和机制却没有提到用了用户的哪些信息。',
              'Results depend on personal traits, but principle and mechanism do not say which information about people is used.',
            ),
          },
        ]
      : [],
  examples: [
    { title: 'it says what it goes by', form: exampleRecommender, expect: [] },
    {
      title: 'it does not',
      form: {
        ...exampleRecommender,
        disclosurePrinciple: '采用深度学习模型排序。',
        disclosureMechanism: '召回、排序、打散。',
      },
      expect: ['/form/disclosurePrinciple'],
    },
    {
      title: 'nothing personal is used',
      form: {
        ...exampleRecommender,
        personalTraits: false,
        disclosurePrinciple: '按发布时间排序。',
        disclosureMechanism: '最新的在前。',
      },
      expect: [],
    },
  ],
};
