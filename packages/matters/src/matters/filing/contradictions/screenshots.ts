import { text } from '@suanjian/rulebook';
import { exampleGenerator, exampleRecommender, exampleSupporter } from '../examples.ts';
import type { ContradictionRule } from './rule.ts';

export const screenshots: ContradictionRule = {
  name: 'screenshots',
  title: text('缺少截图', 'Screenshots are missing'),
  grade: 'blocking',
  find: ({ technique, role, screenshots = [], labelScreenshots = [], products = [], explicitLabel = '' }) => [
    ...(role !== 'technical-supporter' && products.length > screenshots.length
      ? [
          {
            pointers: ['/form/screenshots'] as const,
            clause: 'final/24.1',
            text: text(
              `有 ${products.length} 个产品，只有 ${screenshots.length} 张功能截图；每个产品至少一张。`,
              `There are ${products.length} products and ${screenshots.length} screenshots; each product wants one.`,
            ),
          },
        ]
      : []),
    ...(technique === 'generative' && explicitLabel.trim() !== '' && labelScreenshots.length === 0
      ? [
          {
            pointers: ['/form/labelScreenshots', '/form/explicitLabel'] as const,
            clause: 'labels-2025/12',
            text: text('写了显式标识，但没有标识的截图。', 'Labels are described, but there is no screenshot of them.'),
          },
        ]
      : []),
  ],
  examples: [
    { title: 'all there', form: exampleGenerator, expect: [] },
    {
      title: 'no screenshot of the product',
      form: { ...exampleRecommender, screenshots: [] },
      expect: ['/form/screenshots'],
    },
    {
      title: 'no screenshot of the label',
      form: { ...exampleGenerator, labelScreenshots: undefined },
      expect: ['/form/labelScreenshots'],
    },
    {
      title: 'a supporter has no product to show',
      form: { ...exampleSupporter, products: undefined, screenshots: undefined },
      expect: [],
    },
  ],
};
