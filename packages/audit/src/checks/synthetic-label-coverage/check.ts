import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { shownSynthetic } from '../common/shown-synthetic.ts';
import { examples } from './examples.ts';

export const syntheticLabelCoverage = defineCheck({
  id: 'synthetic-label-coverage',
  version: 1,
  status: 'live',
  title: text('显式标识覆盖', 'Coverage of explicit labels'),
  question: text(
    '生成合成的内容展示出来时，带有醒目标识的占多大比例？',
    'What share of the showings of synthetic content carries its explicit label?',
  ),
  advice: text(
    '按版面看看哪里漏了标识：多半是某个版面的模板没有做，而不是某件内容。逐条的清单见“未标识的生成合成信息”。',
    'See on which page position labels are missing: it is mostly a template that leaves them out, not an item. The check of unlabelled synthetic content names them one by one.',
  ),
  clauses: clausesOf('synthetic-label-coverage'),
  families: ['exposure', 'item'],
  needs: ['item.synthetic'],
  method: 'invariant',
  ...shownSynthetic,
  parameters: [
    {
      name: 'tolerance',
      value: 0.01,
      meaning: text('没有标识的展示最多占多大份额。', 'The share of showings that may lack the label.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { tolerance: '{{parameter.tolerance}}' },
  day: 'day',
  history: 'all',
  examples,
});
