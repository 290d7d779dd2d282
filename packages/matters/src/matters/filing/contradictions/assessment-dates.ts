import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import type { ContradictionRule } from './rule.ts';

export const assessmentDates: ContradictionRule = {
  name: 'assessment-dates',
  title: text('自评估的日期先后不对', 'Dates of the assessment are out of order'),
  grade: 'blocking',
  find: ({ assessedOn = '', writtenOn = '' }, { today }) => [
    ...(assessedOn !== '' && writtenOn !== '' && writtenOn < assessedOn
      ? [
          {
            pointers: ['/form/writtenOn', '/form/assessedOn'] as const,
            text: text(
              `报告写于 ${writtenOn}，早于完成评估的 ${assessedOn}。`,
              `The report was written on ${writtenOn}, before the assessment of ${assessedOn} was done.`,
            ),
          },
        ]
      : []),
    ...(assessedOn > today
      ? [
          {
            pointers: ['/form/assessedOn'] as const,
            text: text(`自评估时间 ${assessedOn} 还没到。`, `The day of the assessment, ${assessedOn}, lies ahead.`),
          },
        ]
      : []),
    ...(writtenOn > today
      ? [
          {
            pointers: ['/form/writtenOn'] as const,
            text: text(`撰写时间 ${writtenOn} 还没到。`, `The day of writing, ${writtenOn}, lies ahead.`),
          },
        ]
      : []),
  ],
  examples: [
    { title: 'assessed, then written', form: exampleRecommender, expect: [] },
    {
      title: 'written before it was assessed',
      form: { ...exampleRecommender, writtenOn: '2026-02-20' },
      expect: ['/form/writtenOn'],
    },
    {
      title: 'assessed tomorrow',
      form: { ...exampleRecommender, assessedOn: '2026-03-21', writtenOn: '' },
      expect: ['/form/assessedOn'],
    },
    { title: 'written today', form: { ...exampleRecommender, writtenOn: '2026-03-20' }, expect: [] },
  ],
};
