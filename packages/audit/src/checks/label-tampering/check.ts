import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const labelTampering = defineCheck({
  id: 'label-tampering',
  version: 1,
  status: 'live',
  title: text('标识被删除或篡改', 'Labels removed or altered'),
  question: text(
    '曾经标为生成合成的内容，标识后来有没有被去掉？',
    'Was a label of synthetic content taken away later?',
  ),
  advice: text(
    '查明谁在何时改了标识；确系误标的，要留下更正的理由。',
    'Find out who changed the label and when; a true correction needs its reason on record.',
  ),
  clauses: clausesOf('label-tampering'),
  families: ['item'],
  needs: ['item.synthetic'],
  method: 'invariant',
  relation: `SELECT item, time, before, synthetic AS now FROM (
  SELECT item, time, synthetic,
    max(ifNull(synthetic, false)) OVER (PARTITION BY item ORDER BY time ASC, synthetic DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM {{item.history}} AS items
) AS steps`,
  parts: { row: 'item', must: 'NOT (before AND ifNull(NOT now, true))' },
  parameters: [],
  methodParameters: {},
  history: 'all',
  examples,
});
