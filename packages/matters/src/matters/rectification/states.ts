import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { RectificationStatus } from './state.ts';

const both = ['provider', 'office'] as const;
const office = { side: 'office', level: 'province' } as const;
const provider = { side: 'provider' } as const;

export const states: Readonly<Record<RectificationStatus, StateDefinition>> = {
  prepared: {
    title: text('待送达', 'To be served'),
    meaning: text('负责人送达之后企业才看得到。', 'The company sees it once a supervisor has it served.'),
    visible: ['office'],
    desk: office,
    tone: 'waiting',
  },
  ordered: {
    title: text('整改中', 'Ordered'),
    meaning: text('企业整改，下一步由企业提交整改报告。', 'The company puts it right and reports next.'),
    visible: both,
    desk: provider,
    tone: 'working',
  },
  overdue: {
    title: text('逾期未报', 'Overdue'),
    meaning: text(
      '期限已过，没有收到整改报告；企业仍可提交，主管部门也可以认定拒不改正。',
      'The time is over and nothing has come. The company may still report; the office may find that it refuses.',
    ),
    visible: both,
    desk: office,
    tone: 'bad',
  },
  answered: {
    title: text('核实中', 'Being verified'),
    meaning: text(
      '主管部门用整改之后的数据核实每一项措施。',
      'The office verifies each measure on data from after the fix.',
    ),
    visible: both,
    desk: office,
    tone: 'working',
  },
  rectified: {
    title: text('整改完成', 'Rectified'),
    meaning: text('每一项措施都已核实。', 'Every measure has been verified.'),
    visible: both,
    final: true,
    tone: 'good',
  },
  refused: {
    title: text('拒不改正', 'Not rectified'),
    meaning: text(
      '企业拒绝或者没有改正，可以据此立案。',
      'The company refused or did not put it right; a case may be opened on that.',
    ),
    visible: both,
    final: true,
    tone: 'bad',
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('主管部门撤回了整改通知，理由见记录。', 'The office has taken the order back; the record says why.'),
    visible: both,
    final: true,
    tone: 'neutral',
  },
};
