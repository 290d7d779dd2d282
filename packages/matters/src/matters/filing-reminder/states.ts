import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { FilingReminderStatus } from './state.ts';

const visible = ['provider', 'office'] as const;

export const states: Readonly<Record<FilingReminderStatus, StateDefinition>> = {
  sent: {
    title: text('已督促', 'Reminded'),
    meaning: text(
      '等待企业备案或者答复，到期再次提醒。',
      'The company has to file or to answer; it is reminded again when the day has passed.',
    ),
    visible,
    desk: { side: 'provider' },
    tone: 'waiting',
  },
  answered: {
    title: text('已答复', 'Answered'),
    meaning: text('主管部门看答复是否成立。', 'The office looks at the answer.'),
    visible,
    desk: { side: 'office', level: 'province' },
    tone: 'working',
  },
  filed: {
    title: text('已备案', 'Filed'),
    meaning: text('企业已经提交备案。', 'The company has submitted a filing.'),
    visible,
    final: true,
    tone: 'good',
  },
  settled: {
    title: text('已了结', 'Settled'),
    meaning: text('答复成立，不再督促。', 'The answer holds; nobody is reminded any more.'),
    visible,
    final: true,
    tone: 'neutral',
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('主管部门撤回督促，理由见记录。', 'The office has taken it back; the record says why.'),
    visible,
    final: true,
    tone: 'neutral',
  },
};
