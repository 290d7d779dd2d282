import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('都在名单内', 'all listed'),
    records: {
      declaration: [{ news_sources: ['agency', 'daily'] }],
      item: [
        { kind: 'news', source: 'agency' },
        { item: 'i-2', kind: 'post', source: 'blog' },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('一条来源不在名单内', 'one is not listed'),
    records: {
      declaration: [{ news_sources: ['agency'] }],
      item: [
        { kind: 'news', source: 'agency' },
        { item: 'i-2', kind: 'news', source: 'blog' },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('没写来源的新闻', 'news without a source'),
    records: {
      declaration: [{ news_sources: ['agency'] }],
      item: [
        { kind: 'news', source: 'agency' },
        { item: 'i-2', kind: 'news' },
      ],
    },
    verdict: 'fail',
  },
  {
    title: text('以最新的名单为准', 'the newest list counts'),
    records: {
      declaration: [
        { news_sources: ['agency', 'old'], time: '2026-01-01T08:00:00+08:00' },
        { news_sources: ['agency'], time: '2026-01-02T08:00:00+08:00' },
      ],
      item: [{ kind: 'news', source: 'old', time: '2026-01-03T08:00:00+08:00' }],
    },
    verdict: 'fail',
  },
  {
    title: text('没有名单', 'no list is on record'),
    records: { declaration: [{}], item: [{ kind: 'news', source: 'agency' }] },
    verdict: 'not-applicable',
  },
];
