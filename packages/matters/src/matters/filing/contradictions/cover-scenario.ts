import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { enoughOverlap, isBlank, overlap } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const coverScenario: ContradictionRule = {
  name: 'cover-scenario',
  title: text('自评估报告封面的使用场景与表单不符', 'The scenario on the cover is another one'),
  grade: 'warning',
  find: ({ coverScenario = '', scenario = '' }) =>
    !isBlank(coverScenario) && !isBlank(scenario) && overlap(coverScenario, scenario) < enoughOverlap
      ? [
          {
            pointers: ['/form/coverScenario', '/form/scenario'],
            text: text(
              '报告封面的使用场景与表单说的不像同一件事，请核对。',
              'Cover and form seem to speak of different scenarios. Check them.',
            ),
          },
        ]
      : [],
  examples: [
    { title: 'the same scenario', form: exampleRecommender, expect: [] },
    { title: 'shorter but the same', form: { ...exampleRecommender, coverScenario: '应用首页的文章推荐' }, expect: [] },
    {
      title: 'a scenario of another product',
      form: { ...exampleRecommender, coverScenario: '外卖订单的骑手调度' },
      expect: ['/form/coverScenario'],
    },
  ],
};
