import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { entries } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const dataSetDates: ContradictionRule = {
  name: 'data-set-dates',
  title: text('训练数据的收集日期先后不对', 'Dates of collection are out of order'),
  grade: 'blocking',
  find: ({ trainingData }) =>
    entries(trainingData).flatMap(([index, { name = '', collectedFrom = '', collectedUntil = '' }]) =>
      collectedFrom !== '' && collectedUntil !== '' && collectedUntil < collectedFrom
        ? [
            {
              pointers: [
                `/form/trainingData/${index}/collectedUntil`,
                `/form/trainingData/${index}/collectedFrom`,
              ] as const,
              text: text(
                `「${name}」的收集结束日期早于开始日期。`,
                `“${name}” stopped being collected before it started.`,
              ),
            },
          ]
        : [],
    ),
  examples: [
    { title: 'in order', form: exampleRecommender, expect: [] },
    {
      title: 'ends before it begins',
      form: {
        ...exampleRecommender,
        trainingData: [{ name: '甲' }, { name: '乙', collectedFrom: '2025-05-01', collectedUntil: '2024-05-01' }],
      },
      expect: ['/form/trainingData/1/collectedUntil'],
    },
  ],
};
