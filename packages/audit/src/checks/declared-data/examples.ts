import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('都声明过', 'all declared'),
    records: {
      declaration: [{ algorithm: 'feed', data_used: ['browsing', 'location'] }],
      exposure: [{ algorithm: 'feed', data_used: ['browsing'] }],
    },
    verdict: 'pass',
  },
  {
    title: text('用了没有声明的数据', 'one was not declared'),
    records: {
      declaration: [{ algorithm: 'feed', data_used: ['browsing'] }],
      exposure: [{ algorithm: 'feed', data_used: ['browsing', 'contacts'] }],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('另一个算法声明过不算', 'a declaration of another algorithm does not count'),
    records: {
      declaration: [
        { algorithm: 'search', data_used: ['contacts'] },
        { algorithm: 'feed', data_used: ['browsing'] },
      ],
      exposure: [{ algorithm: 'feed', data_used: ['contacts'] }],
    },
    verdict: 'fail',
  },
  {
    title: text('没有声明', 'nothing is declared'),
    records: { exposure: [{ algorithm: 'feed', data_used: ['browsing'] }] },
    verdict: 'not-applicable',
  },
];
