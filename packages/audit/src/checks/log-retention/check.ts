import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const logRetention = defineCheck({
  id: 'log-retention',
  version: 1,
  status: 'live',
  title: text('日志留存满六个月', 'Logs kept for six months'),
  question: text('最近六个月里，每一天的日志都还在吗？', 'Is the log of every day of the last six months still there?'),
  advice: text(
    '说明缺失的日子：服务是否停过，还是日志被删得太早。开始记录不满六个月的，从第一天算起。',
    'Account for the days that are missing: was the service down, or was the log deleted too early? A log younger than six months counts from its first day.',
  ),
  clauses: clausesOf('log-retention'),
  families: ['exposure'],
  needs: [],
  method: 'invariant',
  relation: `SELECT civil, civil IN (SELECT day FROM {{exposure.history}} AS kept GROUP BY day) AS kept
FROM (
  SELECT arrayJoin(arrayMap(offset -> addDays(first, offset), range(toUInt32(dateDiff('day', first, last) + 1)))) AS civil
  FROM (
    SELECT greatest(min(day), subtractMonths(max(day), 6)) AS first, max(day) AS last FROM {{exposure.history}} AS every_day
  ) AS span
) AS days`,
  parts: { row: 'toString(civil)', must: 'kept' },
  parameters: [],
  methodParameters: {},
  history: 'all',
  examples,
});
