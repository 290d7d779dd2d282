import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const at = (clock: string, day = '03'): string => `2026-03-${day}T${clock}+08:00`;
const viewed = (user: string, time: string, ...tags: readonly string[]) => ({
  user,
  time,
  tags,
  action: 'tags-viewed',
});
const used = (user: string, time: string, ...tags: readonly string[]) => ({
  user,
  time,
  tags,
  request: `r-${user}-${time.slice(8, 19)}`,
});

export const examples: readonly CheckExample[] = [
  {
    title: text('用过的标签都展示了，多展示的无妨', 'all that was used is shown; more may be shown'),
    records: {
      control: [viewed('ann', at('12:00:00'), 'tea', 'football', 'cats')],
      exposure: [used('ann', at('10:00:00'), 'tea'), used('ann', at('20:00:00', '02'), 'football')],
    },
    verdict: 'pass',
    units: [{ verdict: 'pass', values: { rows: 1 } }],
  },
  {
    title: text('用过的一个标签没有展示', 'a tag that was used is kept back'),
    records: {
      control: [viewed('ann', at('12:00:00'), 'tea'), viewed('bob', at('12:00:00'), 'tea')],
      exposure: [used('ann', at('10:00:00'), 'tea', 'quiet-evenings'), used('bob', at('10:00:00'), 'tea')],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1, values: { rows: 2 } }],
  },
  {
    title: text(
      '查看前已删除的、一天以前用的、查看之后才用的不要求展示',
      'what was deleted before the view, used more than a day earlier or only later need not be shown',
    ),
    records: {
      control: [
        { user: 'ann', action: 'tag-deleted', tag: 'football', time: at('11:00:00') },
        viewed('ann', at('12:00:00'), 'tea'),
      ],
      exposure: [
        used('ann', at('10:00:00'), 'tea', 'football'),
        used('ann', at('11:00:00', '02'), 'cats'),
        used('ann', at('13:00:00'), 'birds'),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('删除之后又使用的标签没有展示', 'a tag deleted long ago and used again is not shown'),
    records: {
      control: [
        { user: 'ann', action: 'tag-deleted', tag: 'football', time: at('09:00:00') },
        viewed('ann', at('12:00:00'), 'tea'),
      ],
      exposure: [used('ann', at('10:00:00'), 'tea', 'football')],
    },
    verdict: 'fail',
  },
  {
    title: text('没有写明展示了什么', 'the record does not say what was shown'),
    records: {
      control: [viewed('ann', at('12:00:00')), viewed('bob', at('12:00:00'), 'tea')],
      exposure: [used('ann', at('10:00:00'), 'tea'), used('bob', at('10:00:00'), 'tea')],
    },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有人查看过标签', 'nobody looked at their tags'),
    records: {
      control: [{ user: 'ann', action: 'opt-out', time: at('12:00:00') }],
      exposure: [used('ann', at('10:00:00'), 'tea')],
    },
    verdict: 'not-applicable',
  },
];
