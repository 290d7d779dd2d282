import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

/** Sixty workers in five zones, six hours; every second one is of the crowd. */
const shifts = (given: (crowd: boolean, hour: number) => number): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: 60 }, (_, worker) =>
    Array.from({ length: 6 }, (_unused, hour) =>
      Array.from({ length: given(worker % 2 === 0, hour + Math.floor(worker / 2)) }, (_each, order) => ({
        order: `o-${worker}-${hour}-${order}`,
        worker: `w${worker}`,
        worker_group: worker % 2 === 0 ? 'crowd' : 'full-time',
        zone: `z-${Math.floor(worker / 2) % 5}`,
        time:
          Date.parse('2026-03-02T08:00:00+08:00') +
          hour * 3_600_000 +
          order * 60_000 +
          ((worker * 7919) % 13) * 20_000 * hour,
      })),
    ).flat(),
  ).flat();

export const examples: readonly CheckExample[] = [
  {
    title: text('得到的一样多', 'they get as many'),
    records: { dispatch: shifts((_, hour) => 2 + (hour % 2)) },
    parameters: { materiality: 0.3 },
    verdict: 'pass',
  },
  {
    title: text('众包少三分之一', 'a third fewer for the crowd'),
    records: { dispatch: shifts((crowd, hour) => (crowd ? 2 : 3 + (hour % 2))) },
    verdict: 'fail',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { dispatch: shifts((_, hour) => 1 + (hour % 3)).slice(0, 12) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录用工类别', 'the kind of engagement is not on record'),
    records: { dispatch: [{}] },
    verdict: 'not-applicable',
  },
];
