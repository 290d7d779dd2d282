import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const implicitLabel = defineCheck({
  id: 'implicit-label',
  version: 1,
  status: 'live',
  title: text('隐式标识完整', 'Implicit labels complete'),
  question: text(
    '生成合成的内容，文件元数据里是否都有隐式标识？',
    'Does the metadata of all synthetic content carry the implicit label?',
  ),
  advice: text(
    '给列出的内容补写元数据标识；来自他处的内容在收下时就要核验。',
    'Write the label into the metadata of the items named; verify it when content comes from elsewhere.',
  ),
  clauses: clausesOf('implicit-label'),
  families: ['item'],
  needs: ['item.synthetic', 'item.implicit_label'],
  method: 'invariant',
  relation: `SELECT item, day, implicit_label FROM {{item}} AS items WHERE synthetic`,
  parts: { row: 'item', must: 'implicit_label' },
  parameters: [],
  methodParameters: {},
  day: 'day',
  examples,
});
