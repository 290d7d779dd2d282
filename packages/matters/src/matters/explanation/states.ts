import { text } from '@suanjian/rulebook';
import type { StateDefinition } from '../../engine/definition.ts';
import type { ExplanationStatus } from './state.ts';

const both = ['provider', 'applicant'] as const;

export const states = {
  'with-provider': {
    title: text('公司办理中', 'With the company'),
    meaning: text(
      '公司在查当时的记录，下一步由公司说明。超过它公布的时限，可以向主管部门投诉。',
      'The company looks up the record and explains next. If it misses the time it has published, you may complain to the office.',
    ),
    visible: both,
    desk: { side: 'provider' },
    tone: 'working',
  },
  asked: {
    title: text('公司等你答复', 'The company asks you'),
    meaning: text('公司提了问题，下一步由申请人答复。', 'The company has asked something; the person answers next.'),
    visible: both,
    desk: { side: 'applicant' },
    tone: 'waiting',
  },
  drafted: {
    title: text('复核中', 'Under review'),
    meaning: text(
      '说明已经写好，公司的另一人复核后发出。',
      'The explanation is written; a second person of the company reviews it before it goes.',
    ),
    visible: both,
    desk: { side: 'provider' },
    tone: 'working',
  },
  sent: {
    title: text('已作说明', 'Explained'),
    meaning: text(
      '公司已经说明，下一步由申请人说是否满意。',
      'The company has explained. The person says next whether they are content.',
    ),
    visible: both,
    desk: { side: 'applicant' },
    tone: 'good',
  },
  refused: {
    title: text('不予说明', 'Refused'),
    meaning: text(
      '公司没有说明，理由见下；下一步由申请人说是否接受。',
      'The company does not explain it; why stands below. The person says next whether they accept that.',
    ),
    visible: both,
    desk: { side: 'applicant' },
    tone: 'bad',
  },
  closed: {
    title: text('已结束', 'Ended'),
    meaning: text('申请人满意，办理结束。', 'The person is content, and it has ended.'),
    visible: both,
    final: true,
    tone: 'good',
  },
  contested: {
    title: text('不满意', 'Not content'),
    meaning: text(
      '申请人不满意。可以就这次结果提出申诉并写上这件请求的编号，也可以向主管部门投诉。',
      'The person is not content. They may appeal against the result, giving the id of this request, or complain to the office.',
    ),
    visible: both,
    final: true,
    tone: 'bad',
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('申请人已撤回，不再办理。', 'Withdrawn by the person; nothing further happens.'),
    visible: both,
    final: true,
    tone: 'neutral',
  },
} as const satisfies Record<ExplanationStatus, StateDefinition>;
