import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { entries } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const workersDispatched: ContradictionRule = {
  name: 'workers-dispatched',
  title: text('调度劳动者，却说不涉及劳动者权益', 'Workers are dispatched and said not to be concerned'),
  grade: 'warning',
  find: ({ technique, workerProtection = '', products }) =>
    technique === 'dispatch-decision' && /不涉及|不适用|not applicable|does not apply/i.test(workerProtection)
      ? entries(products).flatMap(([index, { name = '', audience = [] }]) =>
          audience.includes('workers')
            ? [
                {
                  pointers: ['/form/workerProtection', `/form/products/${index}/audience`] as const,
                  clause: 'final/20',
                  text: text(
                    `「${name}」服务平台劳动者，劳动者权益保护却写不涉及。`,
                    `“${name}” serves platform workers, but their protection is said not to apply.`,
                  ),
                },
              ]
            : [],
        )
      : [],
  examples: [
    {
      title: 'no workers',
      form: { ...exampleRecommender, technique: 'dispatch-decision', workerProtection: '不涉及' },
      expect: [],
    },
    {
      title: 'couriers',
      form: {
        ...exampleRecommender,
        technique: 'dispatch-decision',
        workerProtection: '不涉及',
        products: [{ name: '骑手端', audience: ['workers'] }],
      },
      expect: ['/form/workerProtection'],
    },
  ],
};
