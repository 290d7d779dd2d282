import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { AppealStatus } from './state.ts';

/** The office sees one only from when it is taken there: `keptFrom` of the definition. */
const everybody = ['provider', 'office', 'applicant'] as const;

export const states = {
  'with-provider': {
    title: text('公司重新查看', 'The company looks again'),
    meaning: text(
      '由没有参与原决定的人重新查看并答复；超过公布的时限会转给主管部门。',
      'Somebody who had no part in the decision looks again and answers. If the published time passes, the office gets it.',
    ),
    visible: everybody,
    desk: { side: 'provider' },
    tone: 'working',
  },
  asked: {
    title: text('公司等你答复', 'The company asks you'),
    meaning: text('公司提了问题，下一步由申请人答复。', 'The company has asked something; the person answers next.'),
    visible: everybody,
    desk: { side: 'applicant' },
    tone: 'waiting',
  },
  answered: {
    title: text('公司已答复', 'Answered'),
    meaning: text(
      '公司已经答复，下一步由申请人说是否满意。',
      'The company has answered. The person says next whether they are content.',
    ),
    visible: everybody,
    desk: { side: 'applicant' },
    tone: 'waiting',
  },
  escalated: {
    title: text('已转主管部门', 'Gone to the office'),
    meaning: text('现在由主管部门办理，下一步由主管部门决定。', 'The office has it now and decides next.'),
    visible: everybody,
    desk: { side: 'office', level: 'province' },
    tone: 'working',
  },
  decided: {
    title: text('主管部门已决定', 'Decided by the office'),
    meaning: text('主管部门已经作出决定，结果和理由见下。', 'The office has decided; what and why stands below.'),
    visible: everybody,
    final: true,
    tone: 'good',
  },
  closed: {
    title: text('已结束', 'Ended'),
    meaning: text('申请人满意，办理结束。', 'The person is content, and it has ended.'),
    visible: everybody,
    final: true,
    tone: 'good',
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('申请人已撤回，不再办理。', 'Withdrawn by the person; nothing further happens.'),
    visible: everybody,
    final: true,
    tone: 'neutral',
  },
} as const satisfies Record<AppealStatus, StateDefinition>;
