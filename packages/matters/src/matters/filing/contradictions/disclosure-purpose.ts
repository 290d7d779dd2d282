import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { enoughOverlap, isBlank, overlap } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const disclosurePurpose: ContradictionRule = {
  name: 'disclosure-purpose',
  title: text('公示的目的意图与表单不符', 'The disclosure states another purpose'),
  grade: 'warning',
  find: ({ disclosurePurpose = '', purpose = '' }) =>
    !isBlank(disclosurePurpose) && !isBlank(purpose) && overlap(disclosurePurpose, purpose) < enoughOverlap
      ? [
          {
            pointers: ['/form/disclosurePurpose', '/form/purpose'],
            clause: 'final/16',
            text: text(
              '公示的目的意图与表单写的不像同一件事，请核对。',
              'Disclosure and form seem to state different purposes. Check them.',
            ),
          },
        ]
      : [],
  examples: [
    { title: 'the same purpose', form: exampleRecommender, expect: [] },
    {
      title: 'more is wanted than is told',
      form: { ...exampleRecommender, purpose: '提高广告点击和付费转化。' },
      expect: ['/form/disclosurePurpose'],
    },
  ],
};
