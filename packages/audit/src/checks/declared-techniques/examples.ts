import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('都声明过', 'all declared'),
    records: {
      declaration: [{ algorithm: 'feed', techniques: ['personalised', 'ranking'] }],
      exposure: [{ algorithm: 'feed', technique: 'ranking' }],
    },
    verdict: 'pass',
  },
  {
    title: text('用了没有声明的技术', 'one was not declared'),
    records: {
      declaration: [{ algorithm: 'feed', techniques: ['ranking'] }],
      exposure: [
        { algorithm: 'feed', technique: 'ranking' },
        { algorithm: 'feed', technique: 'personalised', request: 'r-2' },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('整个算法没有声明', 'a whole algorithm was not declared'),
    records: {
      declaration: [{ algorithm: 'feed', techniques: ['ranking'] }],
      exposure: [{ algorithm: 'search', technique: 'ranking' }],
    },
    verdict: 'fail',
  },
  {
    title: text('以最新的声明为准', 'the newest declaration counts'),
    records: {
      declaration: [
        { algorithm: 'feed', techniques: ['ranking'], time: '2026-01-01T08:00:00+08:00' },
        { algorithm: 'feed', techniques: ['ranking', 'search'], time: '2026-01-02T08:00:00+08:00' },
      ],
      exposure: [{ algorithm: 'feed', technique: 'search', time: '2026-01-03T08:00:00+08:00' }],
    },
    verdict: 'pass',
  },
  {
    title: text('没有声明', 'nothing is declared'),
    records: { exposure: [{ algorithm: 'feed' }] },
    verdict: 'not-applicable',
  },
];
