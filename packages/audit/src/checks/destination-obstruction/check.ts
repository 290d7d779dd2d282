import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const destinationObstruction = defineCheck({
  id: 'destination-obstruction',
  version: 1,
  status: 'live',
  title: text('妨碍访问他方服务', 'Obstruction of other services'),
  question: text(
    '去往别家服务的跳转，是否比去往自家服务的更常失败、等得更久？',
    "Do redirects to services of others fail more often, or take longer, than those to the provider's own?",
  ),
  advice: text(
    '查明差别出在谁的环节：自己加的拦截、确认页和限速，还是对方的服务器。比较只在同类目的地、同一时段之内进行。',
    "Find out at whose end the difference arises: one's own blocking, confirmation pages and limits, or the other's servers. Only destinations of one kind and part of the day are compared.",
  ),
  clauses: clausesOf('destination-obstruction'),
  families: ['engagement'],
  needs: ['engagement.destination_owner', 'engagement.succeeded'],
  method: 'value-gap',
  relation: `SELECT user, owner, kind, part_of_day, day, trouble.1 AS obstruction, trouble.2 AS loss
FROM (
  SELECT user, toString(destination_owner) AS owner, toString(topic) AS kind, intDiv(toHour(time, 'Asia/Shanghai'), 6) AS part_of_day, day,
    arrayJoin(arrayFilter(one -> isNotNull(one.2), [
      ('failure', toNullable(toFloat64(NOT assumeNotNull(succeeded)))),
      ('wait', if(succeeded, least(duration / 1000. / {{parameter.patience}}, 1.), NULL))
    ])) AS trouble
  FROM {{engagement}} AS redirects
  WHERE action = 'redirect' AND destination_owner != '' AND isNotNull(succeeded)
) AS troubles`,
  parts: { group: 'owner', value: 'loss', cluster: 'user' },
  compare: ['other', 'own'],
  by: ['obstruction'],
  strata: ['kind', 'part_of_day'],
  parameters: [
    {
      name: 'patience',
      value: 5,
      meaning: text(
        '等待多少秒与失败一样糟；等待按它的份数计。',
        'A wait of so many seconds is as bad as a failure; waits are counted as a share of it.',
      ),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 0.02,
      meaning: text(
        '别家比自家多出多少算妨碍：百次多失败两次，或多等忍耐时间的百分之二。',
        'What others may suffer more than own services: two failures more in a hundred, or two hundredths of the patience in waiting.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {
    measure: 'difference',
    reference: 'own',
    adverse: 'high',
    medians: false,
    materiality: '{{parameter.materiality}}',
  },
  day: 'day',
  examples,
});
