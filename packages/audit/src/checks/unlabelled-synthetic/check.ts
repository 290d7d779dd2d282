import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { shownSynthetic } from '../common/shown-synthetic.ts';
import { examples } from './examples.ts';

export const unlabelledSynthetic = defineCheck({
  id: 'unlabelled-synthetic',
  version: 2,
  status: 'live',
  title: text('未标识的生成合成信息', 'Unlabelled synthetic content'),
  question: text(
    '生成合成的内容展示给人时，是否都带有看得见的标识？',
    'Did all synthetic content carry a visible label when people were shown it?',
  ),
  advice: text(
    '给列出的内容补上标识，查明展示环节为什么没有带上。',
    'Label the items named, and find out why the serving path left the label out.',
  ),
  clauses: clausesOf('unlabelled-synthetic'),
  families: ['exposure', 'item'],
  needs: ['item.synthetic'],
  method: 'invariant',
  ...shownSynthetic,
  parameters: [],
  methodParameters: {},
  day: 'day',
  history: 'all',
  examples,
});
