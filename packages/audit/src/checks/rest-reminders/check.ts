import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { localTime, sessions } from '../common/sessions.ts';
import { examples } from './examples.ts';

/** Each person once, with the longest of their long sessions: rows that are independent of each other. */
const longest = `SELECT provider, user, max((lasted, began)) AS most, tupleElement(most, 2) AS began_at, tupleElement(most, 1) AS went_on,
  addMilliseconds(began_at, went_on) AS ended_at
FROM (${sessions('duration >= {{parameter.minutes}} * 60000')}) AS long_sessions
GROUP BY provider, user`;

export const restReminders = defineCheck({
  id: 'rest-reminders',
  version: 1,
  status: 'live',
  title: text('休息提醒及效果', 'Rest reminders and their effect'),
  question: text(
    '使用很久的人，在此期间是否得到过休息提醒？',
    'Were people who used it for long reminded to rest while they did?',
  ),
  advice: text(
    '每人只算其最长的一次长时间使用。列出的使用中没有提醒：提醒可能只接在某些版面，或被设置关掉。提醒有没有用，可用 trend 方法看提醒之后的使用时长，或比较提醒后仍继续的分钟数。',
    'Each person counts once, with the longest session. Those named had no reminder: it may be wired to some page positions only, or switched off in the settings. Whether reminders help can be seen with the method trend over the length of use, or from the minutes that people go on after one.',
  ),
  clauses: clausesOf('rest-reminders'),
  checklist: [6],
  families: ['control', 'engagement'],
  needs: ['engagement.duration'],
  method: 'invariant',
  relation: `SELECT used.user AS user, used.began_at AS began, used.went_on AS lasted, reminder.reminded >= used.began_at AS kept
FROM (${longest}) AS used
ASOF LEFT JOIN (
  SELECT provider, user, time AS reminded FROM {{control.history}} AS every_reminder WHERE action = 'rest-reminder-shown'
) AS reminder ON used.provider = reminder.provider AND used.user = reminder.user AND used.ended_at >= reminder.reminded`,
  parts: {
    row: `concat(user, ' ', ${localTime('began')}, ' ', toString(intDiv(lasted, 60000)), 'min')`,
    must: 'kept',
  },
  parameters: [
    {
      name: 'minutes',
      value: 45,
      meaning: text('多少分钟以上的使用应当有提醒。', 'Sessions of so many minutes or more call for a reminder.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'tolerance',
      value: 0.05,
      meaning: text('容许多大比例的人没有得到提醒。', 'The share of people who may go without.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { tolerance: '{{parameter.tolerance}}' },
  history: 1,
  examples,
});
