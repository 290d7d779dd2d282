import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { EthicsReviewStatus } from './state.ts';

const both = ['provider', 'office'] as const;
const desk = { side: 'provider' } as const;

/** Offices see it from the first conclusion on; before that it is kept from them whatever the state. */
export const states: Readonly<Record<EthicsReviewStatus, StateDefinition>> = {
  composing: {
    title: text('组成委员会', 'Committee to be named'),
    meaning: text('等待负责人指定委员和主任委员。', 'Waits for the officer to name members and chair.'),
    visible: both,
    desk,
    tone: 'working',
  },
  declaring: {
    title: text('声明利益冲突', 'Interests being declared'),
    meaning: text(
      '等待每位委员声明有没有利益冲突，随后由主任委员开始讨论。',
      'Waits for every member to declare; then the chair opens the deliberation.',
    ),
    visible: both,
    desk,
    tone: 'waiting',
  },
  deliberating: {
    title: text('讨论和表决', 'Deliberation and vote'),
    meaning: text('委员正在讨论和投票，由主任委员计票。', 'Members speak and vote; the chair counts.'),
    visible: both,
    desk,
    tone: 'working',
  },
  conditional: {
    title: text('有条件通过', 'Approved with conditions'),
    meaning: text(
      '提供者按期落实条件，由主任委员逐项认可。',
      'The provider meets the conditions in time; the chair accepts each of them.',
    ),
    visible: both,
    desk,
    tone: 'waiting',
  },
  approved: {
    title: text('通过', 'Approved'),
    meaning: text(
      '审查通过，没有未落实的条件；算法有实质变动时重新审查。',
      'It is approved and no condition is open; it is reviewed again when the algorithm changes materially.',
    ),
    visible: both,
    desk,
    tone: 'good',
  },
  rejected: {
    title: text('不通过', 'Not approved'),
    meaning: text(
      '这一版不应上线；改动之后可以重新审查。',
      'This version should not go live; once changed, it can be reviewed again.',
    ),
    visible: both,
    desk,
    tone: 'bad',
  },
  closed: {
    title: text('已结束', 'Closed'),
    meaning: text(
      '算法不再上线或者已经停用，记录保留。',
      'The algorithm does not go live or is no longer used; the record is kept.',
    ),
    visible: both,
    final: true,
    tone: 'neutral',
  },
};
