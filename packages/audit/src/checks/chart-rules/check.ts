import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const chartRules = defineCheck({
  id: 'chart-rules',
  version: 1,
  status: 'live',
  title: text('榜单规则公示', 'Chart rules published'),
  question: text(
    '榜单热度实际由哪些因素算出，公布的规则都写明了吗？',
    'Do the published rules of a chart name everything that its heat is really computed from?',
  ),
  advice: text(
    '没有公布的因素，要么从算法中去掉，要么补进公布的榜单规则，并配上实例说明。',
    'Take what is not published out of the computation, or add it to the published rules with an example that explains it.',
  ),
  clauses: clausesOf('chart-rules'),
  families: ['chart', 'declaration'],
  needs: ['chart.algorithm', 'chart.input_kinds', 'declaration.chart_factors'],
  method: 'invariant',
  // Joined after counting: a chart has a handful of factors.
  relation: `SELECT used.algorithm AS algorithm, used.list AS list, used.factor AS factor, has(known.published, used.factor) AS published
FROM (
  SELECT algorithm, list, toString(arrayJoin(kinds)) AS factor
  FROM (SELECT algorithm, list, groupUniqArrayArray(input_kinds) AS kinds FROM {{chart}} AS entries GROUP BY algorithm, list) AS by_list
) AS used
LEFT JOIN (
  SELECT algorithm, argMax(chart_factors, time) AS published FROM {{declaration.history}} AS declarations
  WHERE notEmpty(chart_factors) GROUP BY algorithm
) AS known ON used.algorithm = known.algorithm`,
  parts: { row: "concat(toString(list), ' ', factor)", must: 'published' },
  parameters: [],
  methodParameters: {},
  history: 'all',
  examples,
});
