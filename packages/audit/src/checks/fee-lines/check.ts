import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const feeLines = defineCheck({
  id: 'fee-lines',
  version: 1,
  status: 'live',
  title: text('费用明细相符', 'Fee lines add up'),
  question: text('给劳动者的每一单报酬，是否等于明细之和？', 'Is the pay for each order the sum of its lines?'),
  advice: text(
    '更正列出的订单，把少付的补上；明细要让劳动者看得懂。',
    'Correct the orders named and pay what is missing; workers must be able to follow the lines.',
  ),
  clauses: clausesOf('fee-lines'),
  families: ['dispatch'],
  needs: ['dispatch.pay', 'dispatch.line_amounts'],
  method: 'invariant',
  relation: `SELECT \`order\`, worker, day, pay = arraySum(line_amounts) AS adds_up FROM {{dispatch}} AS orders WHERE isNotNull(pay)`,
  parts: { row: '`order`', must: 'adds_up' },
  parameters: [],
  methodParameters: {},
  day: 'day',
  examples,
});
