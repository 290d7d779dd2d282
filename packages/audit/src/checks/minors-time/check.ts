import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { localTime, sessions, sinceMidnight } from '../common/sessions.ts';
import { examples } from './examples.ts';

const ofMinors = sessions("audience = 'minor'");

const spentByMinors = "action = 'spend' AND audience = 'minor' AND isNotNull(amount)";

const minutes = `SELECT 'minutes' AS kind, concat(user, ' ', toString(day), ' ', toString(intDiv(sum(lasted), 60000)), 'min') AS row,
  sum(lasted) <= {{parameter.minutes}} * 60000 AS kept, day
FROM (${ofMinors}) AS days_of_use
GROUP BY provider, user, day`;

const nights = `SELECT 'night' AS kind, concat(user, ' ', ${localTime('began')}) AS row,
  ${sinceMidnight('began')} >= {{parameter.morning}} * 3600000 AND ${sinceMidnight('began')} + lasted <= {{parameter.night}} * 3600000 AS kept, day
FROM (${ofMinors}) AS times_of_use`;

const payments = `SELECT 'payment' AS kind, concat(user, ' ', ${localTime('time')}, ' ', toString(amount)) AS row,
  amount <= {{parameter.payment}} AS kept, day
FROM {{engagement}} AS every_payment
WHERE ${spentByMinors}`;

/** Spent by then in the same calendar month. */
const months = `SELECT 'month' AS kind, concat(user, ' ', ${localTime('time')}, ' ', toString(so_far)) AS row, so_far <= {{parameter.month}} AS kept, day
FROM (
  SELECT user, time, day,
    sum(assumeNotNull(amount)) OVER (PARTITION BY cityHash64(provider, user), toStartOfMonth(day) ORDER BY time RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS so_far
  FROM {{engagement.history}} AS payments_of_months
  WHERE ${spentByMinors} AND user IN (SELECT user FROM {{engagement}} AS paying WHERE ${spentByMinors})
) AS running
WHERE day IN (SELECT day FROM {{engagement}} AS days_asked_for WHERE ${spentByMinors})`;

export const minorsTime = defineCheck({
  id: 'minors-time',
  version: 1,
  status: 'live',
  title: text('未成年人使用时长与消费', "Minors' time and spending"),
  question: text(
    '已知为未成年人的人，每日使用、夜间使用、单次与每月消费是否都在限度之内？',
    'Do people known to be minors stay within the limits of minutes a day, of the night, and of spending at once and in a month?',
  ),
  advice: text(
    '四项分别给出结论：minutes（每日分钟）、night（夜间）、payment（单次消费）、month（当月累计）。时长的缺省限度取最低一档；日志不含年龄段，只面向较大未成年人的服务可调高。消费限度出自网络游戏的规定，其他服务比照使用。若时长包含后台播放，请先改正 duration 的记法。',
    'Four verdicts: minutes (a day), night, payment (at once) and month (so far in the calendar month). The default for minutes is that of the youngest band, as the log does not hold the age; a service for older minors alone may raise it. The limits of spending come from the rules for online games and are used here by analogy. If durations hold time in the background, mend how they are recorded first.',
  ),
  clauses: clausesOf('minors-time'),
  checklist: [21],
  families: ['engagement'],
  needs: ['engagement.audience', 'engagement.duration'],
  method: 'invariant',
  relation: `${minutes}
UNION ALL
${nights}
UNION ALL
${payments}
UNION ALL
${months}`,
  parts: { row: 'row', must: 'kept' },
  by: ['kind'],
  parameters: [
    {
      name: 'minutes',
      value: 40,
      meaning: text('每日使用的分钟数上限。', 'Minutes of use a day at most.'),
      source: { kind: 'published', reference: 'minors-mode-2023' },
    },
    {
      name: 'night',
      value: 22,
      meaning: text('几点以后不得使用。', 'The hour after which there is no use.'),
      source: { kind: 'published', reference: 'minors-mode-2023' },
    },
    {
      name: 'morning',
      value: 6,
      meaning: text('几点以前不得使用。', 'The hour before which there is no use.'),
      source: { kind: 'published', reference: 'minors-mode-2023' },
    },
    {
      name: 'payment',
      value: 10000,
      meaning: text('单次消费的上限（分）。', 'Fen that may be spent at once.'),
      source: { kind: 'published', reference: 'games-2019' },
    },
    {
      name: 'month',
      value: 40000,
      meaning: text('每月消费的上限（分）。', 'Fen that may be spent in a calendar month.'),
      source: { kind: 'published', reference: 'games-2019' },
    },
  ],
  methodParameters: {},
  day: 'day',
  history: 31,
  references: [
    {
      id: 'minors-mode-2023',
      citation:
        '国家互联网信息办公室，《移动互联网未成年人模式建设指南（征求意见稿）》，2023-08-02 (Cyberspace Administration of China, consultation draft of the guide to minors mode: 40 minutes a day below eight, no use from 22:00 to 6:00).',
    },
    {
      id: 'games-2019',
      citation:
        '国家新闻出版署，《关于防止未成年人沉迷网络游戏的通知》（国新出发〔2019〕34号） (National Press and Publication Administration, notice on minors and online games: from 16 to 18 at most 100 yuan at once and 400 yuan a month).',
    },
  ],
  examples,
});
