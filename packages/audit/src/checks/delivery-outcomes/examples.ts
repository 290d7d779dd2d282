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
/** Late with a chance that does not follow the other columns. */
const late = (index: number, chance: number): number =>
  ((index * 2_654_435_761) % 4_294_967_296) / 4_294_967_296 < chance ? 3000 : 2000;

export const examples: readonly CheckExample[] = [
  {
    title: text('升级前后一样', 'no change'),
    records: {
      dispatch: orders(8000, (index) => ({ release: index < 4000 ? 'one' : 'two', taken: late(index, 0.1) })),
    },
    parameters: { materiality: 0.05 },
    verdict: 'pass',
  },
  {
    title: text('升级后更常超时', 'later after the release'),
    records: {
      dispatch: orders(8000, (index) => ({
        release: index < 4000 ? 'one' : 'two',
        taken: late(index, index < 4000 ? 0.1 : 0.2),
      })),
    },
    verdict: 'fail',
  },
  {
    title: text('升级后雨天多，晴雨各自不变', 'more rain after the release, and no change in either weather'),
    records: {
      dispatch: orders(12_000, (index) => {
        const after = index >= 6000;
        const rain = (index * 31) % 100 < (after ? 60 : 20);
        return {
          release: after ? 'two' : 'one',
          weather: rain ? 'rain' : 'clear',
          taken: late(index, rain ? 0.3 : 0.1),
        };
      }),
    },
    parameters: { materiality: 0.05 },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { dispatch: orders(60, (index) => ({ release: index < 30 ? 'one' : 'two', taken: late(index, 0.1) })) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录版本', 'releases are not on record'),
    records: { dispatch: orders(10, () => ({})) },
    verdict: 'not-applicable',
  },
];
