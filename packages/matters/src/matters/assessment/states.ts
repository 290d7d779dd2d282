import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { AssessmentStatus } from './state.ts';

const both = ['provider', 'office'] as const;

/** What was never sent to an office is kept from it in every state. */
export const assessmentStates: Readonly<Record<AssessmentStatus, StateDefinition>> = {
  draft: {
    title: text('草稿', 'Draft'),
    meaning: text('正在回答问题、收集证据，只有本单位能看到。', 'Being answered; only your organisation can see it.'),
    visible: ['provider'],
    desk: { side: 'provider' },
    tone: 'neutral',
  },
  submitted: {
    title: text('待签署', 'To be signed'),
    meaning: text('等负责人签署。', 'Waits for the responsible officer to sign.'),
    visible: both,
    desk: { side: 'provider' },
    tone: 'waiting',
  },
  signed: {
    title: text('已签署', 'Signed'),
    meaning: text(
      '已由负责人签署；须报送的请报送主管部门，到期再评。',
      'Signed; send it to the office where that is asked, and assess again when it falls due.',
    ),
    visible: both,
    desk: { side: 'provider' },
    tone: 'good',
  },
  sent: {
    title: text('已报送', 'Sent'),
    meaning: text('已报送主管部门，等待书面审查。', 'With the office, which reviews it in writing.'),
    visible: both,
    desk: { side: 'office', level: 'province' },
    tone: 'working',
  },
  read: {
    title: text('已审阅', 'Read'),
    meaning: text('主管部门审查后没有意见；到期再评。', 'The office had no objection; assess again when it falls due.'),
    visible: both,
    desk: { side: 'provider' },
    tone: 'good',
  },
  returned: {
    title: text('须补充或重新评估', 'To be completed'),
    meaning: text(
      '主管部门要求补充或者重新评估，请修改后再报送。',
      'The office asks for more or for a new assessment.',
    ),
    visible: both,
    desk: { side: 'provider' },
    tone: 'waiting',
  },
  superseded: {
    title: text('已取代或终止', 'Superseded or ended'),
    meaning: text(
      '更新的评估取代了它，留作记录。',
      'A newer assessment has taken its place; it is kept for the record.',
    ),
    visible: both,
    final: true,
    tone: 'neutral',
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('已撤回，不再进行。', 'Given up; nothing further happens.'),
    visible: both,
    final: true,
    tone: 'neutral',
  },
};
