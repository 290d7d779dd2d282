import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const unlistedNews = defineCheck({
  id: 'unlisted-news',
  version: 1,
  status: 'live',
  title: text('来源不在名单内的新闻', 'News from unlisted sources'),
  question: text('转载的新闻，来源是否都在国家规定的名单里？', 'Do all news items come from sources on the list?'),
  advice: text(
    '撤下来源不在名单内的新闻，核对名单是不是最新的。',
    'Take down news from sources that are not listed, and check that the list is current.',
  ),
  clauses: clausesOf('unlisted-news'),
  families: ['item', 'declaration'],
  needs: ['item.source', 'declaration.news_sources'],
  method: 'invariant',
  relation: `SELECT item, source, has((
  SELECT argMax(news_sources, (time, algorithm)) FROM {{declaration.history}} AS declarations WHERE notEmpty(news_sources)
), source) AS listed
FROM {{item}} AS items WHERE kind = 'news'`,
  parts: { row: "concat(item, ' ', source)", must: 'listed' },
  parameters: [],
  methodParameters: {},
  history: 'all',
  examples,
});
