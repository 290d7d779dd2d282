import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { audienceOf, sessions, sinceMidnight } from '../common/sessions.ts';
import { examples } from './examples.ts';

/** Each person once, with the last seven days up to the one they were last seen on: rows that are independent of each other. */
const lastWeeks = `SELECT person, any(user_of_day) AS user, max(audience_of_day) AS audience_known,
  arrayFilter(one -> one.1 > max(day) - 7, groupArray((day, longest, at_night))) AS week
FROM (
  SELECT cityHash64(provider, user) AS person, any(user) AS user_of_day, day, max(audience) AS audience_of_day, max(lasted) AS longest,
    max(toUInt8(${sinceMidnight('began')} >= 82800000 OR ${sinceMidnight('began')} < 18000000)) AS at_night
  FROM (${sessions("audience != 'minor'")}) AS all_sessions
  GROUP BY person, day
) AS days_of_use
GROUP BY person`;

export const sessionTails = defineCheck({
  id: 'session-tails',
  version: 1,
  status: 'live',
  title: text('超长与深夜使用', 'Very long and late-night use'),
  question: text(
    '各人群中，是否有超过容许比例的人一次使用数小时，或一周中大半的夜里都在使用？',
    'In any audience, do more people than is tolerable use the service for hours on end, or on most nights of a week?',
  ),
  advice: text(
    '每人只算一次，看其最近有使用的七天；未成年人另有更严的检查 minors-time，不在其中。long-sessions 指一次使用超过参数 hours 所定的小时数，late-nights 指七天中在 23 时至 5 时开始使用的夜数超过参数 nights。先查时长是否包含后台播放；再看推荐在长时间使用之后是否仍不断加码（自动连播、无限下滑、深夜推送）。限度没有公布的来源，请按服务的性质确定并说明。',
    'Each person counts once, with the last seven days up to the one they were last seen on; minors are held to stricter limits by minors-time and are not among them. long-sessions means one session longer than the hours stated in the parameters, late-nights that use began between 23:00 and 5:00 on more nights than stated. First see whether durations hold time in the background; then whether recommendation pushes on after long use (autoplay, endless scroll, messages at night). No source publishes limits: set them for the service and say so.',
  ),
  clauses: clausesOf('session-tails'),
  checklist: [6],
  families: ['engagement'],
  needs: ['engagement.duration'],
  method: 'invariant',
  relation: `SELECT concat(user, ' ', kind) AS row, kind, ${audienceOf('audience_known')} AS audience,
  if(kind = 'long-sessions', arrayMax(arrayMap(one -> one.2, week)) <= {{parameter.hours}} * 3600000,
    arraySum(arrayMap(one -> one.3, week)) <= {{parameter.nights}}) AS kept
FROM (${lastWeeks}) AS people
ARRAY JOIN ['long-sessions', 'late-nights'] AS kind`,
  parts: { row: 'row', must: 'kept' },
  by: ['kind', 'audience'],
  parameters: [
    {
      name: 'hours',
      value: 4,
      meaning: text('一次使用超过多少小时算超长。', 'A session longer than so many hours is very long.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'nights',
      value: 4,
      meaning: text('七天中至多多少夜可以深夜使用。', 'On so many nights of seven late use is still ordinary.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'tolerance',
      value: 0.01,
      meaning: text('容许多大比例的人超出。', 'The share of people who may exceed it.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { tolerance: '{{parameter.tolerance}}' },
  examples,
});
