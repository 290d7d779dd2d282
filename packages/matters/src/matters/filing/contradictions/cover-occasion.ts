import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import type { ContradictionRule } from './rule.ts';

export const coverOccasion: ContradictionRule = {
  name: 'cover-occasion',
  title: text('自评估报告封面的备案类型不对', 'The cover states the wrong occasion'),
  grade: 'blocking',
  find: ({ coverOccasion }, { occasion }) =>
    coverOccasion !== undefined && coverOccasion !== '' && coverOccasion !== occasion
      ? [
          {
            pointers: ['/form/coverOccasion'],
            clause: occasion === 'new' ? 'final/24.1' : 'final/24.2',
            text:
              occasion === 'new'
                ? text('这是首次备案，报告封面却写备案变更。', 'This is a first filing; the cover speaks of a change.')
                : text('这是备案变更，报告封面却写首次备案。', 'This is a change; the cover speaks of a first filing.'),
          },
        ]
      : [],
  examples: [
    { title: 'a first filing', form: exampleRecommender, expect: [] },
    {
      title: 'a report made for a change',
      form: { ...exampleRecommender, coverOccasion: 'change' },
      expect: ['/form/coverOccasion'],
    },
    {
      title: 'a change with the old report',
      form: exampleRecommender,
      facts: { occasion: 'change' },
      expect: ['/form/coverOccasion'],
    },
  ],
};
