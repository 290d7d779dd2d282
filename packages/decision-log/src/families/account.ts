import { text } from '@suanjian/rulebook';
import type { Family } from './field.ts';

export const account = {
  name: 'account',
  version: 1,
  title: text('账号', 'Account'),
  meaning: text('账号的注册、登录身份与设备。', 'Registration, holder and device of accounts.'),
  grain: text('一个账号的一次登记。', 'One entry about one account.'),
  order: ['user', 'time', 'event'],
  shardBy: 'user',
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
      name: 'user',
      required: true,
      type: { kind: 'pseudonym' },
      meaning: text('账号。', 'The account.'),
      example: 'p1_Zm9vYmFyYmF6cXV4cXV1eA',
    },
    {
      name: 'event',
      required: true,
      type: { kind: 'choice', values: ['registered', 'verified', 'device-bound', 'sanctioned', 'restored', 'closed'] },
      meaning: text('发生了什么。', 'What happened.'),
      example: 'registered',
    },
    {
      name: 'device',
      required: false,
      type: { kind: 'pseudonym' },
      meaning: text('设备。', 'The device.'),
      example: 'p1_Zm9vYmFyYmF6cXV4cXV1eA',
    },
    {
      name: 'holder',
      required: false,
      type: { kind: 'pseudonym' },
      meaning: text('实名持有人。', 'The verified holder.'),
      example: 'p1_Zm9vYmFyYmF6cXV4cXV1eA',
    },
    {
      name: 'region',
      required: false,
      type: { kind: 'token' },
      meaning: text('地区。', 'The region.'),
      example: '110000',
    },
    {
      name: 'channel',
      required: false,
      type: { kind: 'token' },
      meaning: text('注册渠道。', 'The channel of registration.'),
      example: 'app',
    },
    {
      name: 'audience',
      required: false,
      type: { kind: 'choice', values: ['minor', 'adult', 'older'] },
      meaning: text(
        '提供者当时所知的人群：未成年人、成年人、老年人；不知道就不写。',
        'Who the provider knew the person to be then: a minor, an adult, an older person; absent when not known.',
      ),
      example: 'adult',
    },
  ],
} as const satisfies Family;
