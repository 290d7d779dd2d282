import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { SelfInspectionStatus } from './state.ts';

const both = ['provider', 'office'] as const;
const provider = { side: 'provider' } as const;
const office = { side: 'office', level: 'province' } as const;

export const states: Readonly<Record<SelfInspectionStatus, StateDefinition>> = {
  asked: {
    title: text('自查中', 'Under way'),
    meaning: text('由企业逐条自查并提交。', 'The company goes through the clauses and submits.'),
    visible: both,
    desk: provider,
    tone: 'working',
  },
  overdue: {
    title: text('逾期未交', 'Overdue'),
    meaning: text('期限已过，企业仍可提交。', 'The time is over; the company may still submit.'),
    visible: both,
    desk: provider,
    tone: 'bad',
  },
  submitted: {
    title: text('已提交', 'Submitted'),
    meaning: text('主管部门核对。', 'The office goes through it.'),
    visible: both,
    desk: office,
    tone: 'waiting',
  },
  accepted: {
    title: text('已通过', 'Accepted'),
    meaning: text('自查认真、完整。', 'Done in earnest and complete.'),
    visible: both,
    final: true,
    tone: 'good',
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('主管部门不再要求，理由见记录。', 'Asked for no longer; the record says why.'),
    visible: both,
    final: true,
    tone: 'neutral',
  },
};
