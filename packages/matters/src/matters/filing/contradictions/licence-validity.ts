import { civilDate, text } from '@suanjian/rulebook';
import { exampleGenerator, exampleRecommender } from '../examples.ts';
import { entries } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const licenceValidity: ContradictionRule = {
  name: 'licence-validity',
  title: text('许可或协议已经过期', 'A licence or contract has expired'),
  grade: 'blocking',
  find: ({ products, models }, { today }) => [
    ...entries(products).flatMap(([index, { name = '', licenceUntil = '' }]) =>
      licenceUntil !== '' && licenceUntil < today
        ? [
            {
              pointers: [`/form/products/${index}/licenceUntil`] as const,
              text: text(
                `「${name}」的许可已于 ${licenceUntil} 到期。`,
                `The licence of “${name}” expired on ${licenceUntil}.`,
              ),
            },
          ]
        : [],
    ),
    ...entries(models).flatMap(([index, { name = '', contractUntil = '' }]) =>
      contractUntil !== '' && contractUntil < today
        ? [
            {
              pointers: [`/form/models/${index}/contractUntil`] as const,
              text: text(
                `「${name}」的协议或许可已于 ${contractUntil} 到期。`,
                `The contract or licence for “${name}” expired on ${contractUntil}.`,
              ),
            },
          ]
        : [],
    ),
  ],
  examples: [
    { title: 'both still valid', form: exampleGenerator, expect: [] },
    { title: 'valid until today', form: exampleRecommender, facts: { today: civilDate('2028-12-31') }, expect: [] },
    {
      title: 'a licence that has run out',
      form: { ...exampleRecommender, products: [{ ...exampleRecommender.products?.[0], licenceUntil: '2025-12-31' }] },
      expect: ['/form/products/0/licenceUntil'],
    },
    {
      title: 'a contract that has run out',
      form: { ...exampleGenerator, models: [{ ...exampleGenerator.models?.[0], contractUntil: '2026-01-31' }] },
      expect: ['/form/models/0/contractUntil'],
    },
  ],
};
