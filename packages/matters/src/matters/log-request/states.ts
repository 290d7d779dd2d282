import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { LogRequestStatus } from './state.ts';

const inside = ['office'] as const;
const both = ['provider', 'office'] as const;
const office = { side: 'office', level: 'province' } as const;
const provider = { side: 'provider' } as const;

export const states: Readonly<Record<LogRequestStatus, StateDefinition>> = {
  requested: {
    title: text('待批准', 'To be approved'),
    meaning: text(
      '等待第一名负责人批准，提供者还不知道。',
      'Waits for a first supervisor; the provider does not know of it.',
    ),
    visible: inside,
    desk: office,
    tone: 'waiting',
  },
  'approved-once': {
    title: text('待第二次批准', 'To be approved again'),
    meaning: text(
      '等待另一名负责人批准，提供者还不知道。',
      'Waits for a second supervisor; the provider does not know of it.',
    ),
    visible: inside,
    desk: office,
    tone: 'waiting',
  },
  dropped: {
    title: text('不予调取', 'Dropped'),
    meaning: text('没有送达提供者。', 'It never reached the provider.'),
    visible: inside,
    final: true,
    tone: 'neutral',
  },
  sent: {
    title: text('已送达，应即保全', 'Sent, to be held'),
    meaning: text(
      '这一时段的日志不得删除；等待提供者确认保全。',
      'Nothing of the period may be deleted; the provider confirms the hold next.',
    ),
    visible: both,
    desk: provider,
    tone: 'waiting',
  },
  held: {
    title: text('已保全', 'Held'),
    meaning: text('提供者已确认保全，下一步移交。', 'The provider has confirmed the hold and hands over next.'),
    visible: both,
    desk: provider,
    tone: 'working',
  },
  'handed-over': {
    title: text('已移交', 'Handed over'),
    meaning: text('等待主管部门核对文件后接收。', 'Waits for the office to compare the file and receive it.'),
    visible: both,
    desk: office,
    tone: 'waiting',
  },
  received: {
    title: text('已接收', 'Received'),
    meaning: text(
      '由作出保密承诺的人使用，到期销毁。',
      'Used by those who have undertaken confidentiality, and to be destroyed in time.',
    ),
    visible: both,
    desk: office,
    tone: 'working',
  },
  destroyed: {
    title: text('已销毁', 'Destroyed'),
    meaning: text(
      '调取的日志已由两人销毁，等待办结；保全仍然有效。',
      'Two officers have destroyed it; it is closed next. The hold is still in force.',
    ),
    visible: both,
    desk: office,
    tone: 'working',
  },
  closed: {
    title: text('已办结', 'Closed'),
    meaning: text(
      '保全结束，提供者可以解除日志上的保全。',
      'The hold has ended; the provider may release it in the log.',
    ),
    visible: both,
    final: true,
    tone: 'good',
  },
};
