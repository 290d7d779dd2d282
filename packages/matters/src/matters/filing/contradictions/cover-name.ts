import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { differ } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const coverName: ContradictionRule = {
  name: 'cover-name',
  title: text('自评估报告封面的算法名称不一致', 'The cover of the report names the algorithm differently'),
  grade: 'blocking',
  find: ({ coverAlgorithmName, algorithmName }) =>
    differ(coverAlgorithmName, algorithmName)
      ? [
          {
            pointers: ['/form/coverAlgorithmName', '/form/algorithmName'],
            clause: 'final/24.1',
            text: text(
              `报告封面写的是「${coverAlgorithmName}」，备案名称是「${algorithmName}」，请改正报告或名称。`,
              `The cover says “${coverAlgorithmName}”, the filing “${algorithmName}”. Mend the report or the name.`,
            ),
          },
        ]
      : [],
  examples: [
    { title: 'the same name', form: exampleRecommender, expect: [] },
    {
      title: 'an older name on the cover',
      form: { ...exampleRecommender, coverAlgorithmName: '云岭阅读推荐算法' },
      expect: ['/form/coverAlgorithmName'],
    },
  ],
};
