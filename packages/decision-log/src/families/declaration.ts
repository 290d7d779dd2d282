import { text } from '@suanjian/rulebook';
import type { Family } from './field.ts';

export const declaration = {
  name: 'declaration',
  version: 2,
  title: text('声明', 'Declaration'),
  meaning: text(
    '备案与公示中对算法的声明，用来与日志对照。',
    'What filing and disclosure declare about an algorithm, to be held against the log.',
  ),
  grain: text('一个算法的一次声明。', 'One declaration about one algorithm.'),
  order: ['algorithm', 'time'],
  shardBy: 'algorithm',
  fields: [
    {
      name: 'time',
      required: true,
      type: { kind: 'instant' },
      unit: 'ms',
      meaning: text('事件发生的时刻。', 'When it happened.'),
      example: 1767225600000,
    },
    {
      name: 'provider',
      required: true,
      type: { kind: 'token' },
      meaning: text('提供者（或其服务）在本日志中的代号。', 'The provider, or its service, as this log calls it.'),
      example: 'demo-platform',
    },
    {
      name: 'algorithm',
      required: true,
      type: { kind: 'token' },
      meaning: text('算法。', 'The algorithm.'),
      example: 'home-feed',
    },
    {
      name: 'techniques',
      required: false,
      type: { kind: 'tokens' },
      meaning: text('声明的技术类型。', 'Techniques declared.'),
      example: ['personalised'],
    },
    {
      name: 'data_used',
      required: false,
      type: { kind: 'tokens' },
      meaning: text('声明使用的个人信息类别。', 'Kinds of personal data declared.'),
      example: ['browsing'],
    },
    {
      name: 'automated',
      required: false,
      type: { kind: 'flag' },
      meaning: text('是否声明为全自动。', 'Whether declared to be fully automatic.'),
      example: true,
    },
    {
      name: 'news_sources',
      required: false,
      type: { kind: 'tokens' },
      meaning: text('可供转载的新闻来源名单。', 'The listed sources of news.'),
      example: ['xinhua'],
    },
    {
      name: 'barred_tags',
      required: false,
      type: { kind: 'tokens' },
      meaning: text('不得用作兴趣点或标签的词。', 'Words that may not be tags.'),
      example: ['gambling'],
    },
    {
      name: 'refresh',
      required: false,
      type: { kind: 'integer', least: 1, most: 10_000_000 },
      unit: 's',
      meaning: text('榜单刷新间隔。', 'How often charts are refreshed.'),
      example: 60,
    },
    {
      name: 'chart_factors',
      required: false,
      type: { kind: 'tokens' },
      meaning: text('公布的榜单规则写明的、计算热度的因素。', 'What the published rules say a chart is computed from.'),
      example: ['search', 'discussion'],
    },
  ],
} as const satisfies Family;
