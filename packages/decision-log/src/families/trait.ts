import { text } from '@suanjian/rulebook';
import type { Family } from './field.ts';

export const trait = {
  name: 'trait',
  version: 1,
  title: text('受保护特征', 'Trait'),
  meaning: text(
    '受保护特征的粗略分段，单独用一把密钥隔开；可以没有。',
    'Coarse bands of protected traits, kept apart under a key of their own; optional.',
  ),
  grain: text('一个人的一个分段。', 'One band of one person.'),
  order: ['subject', 'trait'],
  shardBy: 'subject',
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
      name: 'subject',
      required: true,
      type: { kind: 'pseudonym', key: 'traits' },
      meaning: text(
        '用特征密钥对假名再作一次带密钥散列的结果。',
        'The pseudonym hashed once more under the key of traits.',
      ),
      example: 'p1_Zm9vYmFyYmF6cXV4cXV1eA',
    },
    {
      name: 'trait',
      required: true,
      type: { kind: 'token' },
      meaning: text('特征，例如 gender、age。', 'The trait, such as gender or age.'),
      example: 'gender',
    },
    { name: 'band', required: true, type: { kind: 'token' }, meaning: text('分段。', 'The band.'), example: 'f' },
  ],
} as const satisfies Family;
