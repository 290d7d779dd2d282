import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const declaredAutomation = defineCheck({
  id: 'declared-automation',
  version: 1,
  status: 'live',
  title: text('声明的自动化程度与实际一致', 'Automation as declared'),
  question: text(
    '声明为全自动的算法，是否真的没有人工参与？声明有人工参与的，是否真的有？',
    'Is an algorithm that was declared fully automatic really without a human hand, and one declared otherwise really with one?',
  ),
  advice: text(
    '核对备案里“自动化”一项的填法：填反了就更正备案，有未声明的人工干预就办理变更。',
    'Check how the filing states automation: correct it if it was inverted; file a change if people intervene undeclared.',
  ),
  clauses: clausesOf('declared-automation'),
  families: ['exposure', 'declaration'],
  needs: ['exposure.algorithm', 'exposure.automated', 'declaration.automated'],
  method: 'invariant',
  relation: `SELECT used.algorithm AS algorithm, if(known.declared, used.manual = 0, used.manual > 0) AS agrees
FROM (
  SELECT algorithm, countIf(ifNull(NOT automated, false) OR intervention != '') AS manual FROM {{exposure}} AS shown
  WHERE algorithm != '' AND isNotNull(automated) GROUP BY algorithm
) AS used
INNER JOIN (
  SELECT algorithm, argMax(assumeNotNull(automated), time) AS declared FROM {{declaration.history}} AS declarations
  WHERE isNotNull(automated) GROUP BY algorithm
) AS known ON used.algorithm = known.algorithm`,
  parts: { row: 'algorithm', must: 'agrees' },
  parameters: [],
  methodParameters: {},
  history: 'all',
  examples,
});
