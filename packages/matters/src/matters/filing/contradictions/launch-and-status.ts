import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { entries } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const launchAndStatus: ContradictionRule = {
  name: 'launch-and-status',
  title: text('上线时间与服务状态矛盾', 'Launch date and state of the service contradict each other'),
  grade: 'blocking',
  find: ({ launched = '', products }, { today }) =>
    launched === ''
      ? []
      : entries(products).flatMap(([index, { status, name = '' }]) => {
          const pointers = [`/form/products/${index}/status`, '/form/launched'] as const;
          if (launched > today && status === 'online')
            return [
              {
                pointers,
                text: text(
                  `上线时间 ${launched} 还没到，「${name}」却写已上线。`,
                  `The launch on ${launched} lies ahead, yet “${name}” is said to be online.`,
                ),
              },
            ];
          if (launched < today && (products ?? []).every((product) => product.status === 'planned'))
            return [
              {
                pointers,
                clause: 'final/24.1',
                text: text(
                  `上线时间 ${launched} 已过，「${name}」却写尚未上线。`,
                  `The launch on ${launched} has passed, yet “${name}” is said not to be online.`,
                ),
              },
            ];
          return [];
        }),
  examples: [
    { title: 'launched and online', form: exampleRecommender, expect: [] },
    {
      title: 'online before its launch',
      form: { ...exampleRecommender, launched: '2026-09-01' },
      expect: ['/form/products/0/status'],
    },
    {
      title: 'launched, and all products still planned',
      form: { ...exampleRecommender, products: [{ ...exampleRecommender.products?.[0], status: 'planned' }] },
      expect: ['/form/products/0/status'],
    },
  ],
};
