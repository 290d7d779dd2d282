import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const rumourHandling = defineCheck({
  id: 'rumour-handling',
  version: 1,
  status: 'live',
  title: text('谣言识别与处置', 'Rumours recognised and handled'),
  question: text(
    '认定为谣言的内容，是否及时停止传输、限制或标注？',
    'Was what was recognised as a rumour stopped, limited or marked in good time?',
  ),
  advice: text(
    '查看列出的内容：识别之后为什么没有处置，或处置得晚？后来认定不是谣言、去掉标记的，应有记录。',
    'Look at the items named: why was nothing done once they were recognised, or only late? Where the label was taken back since, that should be on record.',
  ),
  clauses: clausesOf('rumour-handling'),
  families: ['item', 'disposal'],
  needs: ['item.labels'],
  method: 'invariant',
  relation: `SELECT item, recognised, handled, waited, multiIf(
    isNotNull(waited), waited <= {{parameter.hours}} * 3600000,
    dateDiff('millisecond', recognised, latest) > {{parameter.hours}} * 3600000, false,
    NULL
  ) AS prompt
FROM (
  SELECT recognitions.item AS item, recognitions.recognised AS recognised,
    minIf(acts.time, acts.item != '') AS handled,
    if(countIf(acts.item != '') = 0, NULL, greatest(dateDiff('millisecond', recognitions.recognised, handled), 0)) AS waited,
    (SELECT max(time) FROM (SELECT time FROM {{disposal}} AS last_acts UNION ALL SELECT time FROM {{item}} AS last_facts) AS both) AS latest
  FROM (
    SELECT item, min(time) AS recognised FROM {{item}} AS facts WHERE has(labels, 'rumour') GROUP BY item
  ) AS recognitions
  LEFT JOIN (
    SELECT item, time FROM {{disposal.history}} AS every_act WHERE action IN ('stop', 'limit', 'label')
  ) AS acts ON recognitions.item = acts.item
  GROUP BY recognitions.item, recognitions.recognised
) AS cases`,
  parts: { row: 'item', must: 'prompt', elapsed: 'ifNull(waited, -1)' },
  parameters: [
    {
      name: 'hours',
      value: 24,
      meaning: text('识别之后多少小时内应当处置。', 'Within how many hours of being recognised it must be dealt with.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {},
  history: 'all',
  examples,
});
