import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const exposureAfterDisposal = defineCheck({
  id: 'exposure-after-disposal',
  version: 1,
  status: 'live',
  title: text('处置后仍有展示', 'Exposure after disposal'),
  question: text(
    '停止传输的内容，之后是否还被展示给人？',
    'Was anything still shown after its transmission was stopped?',
  ),
  advice: text(
    '逐一查看列出的请求：处置没有传到展示环节，还是缓存未清？宽限只够让已在途中的请求走完。',
    'Look at the requests named: did the disposal not reach the serving path, or was a cache not cleared? The grace only lets requests under way finish.',
  ),
  clauses: clausesOf('exposure-after-disposal'),
  families: ['disposal', 'exposure'],
  needs: [],
  method: 'invariant',
  relation: `SELECT shown.request AS request, shown.position AS position, shown.item AS item, shown.day AS day,
  decided.latest = 'stop' AS stopped, dateDiff('millisecond', decided.time, shown.time) AS since
FROM (
  SELECT request, position, item, time, day FROM {{exposure}} AS all_shown
  WHERE item IN (SELECT item FROM {{disposal.history}} AS every_stop WHERE action = 'stop')
) AS shown
ASOF LEFT JOIN (
  SELECT item, time, max(action) AS latest FROM {{disposal.history}} AS acts
  WHERE action IN ('stop', 'restore') GROUP BY item, time
) AS decided ON shown.item = decided.item AND shown.time >= decided.time`,
  parts: {
    row: "concat(request, '#', toString(position), ' ', item)",
    must: 'NOT stopped',
    elapsed: 'if(stopped, since, -1)',
  },
  parameters: [
    {
      name: 'grace',
      value: 10000,
      meaning: text(
        '处置之后多少毫秒内的展示算在途中。',
        'For how many milliseconds after a disposal an exposure counts as under way.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { grace: '{{parameter.grace}}' },
  day: 'day',
  history: 'all',
  examples,
});
