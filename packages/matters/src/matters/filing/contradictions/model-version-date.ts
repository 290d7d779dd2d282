import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { entries } from './compare.ts';
import type { ContradictionRule, Finding } from './rule.ts';

export const modelVersionDate: ContradictionRule = {
  name: 'model-version-date',
  title: text('模型版本晚于自评估', 'A model is newer than the assessment'),
  grade: 'warning',
  find: ({ models, assessedOn = '' }, { today }) =>
    entries(models).flatMap(([index, { name = '', versionDate = '' }]): Finding[] => {
      const pointer = `/form/models/${index}/versionDate` as const;
      if (versionDate > today)
        return [
          {
            pointers: [pointer] as const,
            text: text(
              `「${name}」的版本日期 ${versionDate} 还没到。`,
              `The version of “${name}” is dated ${versionDate}, which lies ahead.`,
            ),
          },
        ];
      return assessedOn !== '' && versionDate > assessedOn
        ? [
            {
              pointers: [pointer, '/form/assessedOn'] as const,
              clause: 'final/8',
              text: text(
                `「${name}」的版本 ${versionDate} 完成，${assessedOn} 的自评估没有评到它。`,
                `“${name}” was completed on ${versionDate}; the assessment of ${assessedOn} cannot cover it.`,
              ),
            },
          ]
        : [];
    }),
  examples: [
    { title: 'completed before the assessment', form: exampleRecommender, expect: [] },
    {
      title: 'completed after it',
      form: { ...exampleRecommender, models: [{ name: '新模型', versionDate: '2026-03-10' }] },
      expect: ['/form/models/0/versionDate'],
    },
    {
      title: 'dated in the future',
      form: { ...exampleRecommender, models: [{ name: '新模型', versionDate: '2027-01-01' }] },
      expect: ['/form/models/0/versionDate'],
    },
  ],
};
