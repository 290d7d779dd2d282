import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { OfficialAssessmentStatus } from './state.ts';

const inside = ['office'] as const;
const both = ['provider', 'office'] as const;
const office = { side: 'office', level: 'province' } as const;

export const states: Readonly<Record<OfficialAssessmentStatus, StateDefinition>> = {
  preparing: {
    title: text('准备', 'Being prepared'),
    meaning: text('组成工作组，等待另一名负责人启动。', 'The team is put together; another head starts it.'),
    visible: inside,
    desk: office,
    tone: 'working',
  },
  dropped: {
    title: text('不再评估', 'Dropped'),
    meaning: text('企业从来不知道。', 'The company never knew.'),
    visible: inside,
    final: true,
    tone: 'neutral',
  },
  assessing: {
    title: text('评估中', 'Being assessed'),
    meaning: text(
      '工作组正在评估；结论会送给企业陈述意见。',
      'The team is at it; the company gets the conclusions to comment on.',
    ),
    visible: both,
    desk: office,
    tone: 'working',
  },
  'with-provider': {
    title: text('听取企业意见', 'The company is heard'),
    meaning: text(
      '企业核对结论，按期陈述意见。',
      'The company goes through the conclusions and states its view in time.',
    ),
    visible: both,
    desk: { side: 'provider' },
    tone: 'waiting',
  },
  closed: {
    title: text('已办结', 'Closed'),
    meaning: text('评估结束；有整改或者立案的，另行办理。', 'It is over; an order or a case goes on by itself.'),
    visible: both,
    final: true,
    tone: 'good',
  },
  'broken-off': {
    title: text('中止', 'Broken off'),
    meaning: text('没有做完，理由见办理记录。', 'It was not finished; the reason stands in the record.'),
    visible: both,
    final: true,
    tone: 'neutral',
  },
};
