import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const later = '2026-03-02T10:00:00+08:00';

export const examples: readonly CheckExample[] = [
  {
    title: text('都带标识', 'all labelled'),
    records: {
      item: [
        { item: 'made', synthetic: true },
        { item: 'real', synthetic: false },
      ],
      exposure: [
        { item: 'made', labels: ['synthetic', 'synthetic-label-shown'], time: later },
        { item: 'real', request: 'r-2', time: later },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('知道是生成的，却没有标识', 'known to be synthetic, not labelled'),
    records: {
      item: [{ item: 'made', synthetic: true }],
      exposure: [{ item: 'made', labels: ['synthetic'], time: later }],
    },
    verdict: 'fail',
  },
  {
    title: text('展示记录里连标记都没有', 'the exposure does not even carry the mark'),
    records: { item: [{ item: 'made', synthetic: true }], exposure: [{ item: 'made', time: later }] },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('展示之后才识别出是生成的', 'recognised only after it was shown'),
    records: {
      item: [{ item: 'made', synthetic: true, time: later }],
      exposure: [
        { item: 'made', time: '2026-03-01T10:00:00+08:00' },
        {
          item: 'made',
          request: 'r-2',
          labels: ['synthetic', 'synthetic-label-shown'],
          time: '2026-03-03T10:00:00+08:00',
        },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('没有记录哪些是生成的', 'what is synthetic is not on record'),
    records: { item: [{ item: 'made' }], exposure: [{ item: 'made' }] },
    verdict: 'not-applicable',
  },
];
