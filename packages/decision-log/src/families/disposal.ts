import { text } from '@suanjian/rulebook';
import type { Family } from './field.ts';

export const disposal = {
  name: 'disposal',
  version: 1,
  title: text('处置', 'Disposal'),
  meaning: text('对违法和不良信息的处置。', 'What was done about illegal and undesirable information.'),
  grain: text('一次处置。', 'One disposal.'),
  order: ['time', 'item'],
  shardBy: 'item',
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
      name: 'disposal',
      required: true,
      type: { kind: 'identifier' },
      meaning: text('处置的编号。', 'Its id.'),
      example: 'd-1',
    },
    {
      name: 'item',
      required: true,
      type: { kind: 'identifier' },
      meaning: text('被处置的内容。', 'The item.'),
      example: 'i-1',
    },
    {
      name: 'action',
      required: true,
      type: { kind: 'choice', values: ['stop', 'limit', 'label', 'restore'] },
      meaning: text('停止传输、限制、标注或恢复。', 'Stop transmission, limit, label or restore.'),
      example: 'stop',
    },
    {
      name: 'category',
      required: false,
      type: { kind: 'token' },
      meaning: text(
        '类别，例如 fraud、gambling、unsafe-challenge、rumour。',
        'The category: fraud, gambling, unsafe-challenge, rumour and so on.',
      ),
      example: 'fraud',
    },
    {
      name: 'reason',
      required: false,
      type: { kind: 'sentence' },
      meaning: text('理由。', 'The reason.'),
      example: '仿冒客服',
    },
  ],
} as const satisfies Family;
