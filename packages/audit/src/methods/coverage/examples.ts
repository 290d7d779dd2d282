import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const minute = 60_000;
/** 1 January 2026, 00:00 in Shanghai. */
const start = 1_767_196_800_000;
const at = (...minutes: readonly number[]) => minutes.map((value) => start + value * minute);
const repeated = (value: string, count: number): string[] => Array.from({ length: count }, () => value);

export const examples: readonly MethodExample[] = [
  {
    title: text('每分钟一次快照', 'A snapshot every minute'),
    table: { time: at(0, 1, 2, 3, 4) },
    parts: { time: 'time' },
    parameters: { every: '1min' },
    expect: [{ verdict: 'pass', estimate: 0, values: { events: 5, gaps: 0, covered: 1 } }],
  },
  {
    title: text('中间停了七分钟', 'Seven minutes are missing'),
    table: { time: at(0, 1, 2, 9, 10) },
    parts: { time: 'time' },
    parameters: { every: '1min' },
    expect: [
      {
        verdict: 'fail',
        estimate: 1,
        values: {
          gaps: 1,
          covered: 0.3,
          longestMilliseconds: 7 * minute,
          longest: [
            { stream: '', from: '2025-12-31T16:02:00.000Z', to: '2025-12-31T16:09:00.000Z', milliseconds: 7 * minute },
          ],
        },
      },
    ],
  },
  {
    title: text('缺口跨过午夜，时钟还曾倒退', 'A gap across midnight, and a clock that ran backwards'),
    table: { time: at(-12, -11, -13, -10, 15, 14, 14, 16) },
    parts: { time: 'time' },
    parameters: { every: '5min' },
    expect: [{ verdict: 'fail', estimate: 1, values: { gaps: 1, longestMilliseconds: 24 * minute } }],
  },
  {
    title: text('两个流，只有一个断了', 'Of two streams one broke off for a while'),
    table: { time: [...at(0, 2, 4, 6, 8), ...at(0, 2, 8)], list: [...repeated('hot', 5), ...repeated('new', 3)] },
    parts: { time: 'time', stream: 'list' },
    parameters: { every: '2min' },
    expect: [{ verdict: 'fail', estimate: 1, values: { streams: 2, covered: 0.625 } }],
  },
  {
    title: text('开头缺了一小时', 'The first hour is missing'),
    table: { time: at(60, 61, 62) },
    parts: { time: 'time' },
    parameters: { every: '1min', from: start, to: start + 62 * minute },
    expect: [{ verdict: 'fail', estimate: 1, values: { longestMilliseconds: 60 * minute } }],
  },
  {
    title: text('允许 1% 的时间有缺口', 'One per cent of the time may be missing'),
    table: { time: at(...Array.from({ length: 401 }, (_, index) => (index < 200 ? index : index + 2))) },
    parts: { time: 'time' },
    parameters: { every: '1min', tolerance: 0.01 },
    expect: [{ verdict: 'pass', estimate: 1 }],
  },
  {
    title: text('只有一个时刻', 'There is only one moment'),
    table: { time: at(0, 0) },
    parts: { time: 'time' },
    parameters: { every: '1min' },
    expect: [{ verdict: 'not-enough-data' }],
  },
];
