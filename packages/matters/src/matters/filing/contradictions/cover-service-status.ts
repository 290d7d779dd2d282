import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import type { ContradictionRule } from './rule.ts';

const running: ReadonlySet<string> = new Set(['online', 'trial', 'paused']);

export const coverServiceStatus: ContradictionRule = {
  name: 'cover-service-status',
  title: text('报告封面的上线情况与产品状态不符', 'State of the service on the cover and of the products differ'),
  grade: 'warning',
  find: ({ coverServiceStatus, products = [] }) => {
    const stated = products.map(({ status = '' }) => status).filter((status) => status !== '');
    if (coverServiceStatus === undefined || coverServiceStatus === '' || stated.length === 0) return [];
    const agrees = stated.some((status) => running.has(status) === running.has(coverServiceStatus));
    return agrees
      ? []
      : [
          {
            pointers: ['/form/coverServiceStatus', '/form/products'],
            text: text(
              '报告封面的上线情况，与每个产品的服务状态都不相符。',
              'What the cover says about being online fits none of the products.',
            ),
          },
        ];
  },
  examples: [
    { title: 'both online', form: exampleRecommender, expect: [] },
    {
      title: 'the cover says it is still planned',
      form: { ...exampleRecommender, coverServiceStatus: 'planned' },
      expect: ['/form/coverServiceStatus'],
    },
  ],
};
