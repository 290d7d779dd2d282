import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const at = (clock: string, day = '02'): string => `2026-03-${day}T${clock}+08:00`;
const shown = (user: string, time: string, personalised: boolean, request = `r-${user}-${time.slice(8, 19)}`) => ({
  user,
  time,
  personalised,
  request,
  algorithm: 'home-feed',
});
const chose = (user: string, action: 'opt-out' | 'opt-in', time: string) => ({ user, action, time });

export const examples: readonly CheckExample[] = [
  {
    title: text('关闭后全部为非个性化', 'nothing is personalised after the switch was turned off'),
    records: {
      control: [chose('ann', 'opt-out', at('10:00:00'))],
      exposure: [
        shown('ann', at('09:59:59'), true),
        shown('ann', at('10:05:00'), false),
        shown('bob', at('10:05:00'), true),
      ],
    },
    verdict: 'pass',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'pass', estimate: 0, values: { rows: 1 } }],
  },
  {
    title: text('关闭一天后仍个性化', 'still personalised a day later'),
    records: {
      control: [chose('ann', 'opt-out', at('10:00:00'))],
      exposure: [shown('ann', at('10:05:00'), false), shown('ann', at('11:00:00', '03'), true)],
    },
    verdict: 'fail',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'fail', estimate: 1, values: { longestElapsed: 90_000_000 } }],
  },
  {
    title: text('关闭时已在途中的请求在宽限之内', 'a request under way is within the grace'),
    records: {
      control: [chose('ann', 'opt-out', at('10:00:00'))],
      exposure: [shown('ann', at('10:00:02.900'), true), shown('ann', at('10:05:00'), false)],
    },
    verdict: 'pass',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'pass', values: { rows: 1 } }],
  },
  {
    title: text('再次点击关闭不重新起算宽限', 'switching off again does not begin the grace anew'),
    records: {
      control: [chose('ann', 'opt-out', at('10:00:00')), chose('ann', 'opt-out', at('10:10:00'))],
      exposure: [shown('ann', at('10:10:01'), true)],
    },
    verdict: 'fail',
  },
  {
    title: text('重新开启之后可以个性化', 'personalised again after switching on again'),
    records: {
      control: [chose('ann', 'opt-out', at('10:00:00')), chose('ann', 'opt-in', at('12:00:00'))],
      exposure: [shown('ann', at('11:00:00'), false), shown('ann', at('12:00:01'), true)],
    },
    verdict: 'pass',
  },
  {
    title: text('同一时刻又关又开，按关闭算', 'off and on at one instant count as off'),
    records: {
      control: [chose('ann', 'opt-out', at('10:00:00')), chose('ann', 'opt-in', at('10:00:00'))],
      exposure: [shown('ann', at('10:30:00'), true)],
    },
    verdict: 'fail',
  },
  {
    title: text(
      '换了假名的人，新一期没有重述关闭，就不与上一期相连',
      'a person under a new pseudonym is not joined to the old one when nothing was restated',
    ),
    records: {
      control: [
        chose('p1_annannannannannannanna', 'opt-out', at('10:00:00')),
        chose('p2_bobbobbobbobbobbobbobb', 'opt-out', at('10:00:00', '03')),
      ],
      exposure: [
        shown('p2_annannannannannannanna', at('10:30:00', '03'), true, 'r-1'),
        shown('p2_bobbobbobbobbobbobbobb', at('10:30:00', '03'), false, 'r-2'),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('关闭的人没有再来', 'nobody who switched off came back'),
    records: {
      control: [chose('ann', 'opt-out', at('10:00:00'))],
      exposure: [shown('ann', at('09:00:00'), true), shown('bob', at('11:00:00'), true)],
    },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有用户控制的记录', 'no control is on record'),
    records: { exposure: [shown('bob', at('11:00:00'), true)] },
    verdict: 'not-applicable',
  },
];
