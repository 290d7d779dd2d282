import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const orders = (
  count: number,
  make: (index: number) => Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: count }, (_, index) => ({
    order: `o-${index}`,
    worker: `w${index % 100}`,
    worker_group: index % 2 === 0 ? 'crowd' : 'full-time',
    zone: `z-${Math.floor(index / 2) % 5}`,
    weather: 'clear',
    distance: 2000,
    taken: 1500 + ((index * 7919) % 13) * 60,
    promised: 2400,
    pay: 600,
    time: Date.parse('2026-03-02T08:00:00+08:00') + index * 1000,
    ...make(index),
  }));

export const examples: readonly CheckExample[] = [
  {
    title: text('挣得一样多', 'they earn the same'),
    records: { dispatch: orders(6000, () => ({})) },
    verdict: 'pass',
  },
  {
    title: text('众包少两成', 'a fifth less for the crowd'),
    records: { dispatch: orders(6000, (index) => ({ pay: index % 2 === 0 ? 480 : 600 })) },
    verdict: 'fail',
  },
  {
    title: text('众包送得近，每单少，每小时一样', 'the crowd goes shorter ways for less an order and as much an hour'),
    records: {
      dispatch: orders(6000, (index) =>
        index % 4 < 2 ? { distance: 500, pay: 300, taken: 700 + ((index * 7919) % 13) * 30 } : {},
      ),
    },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { dispatch: orders(12, () => ({})) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录用工类别', 'the kind of engagement is not on record'),
    records: { dispatch: orders(10, () => ({ worker_group: undefined })) },
    verdict: 'not-applicable',
  },
];
