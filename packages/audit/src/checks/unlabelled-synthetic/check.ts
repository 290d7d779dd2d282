import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const unlabelledSynthetic = defineCheck({
  id: 'unlabelled-synthetic',
  version: 1,
  status: 'live',
  title: text('未标识的生成合成信息', 'Unlabelled synthetic content'),
  question: text(
    '生成合成的内容展示给人时，是否都带有看得见的标识？',
    'Did all synthetic content carry a visible label when people were shown it?',
  ),
  advice: text(
    '给列出的内容补上标识，查明展示环节为什么没有带上。',
    'Label the items named, and find out why the serving path left the label out.',
  ),
  clauses: clausesOf('unlabelled-synthetic'),
  families: ['exposure', 'item'],
  needs: ['item.synthetic'],
  method: 'invariant',
  relation: `SELECT shown.request AS request, shown.position AS position, shown.item AS item, shown.day AS day, shown.labelled AS labelled
FROM (
  SELECT request, position, item, time, day, has(labels, 'synthetic') AS marked, has(labels, 'synthetic-label-shown') AS labelled
  FROM {{exposure}} AS all_shown
  WHERE has(labels, 'synthetic') OR item IN (SELECT item FROM {{item.history}} AS every_item WHERE synthetic)
) AS shown
LEFT JOIN (
  SELECT item, min(time) AS since FROM {{item.history}} AS marked_items WHERE synthetic GROUP BY item
) AS known ON shown.item = known.item
WHERE shown.marked OR (known.item != '' AND shown.time >= known.since)`,
  parts: { row: "concat(request, '#', toString(position), ' ', item)", must: 'labelled' },
  parameters: [],
  methodParameters: {},
  day: 'day',
  history: 'all',
  examples,
});
