import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const start = Date.parse('2026-03-02T06:00:00+08:00');
const hours = (count: number, worker = 'ann', prefix = 'o'): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: count * 2 }, (_, index) => ({
    worker,
    order: `${prefix}-${worker}-${index}`,
    time: start + index * 1_800_000,
    taken: 1700,
  }));

export const examples: readonly CheckExample[] = [
  {
    title: text('八小时', 'eight hours'),
    records: { dispatch: hours(8) },
    verdict: 'pass',
  },
  {
    title: text('十四小时', 'fourteen hours'),
    records: { dispatch: [...hours(14), ...hours(8, 'bob')] },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('同时送两单不重复计', 'two orders at once count once'),
    records: { dispatch: [...hours(8), ...hours(8, 'ann', 'again')] },
    verdict: 'pass',
  },
  {
    title: text('没有记录用时', 'times taken are not on record'),
    records: { dispatch: [{}] },
    verdict: 'not-applicable',
  },
];
