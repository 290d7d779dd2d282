import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const at = (clock: string, day = '02'): string => `2026-03-${day}T${clock}+08:00`;
const said = (user: string, action: 'tag-deleted' | 'tag-added', tag: string, time: string) => ({
  user,
  action,
  tag,
  time,
});
const used = (user: string, request: string, time: string, ...tags: readonly string[]) => ({
  user,
  request,
  time,
  tags,
  algorithm: 'home-feed',
});

export const examples: readonly CheckExample[] = [
  {
    title: text('删除之后只用其余标签', 'only the other tags are used after the deletion'),
    records: {
      control: [said('ann', 'tag-deleted', 'football', at('10:00:00'))],
      exposure: [
        used('ann', 'r1', at('09:00:00'), 'football'),
        used('ann', 'r2', at('11:00:00'), 'tea'),
        used('bob', 'r3', at('11:00:00'), 'football'),
      ],
    },
    verdict: 'pass',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'pass', values: { rows: 1 } }],
  },
  {
    title: text('删除一小时后仍在使用', 'still used an hour after the deletion'),
    records: {
      control: [
        said('ann', 'tag-deleted', 'football', at('10:00:00')),
        said('ann', 'tag-deleted', 'tea', at('10:30:00')),
      ],
      exposure: [used('ann', 'r1', at('11:00:00'), 'tea', 'football'), used('ann', 'r2', at('11:00:00'), 'baking')],
    },
    verdict: 'fail',
    units: [
      { by: { algorithm: 'home-feed' }, verdict: 'fail', estimate: 1, values: { rows: 2, longestElapsed: 3_600_000 } },
    ],
  },
  {
    title: text('画像刷新前的几秒在宽限之内', 'the seconds until the profile is refreshed are within the grace'),
    records: {
      control: [said('ann', 'tag-deleted', 'football', at('10:00:00'))],
      exposure: [used('ann', 'r1', at('10:00:59'), 'football'), used('ann', 'r2', at('11:00:00'), 'tea')],
    },
    verdict: 'pass',
  },
  {
    title: text('本人重新添加之后可以使用，再删除又不可以', 'a tag added again may be used, and deleted again may not'),
    records: {
      control: [
        said('ann', 'tag-deleted', 'football', at('10:00:00')),
        said('ann', 'tag-added', 'football', at('12:00:00')),
        said('bob', 'tag-deleted', 'football', at('10:00:00')),
        said('bob', 'tag-added', 'football', at('12:00:00')),
        said('bob', 'tag-deleted', 'football', at('14:00:00')),
        said('ann', 'tag-deleted', 'tea', at('08:00:00')),
      ],
      exposure: [used('ann', 'r1', at('13:00:00'), 'football'), used('bob', 'r2', at('15:00:00'), 'football')],
    },
    verdict: 'fail',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'fail', estimate: 1, values: { rows: 2 } }],
  },
  {
    title: text('同一人的另一假名不与之相连', 'another pseudonym of the same person is not joined'),
    records: {
      control: [
        said('p1_annannannannannannanna', 'tag-deleted', 'football', at('10:00:00')),
        said('p2_bobbobbobbobbobbobbobb', 'tag-deleted', 'tea', at('10:00:00')),
      ],
      exposure: [
        used('p2_annannannannannannanna', 'r1', at('11:00:00', '03'), 'football'),
        used('p2_bobbobbobbobbobbobbobb', 'r2', at('11:00:00', '03'), 'baking'),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('没有人删过标签', 'nobody deleted a tag'),
    records: {
      control: [said('ann', 'tag-added', 'football', at('10:00:00'))],
      exposure: [used('ann', 'r1', at('11:00:00'), 'football')],
    },
    verdict: 'not-enough-data',
  },
];
