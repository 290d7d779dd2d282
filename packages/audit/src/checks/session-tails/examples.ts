import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const hour = 3_600_000;
const at = (clock: string, day: number): string => `2026-03-${String(day).padStart(2, '0')}T${clock}+08:00`;
const used = (user: string, time: string, hours: number, audience = 'adult') => ({
  user,
  time,
  action: 'session',
  duration: Math.round(hours * hour),
  audience,
});
const crowd = (count: number, hours: (person: number) => number, clock = '10:00:00') =>
  Array.from({ length: count }, (_, person) => used(`u${person}`, at(clock, 2), hours(person)));

export const examples: readonly CheckExample[] = [
  {
    title: text('五百人，没有一人超长', 'five hundred people and nobody for hours on end'),
    records: { engagement: crowd(500, (person) => 0.2 + (person % 10) / 5) },
    verdict: 'pass',
    units: [
      { by: { kind: 'long-sessions', audience: 'adult-or-unknown' }, verdict: 'pass', values: { broken: 0 } },
      { by: { kind: 'late-nights', audience: 'adult-or-unknown' }, verdict: 'pass' },
    ],
  },
  {
    title: text('二十五人里有一人一用七小时', 'one person in twenty-five goes on for seven hours'),
    records: { engagement: crowd(500, (person) => (person % 25 === 0 ? 7 : 0.5)) },
    verdict: 'fail',
    units: [
      {
        by: { kind: 'long-sessions', audience: 'adult-or-unknown' },
        verdict: 'fail',
        estimate: 0.03,
        values: { rows: 500, broken: 20 },
      },
      { by: { kind: 'late-nights', audience: 'adult-or-unknown' }, verdict: 'pass' },
    ],
  },
  {
    title: text(
      '一个人有许多次超长使用仍只算一人',
      'one person with many very long sessions is one person and no more',
    ),
    records: {
      engagement: [
        ...crowd(800, () => 0.5),
        ...Array.from({ length: 6 }, (_, day) => used('u0', at('08:00:00', 3 + day), 9)),
      ],
    },
    verdict: 'pass',
    units: [
      {
        by: { kind: 'long-sessions', audience: 'adult-or-unknown' },
        verdict: 'pass',
        values: { rows: 800, broken: 1 },
      },
    ],
  },
  {
    title: text('老年人中有一成夜夜使用', 'one older person in ten is there night after night'),
    records: {
      engagement: [
        ...crowd(500, () => 0.5),
        ...Array.from({ length: 100 }, (_, person) =>
          Array.from({ length: person % 10 === 0 ? 6 : 1 }, (__, night) =>
            used(`o${person}`, at('23:30:00', 2 + night), 0.5, 'older'),
          ),
        ).flat(),
      ],
    },
    verdict: 'fail',
    units: [
      { by: { kind: 'late-nights', audience: 'older' }, verdict: 'fail', values: { rows: 100, broken: 10 } },
      { by: { kind: 'long-sessions', audience: 'older' }, verdict: 'not-enough-data' },
    ],
  },
  {
    title: text('两周前的深夜不算在最近七天里', 'nights of two weeks ago are not of the last seven days'),
    records: {
      engagement: Array.from({ length: 500 }, (_, person) => [
        ...(person < 50
          ? Array.from({ length: 6 }, (__, night) => used(`u${person}`, at('23:30:00', 2 + night), 0.5))
          : []),
        used(`u${person}`, at('12:00:00', 20), 0.5),
      ]).flat(),
    },
    verdict: 'pass',
  },
  {
    title: text('人太少', 'too few people'),
    records: { engagement: crowd(30, () => 0.5) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录时长', 'durations are not recorded'),
    records: { engagement: [{ user: 'ann', action: 'session' }] },
    verdict: 'not-applicable',
  },
];
