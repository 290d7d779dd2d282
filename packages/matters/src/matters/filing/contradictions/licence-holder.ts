import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { differ, entries } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const licenceHolder: ContradictionRule = {
  name: 'licence-holder',
  title: text('许可主体不是备案主体', 'The licence belongs to somebody else'),
  grade: 'blocking',
  find: ({ products }, { organisation }) =>
    entries(products).flatMap(([index, { licenceHolder }]) =>
      differ(licenceHolder, organisation?.name)
        ? [
            {
              pointers: [`/form/products/${index}/licenceHolder`] as const,
              clause: 'final/24.1',
              text: text(
                `许可由「${licenceHolder}」持有，备案主体是「${organisation?.name}」；应由持证单位备案，或换用本单位的许可。`,
                `“${licenceHolder}” holds the licence, but “${organisation?.name}” files. The holder should file, or give your own licence.`,
              ),
            },
          ]
        : [],
    ),
  examples: [
    { title: 'the own licence', form: exampleRecommender, expect: [] },
    {
      title: "a sister company's licence",
      form: {
        ...exampleRecommender,
        products: [{ ...exampleRecommender.products?.[0], licenceHolder: '云岭出版示例有限公司' }],
      },
      expect: ['/form/products/0/licenceHolder'],
    },
  ],
};
