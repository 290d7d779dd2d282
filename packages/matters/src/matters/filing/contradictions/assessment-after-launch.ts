import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import type { ContradictionRule } from './rule.ts';

export const assessmentAfterLaunch: ContradictionRule = {
  name: 'assessment-after-launch',
  title: text('上线以后才做自评估', 'Assessed only after the launch'),
  grade: 'warning',
  find: ({ assessedOn = '', launched = '' }, { occasion }) =>
    occasion === 'new' && assessedOn !== '' && launched !== '' && assessedOn > launched
      ? [
          {
            pointers: ['/form/assessedOn', '/form/launched'],
            clause: 'safety-2018/3.1',
            text: text(
              `服务 ${launched} 上线，${assessedOn} 才完成自评估，请核对日期或说明原因。`,
              `The service started on ${launched} and was assessed on ${assessedOn}. Check the dates or say why.`,
            ),
          },
        ]
      : [],
  examples: [
    { title: 'assessed before the launch', form: exampleRecommender, expect: [] },
    {
      title: 'assessed two days after',
      form: { ...exampleRecommender, assessedOn: '2026-03-18', writtenOn: '2026-03-18' },
      expect: ['/form/assessedOn'],
    },
    {
      title: 'a change is assessed after the launch',
      form: { ...exampleRecommender, assessedOn: '2026-03-18' },
      facts: { occasion: 'change' },
      expect: [],
    },
  ],
};
