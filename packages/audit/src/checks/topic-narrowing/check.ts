import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { enough } from '../common/enough.ts';
import { examples } from './examples.ts';

export const topicNarrowing = defineCheck({
  id: 'topic-narrowing',
  version: 1,
  status: 'live',
  title: text('话题收窄', 'Narrowing of topics'),
  question: text(
    '人用得越久，推给他的话题是否一周比一周少？',
    'Do the topics that a person is shown become fewer from week to week?',
  ),
  advice: text(
    '看看所列人员的话题变化。大型赛事、节日会使所有人的话题一时集中，过后应当恢复；人自己关掉的话题也会减少种类。',
    'Look at the topics of the people named over time. A great event or a holiday draws everybody to one topic for a while and passes; topics that people switched off themselves are missing too.',
  ),
  clauses: clausesOf('topic-narrowing'),
  families: ['exposure'],
  needs: ['exposure.topic'],
  method: 'trend',
  relation: `SELECT user, time, topic FROM {{exposure}} AS shown WHERE personalised AND topic != '' AND {{part.user}}`,
  parts: { user: 'user', time: 'time', key: 'topic' },
  parameters: [
    enough(1_000_000),
    {
      name: 'materiality',
      value: 0.02,
      meaning: text(
        '话题的均匀程度（0 至 1）平均每周下降多少算收窄。',
        'By how much the evenness of topics, from 0 to 1, may fall in a week on average.',
      ),
      source: { kind: 'policy default' },
    },
    {
      name: 'weeks',
      value: 2,
      meaning: text(
        '一个人至少要有几周的展示才计入。',
        'In how many weeks a person must have been shown enough to count.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {
    measure: 'entropy',
    period: '7d',
    periods: '{{parameter.weeks}}',
    materiality: '{{parameter.materiality}}',
    direction: 'below',
  },
  examples,
});
