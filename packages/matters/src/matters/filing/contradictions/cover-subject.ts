import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { differ } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const coverSubject: ContradictionRule = {
  name: 'cover-subject',
  title: text('自评估报告封面的主体与备案主体不一致', 'The cover of the report names another subject'),
  grade: 'blocking',
  find: ({ coverSubject, coverCreditCode }, { organisation }) => [
    ...(differ(coverSubject, organisation?.name)
      ? [
          {
            pointers: ['/form/coverSubject'] as const,
            text: text(
              `报告封面的主体是「${coverSubject}」，备案主体是「${organisation?.name}」。`,
              `The cover names “${coverSubject}”; the registered subject is “${organisation?.name}”.`,
            ),
          },
        ]
      : []),
    ...(differ(coverCreditCode?.toUpperCase(), organisation?.creditCode)
      ? [
          {
            pointers: ['/form/coverCreditCode'] as const,
            text: text(
              '报告封面的统一社会信用代码与登记的不同，请核对。',
              'The credit code on the cover is not the registered one. Check it.',
            ),
          },
        ]
      : []),
  ],
  examples: [
    { title: 'the registered subject', form: exampleRecommender, expect: [] },
    {
      title: 'the parent company on the cover',
      form: { ...exampleRecommender, coverSubject: '云岭示例集团有限公司' },
      expect: ['/form/coverSubject'],
    },
    {
      title: 'another code',
      form: { ...exampleRecommender, coverCreditCode: '91440305MA5OTHER00' },
      expect: ['/form/coverCreditCode'],
    },
    {
      title: 'the subject is not known yet',
      form: { ...exampleRecommender, coverSubject: '别的公司' },
      facts: { organisation: undefined },
      expect: [],
    },
  ],
};
