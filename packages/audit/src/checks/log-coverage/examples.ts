import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

const start = Date.parse('2026-03-02T00:00:00+08:00');
const hour = 3_600_000;

/** Ten days; so many records an hour from eight to midnight, fewer at night; `keeps` leaves hours out. */
const log = (perHour: number, keeps: (hours: number) => boolean) =>
  many(240, (hours) => ({ hours }))
    .flatMap(({ hours }) =>
      typeof hours === 'number' && keeps(hours)
        ? many(hours % 24 >= 8 ? perHour : 1, (index) => ({ time: start + hours * hour + index * 20_000 + 60_000 }))
        : [],
    )
    .map((record, index) => ({ ...record, request: `r${index}`, user: `u${index % 50}` }));

const acts = (records: readonly Readonly<Record<string, unknown>>[]) =>
  records.map(({ time, user }) => ({ time, user, action: 'view', object: 'i-1' }));

const whole = log(100, () => true);
const night = (hours: number): boolean => hours % 24 >= 8;

export const examples: readonly CheckExample[] = [
  {
    title: text('天天都有', 'every day is there'),
    records: { exposure: whole, engagement: acts(whole) },
    verdict: 'pass',
  },
  {
    title: text('白天缺了五个小时', 'five hours of a day are missing'),
    records: { exposure: log(100, (hours) => hours < 130 || hours >= 135), engagement: acts(whole) },
    verdict: 'fail',
    units: [
      { by: { stream: 'exposure' }, verdict: 'fail', estimate: 1 },
      { by: { stream: 'engagement' }, verdict: 'pass' },
    ],
  },
  {
    title: text('缺了整整两天', 'two whole days are missing'),
    records: { exposure: log(100, (hours) => hours < 96 || hours >= 144), engagement: acts(whole) },
    verdict: 'fail',
  },
  {
    title: text('夜里没有人', 'nobody comes at night'),
    records: { exposure: log(100, night), engagement: acts(log(100, night)) },
    verdict: 'pass',
  },
  {
    title: text(
      '小日志里三小时没人，平日也只有几条',
      'three silent hours of a small log, with a few records on other days',
    ),
    records: { exposure: log(5, (hours) => hours < 130 || hours >= 133), engagement: acts(log(5, () => true)) },
    verdict: 'pass',
  },
  {
    title: text('行为记录中途停了，没有恢复', 'acts stop on the way and never come back'),
    records: { exposure: whole, engagement: acts(log(100, (hours) => hours < 170)) },
    verdict: 'fail',
    units: [{ by: { stream: 'engagement' }, verdict: 'fail' }],
  },
  {
    title: text('没有行为记录', 'no acts on record'),
    records: { exposure: [{}] },
    verdict: 'not-applicable',
  },
];
