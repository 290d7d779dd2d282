import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { ComplaintStatus } from './state.ts';

/** A provider sees only what reached it: `keptFrom` of the definition takes the rest back. */
export const states = {
  held: {
    title: text('等待查看', 'Waits for a look'),
    meaning: text(
      '已收到，先由工作人员看一眼再交给选择的一方，没有被丢弃。',
      'It has arrived and waits for an official to look at it before it goes on. It is not lost.',
    ),
    visible: ['office', 'applicant'],
    desk: { side: 'office', level: 'province' },
    tone: 'waiting',
  },
  'with-provider': {
    title: text('公司办理中', 'With the company'),
    meaning: text(
      '公司在办理，下一步由公司答复；超过它公布的时限会转给主管部门。',
      'The company has it and answers next. If it misses the time it has published, the office gets it.',
    ),
    visible: ['provider', 'office', 'applicant'],
    desk: { side: 'provider' },
    tone: 'working',
  },
  asked: {
    title: text('公司等你答复', 'The company asks you'),
    meaning: text('公司提了问题，下一步由申请人答复。', 'The company has asked something; the person answers next.'),
    visible: ['provider', 'office', 'applicant'],
    desk: { side: 'applicant' },
    tone: 'waiting',
  },
  answered: {
    title: text('公司已答复', 'Answered by the company'),
    meaning: text(
      '公司已经答复，下一步由申请人说是否满意；不满意就交给主管部门。',
      'The company has answered. The person says next whether they are content; if not, the office gets it.',
    ),
    visible: ['provider', 'office', 'applicant'],
    desk: { side: 'applicant' },
    tone: 'waiting',
  },
  'with-office': {
    title: text('主管部门办理中', 'With the office'),
    meaning: text('主管部门在办理，公司不知道这件投诉。', 'The office has it; the company does not know of it.'),
    visible: ['office', 'applicant'],
    desk: { side: 'office', level: 'province' },
    tone: 'working',
  },
  escalated: {
    title: text('已转主管部门', 'Gone to the office'),
    meaning: text(
      '公司没有解决，现在由主管部门办理，下一步由主管部门决定。',
      'The company did not settle it; the office has it now and decides next.',
    ),
    visible: ['provider', 'office', 'applicant'],
    desk: { side: 'office', level: 'province' },
    tone: 'working',
  },
  queried: {
    title: text('主管部门等你答复', 'The office asks you'),
    meaning: text('主管部门提了问题，下一步由申请人答复。', 'The office has asked something; the person answers next.'),
    visible: ['provider', 'office', 'applicant'],
    desk: { side: 'applicant' },
    tone: 'waiting',
  },
  decided: {
    title: text('主管部门已决定', 'Decided by the office'),
    meaning: text('主管部门已经作出决定，结果和理由见下。', 'The office has decided; what and why stands below.'),
    visible: ['provider', 'office', 'applicant'],
    final: true,
    tone: 'good',
  },
  merged: {
    title: text('合并办理', 'Merged'),
    meaning: text(
      '和同一问题的另一件一起办理，结果会在这一页告诉申请人；对结果不满意可以单独交给主管部门。',
      'Dealt with together with another about the same trouble. What comes of it is told on this page; who is not content with that may take theirs to the office alone.',
    ),
    visible: ['provider', 'office', 'applicant'],
    // The work goes on in the lead: this one lies on nobody's desk, and can be taken apart again.
    final: true,
    tone: 'working',
  },
  closed: {
    title: text('已结束', 'Ended'),
    meaning: text('申请人对答复满意，办理结束。', 'The person is content with the answer, and it has ended.'),
    visible: ['provider', 'office', 'applicant'],
    final: true,
    tone: 'good',
  },
  'set-aside': {
    title: text('已搁置', 'Set aside'),
    meaning: text(
      '看过了，没有可办的内容，理由见下；申请人可以要求再看一次。',
      'Looked at and nothing in it to work on; the reason stands below. The person may ask for another look.',
    ),
    visible: ['office', 'applicant'],
    final: true,
    tone: 'neutral',
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('申请人已撤回，不再办理。', 'Withdrawn by the person; nothing further happens.'),
    visible: ['provider', 'office', 'applicant'],
    final: true,
    tone: 'neutral',
  },
} as const satisfies Record<ComplaintStatus, StateDefinition>;
