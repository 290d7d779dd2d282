import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const minutes = (list: readonly number[]): readonly Readonly<Record<string, unknown>>[] =>
  list.map((minute) => ({ time: Date.parse('2026-03-02T08:00:00+08:00') + minute * 60_000 }));

export const examples: readonly CheckExample[] = [
  {
    title: text('按时留存', 'kept in time'),
    records: { declaration: [{ refresh: 600 }], chart: minutes([0, 10, 20, 30]) },
    verdict: 'pass',
  },
  {
    title: text('缺了一小时', 'an hour is missing'),
    records: { declaration: [{ refresh: 600 }], chart: minutes([0, 10, 70, 80]) },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('晚一点不算缺口', 'a little late is no gap'),
    records: { declaration: [{ refresh: 600 }], chart: minutes([0, 10, 29, 40]) },
    verdict: 'pass',
  },
  {
    title: text('没有声明刷新间隔', 'no refresh interval is declared'),
    records: { declaration: [{}], chart: minutes([0, 10]) },
    verdict: 'not-applicable',
  },
];
