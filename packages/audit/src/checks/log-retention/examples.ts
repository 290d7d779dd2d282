import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const on = (day: string): string => `${day}T12:00:00+08:00`;
const days = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => Date.parse(on('2026-06-30')) - index * 86_400_000);

export const examples: readonly CheckExample[] = [
  {
    title: text('天天都在', 'every day is there'),
    records: { exposure: [{ time: on('2026-03-01') }, { time: on('2026-03-02') }, { time: on('2026-03-03') }] },
    verdict: 'pass',
  },
  {
    title: text('中间少了一天', 'one day in between is missing'),
    records: { exposure: [{ time: on('2026-03-01') }, { time: on('2026-03-03') }] },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('六个月之前的可以删', 'what is older than six months may be gone'),
    records: { exposure: [{ time: on('2025-01-01') }, ...days(190).map((time) => ({ time }))] },
    verdict: 'pass',
  },
  {
    title: text('没有展示记录', 'no exposure is on record'),
    records: { item: [{}] },
    verdict: 'not-applicable',
  },
];
