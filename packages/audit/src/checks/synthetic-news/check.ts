import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const syntheticNews = defineCheck({
  id: 'synthetic-news',
  version: 1,
  status: 'live',
  title: text('生成合成的新闻', 'Synthetic news'),
  question: text('有没有生成合成的虚假新闻？', 'Is there news that was generated or synthesised?'),
  advice: text(
    '撤下列出的新闻。凡是新闻，都不得由算法编造。',
    'Take down the items named. News must not be made up by an algorithm.',
  ),
  clauses: clausesOf('synthetic-news'),
  families: ['item'],
  needs: ['item.synthetic'],
  method: 'invariant',
  relation: `SELECT item, day, synthetic FROM {{item}} AS items WHERE kind = 'news'`,
  parts: { row: 'item', must: 'NOT synthetic' },
  parameters: [],
  methodParameters: {},
  day: 'day',
  examples,
});
