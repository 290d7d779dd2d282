import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const interventionOwned = defineCheck({
  id: 'intervention-owned',
  version: 1,
  status: 'live',
  title: text('人工干预有责任人、有理由、有期限', 'Interventions have owner, reason and term'),
  question: text(
    '每一次人工干预，是否都写明由谁负责、为什么、到什么时候？',
    'Does every intervention by hand say who is responsible, why, and until when?',
  ),
  advice: text(
    '补记缺少的责任人、理由或期限；长期有效的也要写明复核的日期。',
    'Record the missing owner, reason or term; what is to last needs a date of review.',
  ),
  clauses: clausesOf('intervention-owned'),
  families: ['intervention'],
  needs: [],
  method: 'invariant',
  relation: `SELECT intervention, day, owner != '' AND reason != '' AND isNotNull(ends) AND ifNull(ends >= ifNull(starts, ends), 0) AS complete FROM {{intervention}} AS interventions`,
  parts: { row: 'intervention', must: 'complete' },
  parameters: [],
  methodParameters: {},
  day: 'day',
  examples,
});
