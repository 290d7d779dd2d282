import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { entries, essence, isBlank } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const disclosureProducts: ContradictionRule = {
  name: 'disclosure-products',
  title: text('公示的应用场景没有写到产品', 'The disclosure leaves a product out'),
  grade: 'warning',
  find: ({ products, disclosureScenario = '' }) =>
    isBlank(disclosureScenario)
      ? []
      : entries(products).flatMap(([index, { name = '' }]) =>
          essence(name) !== '' && !essence(disclosureScenario).includes(essence(name))
            ? [
                {
                  pointers: ['/form/disclosureScenario', `/form/products/${index}/name`] as const,
                  clause: 'final/16',
                  text: text(
                    `公示的应用场景没有写到产品「${name}」，公众会以为它不用这个算法。`,
                    `The disclosure does not mention “${name}”; people would think it does not use the algorithm.`,
                  ),
                },
              ]
            : [],
        ),
  examples: [
    { title: 'the product is named', form: exampleRecommender, expect: [] },
    {
      title: 'a second product is left out',
      form: { ...exampleRecommender, products: [...(exampleRecommender.products ?? []), { name: '云岭听书' }] },
      expect: ['/form/disclosureScenario'],
    },
  ],
};
