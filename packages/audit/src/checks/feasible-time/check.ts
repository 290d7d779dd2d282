import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const feasibleTime = defineCheck({
  id: 'feasible-time',
  version: 1,
  status: 'live',
  title: text('承诺时间是否可行', 'Promised against feasible time'),
  question: text(
    '给劳动者的时间，够不够按路程、路况和保护规则走完？',
    'Is the time that workers are given enough for the way, the traffic and the rules that protect them?',
  ),
  advice: text(
    '按可行时间重新估算列出的订单，查明哪条规则把时间压短了。',
    'Estimate the orders named anew from the feasible time, and find the rule that cut it short.',
  ),
  clauses: clausesOf('feasible-time'),
  families: ['dispatch'],
  needs: ['dispatch.promised', 'dispatch.feasible'],
  method: 'invariant',
  relation: `SELECT \`order\`, day, promised >= feasible AS enough FROM {{dispatch}} AS orders WHERE isNotNull(promised) AND isNotNull(feasible)`,
  parts: { row: '`order`', must: 'enough' },
  parameters: [],
  methodParameters: {},
  day: 'day',
  examples,
});
