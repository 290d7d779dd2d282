import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { enoughOverlap, isBlank, overlap } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const disclosureScenario: ContradictionRule = {
  name: 'disclosure-scenario',
  title: text('公示的应用场景与使用场景不符', 'The disclosure tells of another scenario'),
  grade: 'warning',
  find: ({ disclosureScenario = '', scenario = '' }) =>
    !isBlank(disclosureScenario) && !isBlank(scenario) && overlap(disclosureScenario, scenario) < enoughOverlap
      ? [
          {
            pointers: ['/form/disclosureScenario', '/form/scenario'],
            clause: 'final/16',
            text: text(
              '公示的应用场景与表单的使用场景不像同一件事，请核对。',
              'Disclosure and form seem to speak of different scenarios. Check them.',
            ),
          },
        ]
      : [],
  examples: [
    { title: 'the same scenario', form: exampleRecommender, expect: [] },
    {
      title: 'another one',
      form: { ...exampleRecommender, disclosureScenario: '打车订单分配' },
      expect: ['/form/disclosureScenario'],
    },
  ],
};
