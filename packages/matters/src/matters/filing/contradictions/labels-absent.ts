import { text } from '@suanjian/rulebook';
import { exampleGenerator, exampleRecommender } from '../examples.ts';
import { isBlank } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const labelsAbsent: ContradictionRule = {
  name: 'labels-absent',
  title: text('生成合成内容没有标识说明', 'Synthetic content without labels'),
  grade: 'blocking',
  find: ({ technique, explicitLabel, implicitLabel }) =>
    technique === 'generative'
      ? [
          ...(isBlank(explicitLabel)
            ? [
                {
                  pointers: ['/form/explicitLabel'] as const,
                  clause: 'labels-2025/4',
                  text: text(
                    '没有说明显式标识；不添加的，要写明理由。',
                    'Explicit labels are not described; if there are none, say why.',
                  ),
                },
              ]
            : []),
          ...(isBlank(implicitLabel)
            ? [
                {
                  pointers: ['/form/implicitLabel'] as const,
                  clause: 'labels-2025/5',
                  text: text(
                    '没有说明写入文件元数据的隐式标识。',
                    'Implicit labels in the metadata of files are not described.',
                  ),
                },
              ]
            : []),
        ]
      : [],
  examples: [
    { title: 'both are described', form: exampleGenerator, expect: [] },
    {
      title: 'neither is',
      form: { ...exampleGenerator, explicitLabel: '', implicitLabel: undefined },
      expect: ['/form/explicitLabel', '/form/implicitLabel'],
    },
    { title: 'a recommender makes nothing', form: exampleRecommender, expect: [] },
  ],
};
