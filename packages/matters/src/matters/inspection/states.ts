import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { InspectionStatus } from './state.ts';

const inside = ['office'] as const;
const both = ['provider', 'office'] as const;
const office = { side: 'office', level: 'province' } as const;
const provider = { side: 'provider' } as const;

/** Of offices the team alone sees any of it; the company sees nothing before it is told, or before identity is shown. */
export const states: Readonly<Record<InspectionStatus, StateDefinition>> = {
  preparing: {
    title: text('准备', 'Being prepared'),
    meaning: text(
      '组成工作组，等待另一名负责人批准；企业不知道。',
      'The team is put together and another head approves the plan; the company does not know.',
    ),
    visible: inside,
    desk: office,
    tone: 'working',
  },
  ready: {
    title: text('已批准', 'Approved'),
    meaning: text('等到方案里的日期；企业不知道。', 'Waits for the day of the plan; the company does not know.'),
    visible: inside,
    desk: office,
    tone: 'waiting',
  },
  dropped: {
    title: text('不再检查', 'Dropped'),
    meaning: text('企业从来不知道。', 'The company never knew.'),
    visible: inside,
    final: true,
    tone: 'neutral',
  },
  announced: {
    title: text('已通知', 'Announced'),
    meaning: text(
      '企业已经知道检查日期，请做好配合；检查人员到场后出示证件。',
      'The company knows the day and prepares to cooperate; the officers show who they are on arrival.',
    ),
    visible: both,
    desk: office,
    tone: 'waiting',
  },
  'on-site': {
    title: text('检查中', 'On site'),
    meaning: text(
      '检查人员正在核实；检查记录会送给企业陈述意见和签字。',
      'The officers are establishing the facts; the company gets the record to comment on and sign.',
    ),
    visible: both,
    desk: office,
    tone: 'working',
  },
  'to-sign': {
    title: text('待企业签字', 'To be signed by the company'),
    meaning: text(
      '企业核对检查记录，陈述意见，按期签字。',
      'The company goes through the record, comments and signs in time.',
    ),
    visible: both,
    desk: provider,
    tone: 'waiting',
  },
  signed: {
    title: text('已签字', 'Signed'),
    meaning: text('双方都已签字，等待检查报告。', 'Both sides have signed; the report is next.'),
    visible: both,
    desk: office,
    tone: 'working',
  },
  unsigned: {
    title: text('未签字，已见证', 'Not signed, witnessed'),
    meaning: text(
      '企业没有签字，由两名见证人证明；等待检查报告。',
      'The company has not signed, which two people witness; the report is next.',
    ),
    visible: both,
    desk: office,
    tone: 'working',
  },
  reported: {
    title: text('待办结', 'Reported'),
    meaning: text('等待另一名负责人办结。', 'Another head closes it.'),
    visible: both,
    desk: office,
    tone: 'waiting',
  },
  closed: {
    title: text('已办结', 'Closed'),
    meaning: text(
      '检查结束；有整改或者立案的，另行办理。',
      'The inspection is over; an order or a case goes on by itself.',
    ),
    visible: both,
    final: true,
    tone: 'good',
  },
  'broken-off': {
    title: text('中止', 'Broken off'),
    meaning: text('检查没有做完，理由见办理记录。', 'It was not finished; the reason stands in the record.'),
    visible: both,
    final: true,
    tone: 'neutral',
  },
};
