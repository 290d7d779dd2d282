import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const minute = 60_000;
const start = Date.UTC(2026, 2, 2, 4);
const used = (user: string, minutes: number, begins = start) => ({
  user,
  action: 'session',
  time: begins,
  duration: minutes * minute,
});
const reminded = (user: string, time: number) => ({ user, time, action: 'rest-reminder-shown' });
const people = (count: number) => Array.from({ length: count }, (_, person) => `u${person}`);

export const examples: readonly CheckExample[] = [
  {
    title: text('每次长时间使用都有提醒', 'every long session has its reminder'),
    records: {
      engagement: people(120).map((user) => used(user, 90)),
      control: people(120).map((user) => reminded(user, start + 30 * minute)),
    },
    verdict: 'pass',
    units: [{ verdict: 'pass', values: { rows: 120, broken: 0 } }],
  },
  {
    title: text('一半的人没有提醒', 'half of the people get none'),
    records: {
      engagement: people(120).map((user) => used(user, 90)),
      control: people(60).map((user) => reminded(user, start + 30 * minute)),
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 0.45 }],
  },
  {
    title: text('短的使用不需要提醒', 'short sessions need none'),
    records: {
      engagement: [...people(120).map((user) => used(user, 90)), ...people(900).map((user) => used(`s${user}`, 20))],
      control: people(120).map((user) => reminded(user, start + 30 * minute)),
    },
    verdict: 'pass',
    units: [{ verdict: 'pass', values: { rows: 120 } }],
  },
  {
    title: text('使用之前和之后的提醒都不算', 'reminders before and after the session do not count'),
    records: {
      engagement: people(120).map((user) => used(user, 90)),
      control: people(120).map((user, index) =>
        reminded(user, index % 2 === 0 ? start - 30 * minute : start + 100 * minute),
      ),
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', values: { broken: 120 } }],
  },
  {
    title: text('长时间使用的人太少', 'too few people use it for long'),
    records: { engagement: [used('ann', 90)], control: [reminded('ann', start + 30 * minute)] },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有用户控制的记录', 'no control is on record'),
    records: { engagement: [used('ann', 90)] },
    verdict: 'not-applicable',
  },
];
