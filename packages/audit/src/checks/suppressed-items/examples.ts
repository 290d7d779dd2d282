import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

const start = Date.parse('2026-03-02T08:00:00+08:00');
const day = 86_400_000;
const days = 16;

/** Sixteen days; twenty items, each shown some 30 times a day unless `times` says otherwise. */
const shown = (
  times: (item: number, day: number) => number | undefined,
  more: (item: number) => Readonly<Record<string, unknown>> = () => ({}),
) =>
  many(days * 20, (index) => ({ number: index })).flatMap((_, index) => {
    const [number, item] = [Math.floor(index / 20), index % 20];
    return many(times(item, number) ?? 28 + ((item * 7 + number * 3) % 5), (place) => ({
      user: `u${(place * 13 + item) % 40}`,
      request: `r${number}-${place}-${item}`,
      item: `i${item}`,
      technique: 'personalised',
      time: start + number * day + place * 600_000,
      ...more(item),
    }));
  });

const disposal = [{ item: 'elsewhere', action: 'stop' }];
const intervention = [{ item: 'elsewhere', kind: 'suppress' }];

export const examples: readonly CheckExample[] = [
  {
    title: text('展示平稳', 'shown steadily'),
    records: { exposure: shown(() => undefined), disposal, intervention },
    verdict: 'pass',
  },
  {
    title: text('第九天起几乎不见了', 'hardly shown from the ninth day on'),
    records: { exposure: shown((item, number) => (item === 3 && number >= 8 ? 1 : undefined)), disposal, intervention },
    verdict: 'fail',
    units: [
      { by: { what: 'suppressed' }, verdict: 'fail', estimate: 1 },
      { by: { what: 'pushed' }, verdict: 'pass' },
    ],
  },
  {
    title: text('第九天起展示四倍', 'shown four times as often from the ninth day on'),
    records: {
      exposure: shown((item, number) => (item === 3 && number >= 8 ? 120 : undefined)),
      disposal,
      intervention,
    },
    verdict: 'fail',
    units: [
      { by: { what: 'suppressed' }, verdict: 'pass' },
      { by: { what: 'pushed' }, verdict: 'fail', estimate: 1 },
    ],
  },
  {
    title: text('已按规定处置', 'disposed of by the rules'),
    records: {
      exposure: shown((item, number) => (item === 3 && number >= 8 ? 1 : undefined)),
      disposal: [{ item: 'i3', action: 'limit' }],
      intervention,
    },
    verdict: 'pass',
  },
  {
    title: text('渐渐过气', 'it grows stale little by little'),
    records: {
      exposure: shown((item, number) => (item === 3 ? Math.round(60 * Math.exp(-number / 4)) : undefined)),
      disposal,
      intervention,
    },
    verdict: 'pass',
  },
  {
    title: text('只热了一天', 'the talk of one day'),
    records: {
      exposure: shown((item, number) => (item === 3 && number === 8 ? 130 : undefined)),
      disposal,
      intervention,
    },
    verdict: 'pass',
  },
  {
    title: text('日志太短', 'the log is too short'),
    records: { exposure: shown((_, number) => (number < 10 ? undefined : 0)), disposal, intervention },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有处置记录', 'no disposal on record'),
    records: { exposure: shown((_, number) => (number < 1 ? undefined : 0)), intervention },
    verdict: 'not-applicable',
  },
];
