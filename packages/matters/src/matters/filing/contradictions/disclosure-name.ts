import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { differ } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const disclosureName: ContradictionRule = {
  name: 'disclosure-name',
  title: text('公示的算法名称与备案名称不一致', 'The disclosure names the algorithm differently'),
  grade: 'blocking',
  find: ({ disclosureName, algorithmName }) =>
    differ(disclosureName, algorithmName)
      ? [
          {
            pointers: ['/form/disclosureName', '/form/algorithmName'],
            clause: 'final/16',
            text: text(
              `公示内容写的是「${disclosureName}」，备案名称是「${algorithmName}」，请改成一样的名称。`,
              `The disclosure says “${disclosureName}”, the filing “${algorithmName}”. Use one name.`,
            ),
          },
        ]
      : [],
  examples: [
    { title: 'the same name', form: exampleRecommender, expect: [] },
    {
      title: 'one word more',
      form: { ...exampleRecommender, disclosureName: '云岭阅读文章个性化推荐算法' },
      expect: ['/form/disclosureName'],
    },
    {
      title: 'only the width of characters differs',
      form: { ...exampleRecommender, algorithmName: 'ABC算法', disclosureName: 'ＡＢＣ算法 ' },
      expect: [],
    },
    { title: 'not filled in yet', form: { ...exampleRecommender, disclosureName: '' }, expect: [] },
  ],
};
