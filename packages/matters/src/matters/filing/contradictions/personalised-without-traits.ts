import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import type { ContradictionRule } from './rule.ts';

export const personalisedWithoutTraits: ContradictionRule = {
  name: 'personalised-without-traits',
  title: text('个性化推送却不依据个人特征', 'Personalised push that uses no personal traits'),
  grade: 'blocking',
  find: ({ technique, personalTraits }) =>
    technique === 'personalised-push' && personalTraits === false
      ? [
          {
            pointers: ['/form/personalTraits', '/form/technique'],
            clause: 'final/2.2',
            text: text(
              '选了个性化推送类，又说结果不依据个人特征，两处必有一处不对。',
              'The type is personalised push, yet results are said not to depend on personal traits. One of the two is wrong.',
            ),
          },
        ]
      : [],
  examples: [
    { title: 'personalised, by traits', form: exampleRecommender, expect: [] },
    {
      title: 'personalised, by nothing',
      form: { ...exampleRecommender, personalTraits: false },
      expect: ['/form/personalTraits'],
    },
    {
      title: 'a ranking without traits',
      form: { ...exampleRecommender, technique: 'ranking-selection', personalTraits: false },
      expect: [],
    },
  ],
};
