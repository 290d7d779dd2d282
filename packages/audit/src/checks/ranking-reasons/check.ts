import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const rankingReasons = defineCheck({
  id: 'ranking-reasons',
  version: 1,
  status: 'live',
  title: text('排序理由留存', 'Ranking reasons kept'),
  question: text(
    '每个展示位都留下了为什么排在那里的理由吗？',
    'Does every shown slot keep the reasons why it stands there?',
  ),
  advice: text(
    '让召回和排序把理由写进日志；没有理由，日后就无法向人说明。',
    'Let retrieval and ranking write their reasons into the log; without them nothing can be explained to people later.',
  ),
  clauses: clausesOf('ranking-reasons'),
  families: ['exposure'],
  needs: [],
  method: 'invariant',
  relation: `SELECT request, position, surface, day, notEmpty(reasons) AS explained FROM {{exposure}} AS shown`,
  parts: { row: "concat(request, '#', toString(position))", must: 'explained' },
  parameters: [
    {
      name: 'tolerance',
      value: 0.001,
      meaning: text('允许没有理由的份额。', 'The share of slots that may lack reasons.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { tolerance: '{{parameter.tolerance}}' },
  day: 'day',
  examples,
});
