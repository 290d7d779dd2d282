import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const at = (clock: string, day = '02'): string => `2026-03-${day}T${clock}+08:00`;
const said = (user: string, action: 'consent-given' | 'consent-withdrawn', time: string, ...categories: string[]) => ({
  user,
  action,
  time,
  categories,
});
const used = (user: string, time: string, ...kinds: string[]) => ({
  user,
  time,
  data_used: kinds,
  request: `r-${user}-${time.slice(8, 23)}`,
  algorithm: 'home-feed',
});

export const examples: readonly CheckExample[] = [
  {
    title: text('只用同意过的', 'only what was consented to is used'),
    records: {
      control: [said('ann', 'consent-given', at('08:00:00'), 'browsing', 'location')],
      exposure: [used('ann', at('09:00:00'), 'browsing'), used('ann', at('10:00:00'), 'browsing', 'location')],
    },
    verdict: 'pass',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'pass', values: { rows: 2 } }],
  },
  {
    title: text('用了没有同意的位置', 'the location is used without consent'),
    records: {
      control: [
        said('ann', 'consent-given', at('08:00:00'), 'browsing'),
        said('bob', 'consent-given', at('08:00:00'), 'location'),
      ],
      exposure: [used('ann', at('09:00:00'), 'browsing', 'location'), used('bob', at('09:00:00'), 'location')],
    },
    verdict: 'fail',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'fail', estimate: 1, values: { rows: 2 } }],
  },
  {
    title: text(
      '撤回之后仍在使用；途中的请求、后来又同意的不算',
      'used after a withdrawal; a request under way and a consent given again do not count',
    ),
    records: {
      control: [
        said('ann', 'consent-given', at('08:00:00'), 'browsing', 'location'),
        said('ann', 'consent-withdrawn', at('12:00:00'), 'location'),
        said('ann', 'consent-given', at('18:00:00'), 'location'),
      ],
      exposure: [
        used('ann', at('11:59:00'), 'location'),
        used('ann', at('12:00:02'), 'location'),
        used('ann', at('13:00:00'), 'location'),
        used('ann', at('13:00:00', '03'), 'location'),
      ],
    },
    verdict: 'fail',
    units: [
      { by: { algorithm: 'home-feed' }, verdict: 'fail', estimate: 1, values: { rows: 3, longestElapsed: 3_600_000 } },
    ],
  },
  {
    title: text('先用后问', 'used first and asked later'),
    records: {
      control: [said('ann', 'consent-given', at('12:00:00'), 'browsing')],
      exposure: [used('ann', at('11:00:00'), 'browsing'), used('ann', at('13:00:00'), 'browsing')],
    },
    verdict: 'fail',
  },
  {
    title: text('同一时刻既同意又撤回，按撤回算', 'given and withdrawn at one instant count as withdrawn'),
    records: {
      control: [
        said('ann', 'consent-given', at('08:00:00'), 'browsing'),
        said('ann', 'consent-withdrawn', at('08:00:00'), 'browsing'),
      ],
      exposure: [used('ann', at('09:00:00'), 'browsing')],
    },
    verdict: 'fail',
  },
  {
    title: text(
      '换了假名而没有重述同意的人无法判断，不与上一期相连',
      'of a person under a new pseudonym without a restated consent nobody can tell; the epochs are not joined',
    ),
    records: {
      control: [said('p1_annannannannannannanna', 'consent-given', at('08:00:00'), 'browsing')],
      exposure: [
        used('p1_annannannannannannanna', at('09:00:00'), 'browsing'),
        used('p2_annannannannannannanna', at('09:00:00', '03'), 'browsing'),
      ],
    },
    verdict: 'not-enough-data',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'not-enough-data', values: { rows: 2, unknown: 1 } }],
  },
  {
    title: text('日志不记录所用的信息', 'the log does not say what is used'),
    records: {
      control: [said('ann', 'consent-given', at('08:00:00'), 'browsing')],
      exposure: [used('ann', at('09:00:00'))],
    },
    verdict: 'not-applicable',
  },
];
