import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { isBlank } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const optOutEntrance: ContradictionRule = {
  name: 'opt-out-entrance',
  title: text('个性化算法没有写关闭入口', 'Personalised without a way to switch it off'),
  grade: 'blocking',
  find: ({ personalTraits, optOutEntrance }) =>
    personalTraits === true && isBlank(optOutEntrance)
      ? [
          {
            pointers: ['/form/optOutEntrance', '/form/personalTraits'],
            clause: 'final/17.1',
            text: text(
              '结果依据个人特征，就要有便捷的关闭入口，请写明它在哪里。',
              'Where results depend on personal traits there must be an easy way to switch that off. Say where it is.',
            ),
          },
        ]
      : [],
  examples: [
    { title: 'the entrance is named', form: exampleRecommender, expect: [] },
    {
      title: 'it is not',
      form: { ...exampleRecommender, optOutEntrance: undefined },
      expect: ['/form/optOutEntrance'],
    },
    {
      title: 'nothing personal, nothing to switch off',
      form: { ...exampleRecommender, personalTraits: false, optOutEntrance: undefined },
      expect: [],
    },
  ],
};
