import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import type { ContradictionRule } from './rule.ts';

const news: ReadonlySet<string> = new Set(['news-portal', 'news-agency']);

export const newsLicence: ContradictionRule = {
  name: 'news-licence',
  title: text('新闻领域却没有许可', 'News without a licence'),
  grade: 'warning',
  find: ({ applicationFields = [], products = [] }) =>
    applicationFields.some((field) => news.has(field)) &&
    products.length > 0 &&
    products.every(({ licenceNeeded }) => licenceNeeded !== true)
      ? [
          {
            pointers: ['/form/products', '/form/applicationFields'],
            clause: 'final/13',
            text: text(
              '应用领域含新闻，但没有一个产品写明新闻信息服务许可。',
              'News is among the fields of application, and no product names a licence for it.',
            ),
          },
        ]
      : [],
  examples: [
    { title: 'no news', form: exampleRecommender, expect: [] },
    { title: 'news with a licence', form: { ...exampleRecommender, applicationFields: ['news-portal'] }, expect: [] },
    {
      title: 'news without one',
      form: {
        ...exampleRecommender,
        applicationFields: ['news-portal'],
        products: [{ ...exampleRecommender.products?.[0], licenceNeeded: false }],
      },
      expect: ['/form/products'],
    },
  ],
};
