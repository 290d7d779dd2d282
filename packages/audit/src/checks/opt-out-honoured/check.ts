import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { everSwitched, person, switchChanges } from '../common/switch-changes.ts';
import { examples } from './examples.ts';

export const optOutHonoured = defineCheck({
  id: 'opt-out-honoured',
  version: 1,
  status: 'live',
  title: text('关闭后立即停止', 'Opt-out honoured'),
  question: text(
    '有人关闭个性化推荐之后，是否还被展示个性化的结果？关闭要多久才生效？',
    'After people switched personalisation off, were they still shown personalised results? How long did it take to stop?',
  ),
  advice: text(
    '查看列出的请求（每条写明是谁、关闭后第几秒）。longestElapsed 与 brokenByElapsed 说明违反集中在关闭后的什么时间：只在最初几分钟，多半是缓存或状态同步迟缓；一直都有，则某个版面没有读取开关。宽限只容许关闭时已在途中的请求。若结果其实与个人无关，请更正 personalised 的记录方式。',
    'Look at the requests named: each says who it was and how many seconds after switching off. longestElapsed and brokenByElapsed say when they happened: only in the first minutes points to a cache or a slow synchronisation of the switch, all the time to a page position that never reads it. The grace lets requests under way finish and nothing more. Where the results did not in fact rest on the person, mend how personalised is recorded.',
  ),
  clauses: clausesOf('opt-out-honoured'),
  checklist: [4],
  families: ['control', 'exposure'],
  needs: [],
  method: 'invariant',
  relation: `SELECT shown.request AS request, shown.user AS user, shown.algorithm AS algorithm, shown.day AS day,
  shown.personalised AS personalised, dateDiff('millisecond', switched.changed, shown.time) AS since
FROM (
  SELECT ${person}, user, request, algorithm, time, day, personalised FROM {{exposure}} AS every_exposure
  WHERE user IN (${everSwitched('opt-out')})
) AS shown
ASOF JOIN (${switchChanges('opt-out', 'opt-in', '{{met.exposure.user}}')}) AS switched
  ON shown.person = switched.person AND shown.time >= switched.changed
WHERE switched.holds = 1`,
  parts: {
    row: "concat(request, ' ', user, ' +', toString(intDiv(since, 1000)), 's')",
    must: 'NOT personalised',
    elapsed: 'since',
  },
  by: ['algorithm'],
  parameters: [
    {
      name: 'grace',
      value: 3000,
      meaning: text(
        '关闭之后多少毫秒内的请求算在途中。条款要求立即停止，没有给出时长。',
        'For how many milliseconds after switching off a request counts as under way. The clause says at once and names no time.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { grace: '{{parameter.grace}}' },
  day: 'day',
  history: 'all',
  examples,
});
