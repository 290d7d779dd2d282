import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

export const examples: readonly MethodExample[] = [
  {
    title: text('没有指明统计量时，按类型给出常用的', 'Without a list, what is usual for each type'),
    table: { price: [1, 2, 3, 4, null], own: [true, false, false, true, true], topic: ['a', 'b', 'a', 'a', ''] },
    parts: { price: 'price', own: 'own', topic: 'topic' },
    expect: [
      {
        verdict: 'not-applicable',
        values: {
          count: 5,
          'count(price)': 4,
          'missing(price)': 1,
          'mean(price)': 2.5,
          'sd(price)': Math.sqrt(5 / 3),
          'quantile(price, 0.25)': 1.75,
          'median(price)': 2.5,
          'share(own)': 0.6,
          'counts(topic)': { a: 3, b: 1 },
          'distinct(topic)': 2,
        },
      },
    ],
  },
  {
    title: text('相关：并列取平均秩', 'Correlations, ties sharing their mean rank'),
    table: { x: [1, 2, 2, 3, 5], y: [10, 20, 30, 30, 90] },
    parts: { x: 'x', y: 'y' },
    parameters: { statistics: { r: 'pearson(x, y)', rho: 'spearman(x, y)' } },
    expect: [
      {
        verdict: 'not-applicable',
        values: {
          // Σ(x − x̄)(y − ȳ) = 182, Σ(x − x̄)² = 9.2, Σ(y − ȳ)² = 3920; ranks 1, 2.5, 2.5, 4, 5 and 1, 2, 3.5, 3.5, 5.
          r: 182 / Math.sqrt(9.2 * 3920),
          rho: 8.75 / Math.sqrt(9.5 * 9.5),
        },
      },
    ],
  },
  {
    title: text('集中程度：数值用其本身，文本用次数', 'Unevenness, of numbers themselves and of the counts of text'),
    table: { views: [1, 1, 2, 4], item: ['a', 'a', 'a', 'b'] },
    parts: { views: 'views', item: 'item' },
    parameters: {
      statistics: ['gini(views)', 'hhi(views)', 'entropy(views)', 'top-share(views, 1)', 'gini(item)', 'shares(item)'],
    },
    expect: [
      {
        verdict: 'not-applicable',
        values: {
          'gini(views)': 0.3125,
          'hhi(views)': 0.34375,
          'entropy(views)': 1.75 * Math.LN2,
          'top-share(views, 1)': 0.5,
          'gini(item)': 0.25,
          'shares(item)': { a: 0.75, b: 0.25 },
        },
      },
    ],
  },
  {
    title: text(
      '分组表，以及按保费五等分后各箱的人口份额',
      'A table of groups, and the share of people in each fifth by premium',
    ),
    table: {
      insurer: ['p', 'p', 'p', 'p', 'p', 'q', 'q', 'q', 'q', 'q'],
      premium: [1, 2, 3, 4, 5, 10, 20, 30, 40, 50],
      people: [5, 5, 10, 10, 20, 1, 1, 1, 1, 4],
    },
    parts: { premium: 'premium', people: 'people' },
    by: ['insurer'],
    parameters: { statistics: ['quantile-shares(people, premium, 5)', 'weighted-mean(premium, people)'] },
    expect: [
      {
        by: { insurer: 'p' },
        verdict: 'not-applicable',
        values: {
          'quantile-shares(people, premium, 5)': [0.1, 0.1, 0.2, 0.2, 0.4],
          'weighted-mean(premium, people)': 3.7,
        },
      },
      {
        by: { insurer: 'q' },
        verdict: 'not-applicable',
        values: {
          'quantile-shares(people, premium, 5)': [0.125, 0.125, 0.125, 0.125, 0.5],
          'weighted-mean(premium, people)': 37.5,
        },
      },
    ],
  },
  {
    title: text('表是空的', 'The table is empty'),
    table: { x: [] },
    parts: { x: 'toFloat64(length(x))' },
    expect: [{ verdict: 'not-enough-data' }],
  },
];
