import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { differ, sameName } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const coverTechnique: ContradictionRule = {
  name: 'cover-technique',
  title: text('自评估报告封面的类型、领域与表单不一致', 'Type or fields on the cover differ from the form'),
  grade: 'blocking',
  find: ({ coverTechnique, technique, coverApplicationFields, applicationFields }) => {
    const fieldsDiffer =
      coverApplicationFields !== undefined &&
      applicationFields !== undefined &&
      coverApplicationFields.length > 0 &&
      applicationFields.length > 0 &&
      !sameName(coverApplicationFields.toSorted().join(), applicationFields.toSorted().join());
    return [
      ...(differ(coverTechnique, technique)
        ? [
            {
              pointers: ['/form/coverTechnique', '/form/technique'] as const,
              clause: 'final/2.2',
              text: text(
                '报告封面的算法类型与表单选择的不同。',
                'The type on the cover is not the one chosen in the form.',
              ),
            },
          ]
        : []),
      ...(fieldsDiffer
        ? [
            {
              pointers: ['/form/coverApplicationFields', '/form/applicationFields'] as const,
              text: text(
                '报告封面的应用领域与表单选择的不同。',
                'The fields of application on the cover are not those chosen in the form.',
              ),
            },
          ]
        : []),
    ];
  },
  examples: [
    { title: 'the same, in another order', form: exampleRecommender, expect: [] },
    {
      title: 'another type',
      form: { ...exampleRecommender, coverTechnique: 'ranking-selection' },
      expect: ['/form/coverTechnique'],
    },
    {
      title: 'one field less',
      form: { ...exampleRecommender, coverApplicationFields: ['literature'] },
      expect: ['/form/coverApplicationFields'],
    },
  ],
};
