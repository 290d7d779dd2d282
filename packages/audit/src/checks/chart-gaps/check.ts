import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const chartGaps = defineCheck({
  id: 'chart-gaps',
  version: 1,
  status: 'live',
  title: text('榜单快照连续', 'Chart snapshots without gaps'),
  question: text(
    '榜单的快照是否按刷新间隔连续留存？',
    'Are chart snapshots kept without gaps, as often as the chart is refreshed?',
  ),
  advice: text(
    '说明缺口的原因；缺口里的名次变化无从查证。',
    'Account for the gaps: what happened to ranks inside them cannot be verified.',
  ),
  clauses: clausesOf('chart-gaps'),
  families: ['chart', 'declaration'],
  needs: ['declaration.refresh'],
  method: 'invariant',
  relation: `SELECT list, time, before, dateDiff('second', before, time) <= refresh * {{parameter.times}} AS prompt FROM (
  SELECT list, time, lagInFrame(time, 1, time) OVER (PARTITION BY list ORDER BY time ASC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS before,
    (SELECT max(assumeNotNull(refresh)) FROM {{declaration.history}} AS declarations WHERE isNotNull(refresh)) AS refresh
  FROM (SELECT toString(list) AS list, time FROM {{chart}} AS entries GROUP BY list, time) AS snapshots
) AS steps`,
  parts: { row: "concat(list, ' ', toString(before), ' ', toString(time))", must: 'prompt' },
  parameters: [
    {
      name: 'times',
      value: 2,
      meaning: text('超过刷新间隔的几倍算缺口。', 'How many refresh intervals make a gap.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {},
  history: 'all',
  examples,
});
