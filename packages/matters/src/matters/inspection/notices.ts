import { text, type Text } from '@suanjian/rulebook';
import type { Notice } from '../../engine/definition.ts';
import type { InspectionEvent, InspectionState } from './state.ts';

const provider = (subject: Text, body: Text): readonly Notice[] => [{ to: 'provider', subject, body }];
/** Everybody of an office reads its notices, the team or not: they say that something is to be signed, never whom it is about. */
const office = (subject: Text, body: Text): readonly Notice[] => [{ to: { officeLevel: 'province' }, subject, body }];

/** Before its time nothing goes to the company; afterwards where it stands, and no finding. */
export const noticesOf = (event: InspectionEvent, { dates }: InspectionState): readonly Notice[] => {
  switch (event.type) {
    case 'announced':
      return provider(
        text(`检查通知：${dates.visitOn}`, `An inspection on ${dates.visitOn}`),
        text(
          '主管部门将到场检查，请登录查看检查的条款，做好配合。',
          'The office comes to inspect. Sign in to read which clauses, and prepare to cooperate.',
        ),
      );
    case 'begun':
      return provider(
        text('检查开始', 'An inspection has begun'),
        text('检查人员已经出示证件。', 'The officers have shown who they are.'),
      );
    case 'record-sent':
      return provider(
        text('检查记录待签字', 'The record of the inspection waits for you'),
        text('请核对记录，陈述意见，按期签字。', 'Go through it, state your view and sign in time.'),
      );
    case 'signature-refused':
      return provider(
        text('检查记录没有签字，已见证', 'The record was not signed, which was witnessed'),
        text('仍然可以陈述意见。', 'You may still state your view.'),
      );
    case 'closed':
      return provider(
        text('检查办结', 'The inspection is closed'),
        text(
          '请登录查看结论；需要整改或者立案的，另行通知。',
          'Sign in for the conclusion. You hear of an order or a case by itself.',
        ),
      );
    case 'broken-off':
      return provider(
        text('检查中止', 'The inspection was broken off'),
        text('理由见办理记录。', 'The reason stands in the record.'),
      );
    case 'named':
      return office(
        text('有一项工作需要承诺保密', 'Something waits for an undertaking of confidentiality'),
        text('被点名的人请登录签署。', 'Whoever was named signs in and answers.'),
      );
    case 'recusal-decided':
      return provider(
        text('回避申请已经决定', 'Decided on standing aside'),
        text('结果和理由见办理记录。', 'The record says what was decided and why.'),
      );
    case 'recusal-asked':
      return office(
        text('有一件回避申请需要决定', 'Somebody is asked to stand aside'),
        text('工作组的负责人请登录决定。', 'A head of the team signs in and decides.'),
      );
    case 'view-stated':
    case 'record-signed':
      return office(
        text('检查记录有新的进展', 'News about the record of an inspection'),
        text('工作组成员请登录查看。', 'Members of the team sign in to read it.'),
      );
    case 'wrote': {
      const subject = text('检查有新消息', 'A message about an inspection');
      const body = text('请登录查看。', 'Sign in to read it.');
      return event.side === 'office' ? provider(subject, body) : office(subject, body);
    }
    case 'opened':
    case 'approved':
    case 'rescheduled':
    case 'dropped':
    case 'readings-deferred':
    case 'identity-shown':
    case 'prefilled':
    case 'checked':
    case 'found':
    case 'finding-withdrawn':
    case 'record-drawn':
    case 'report-written':
    case 'undertook':
    case 'admitted':
    case 'recused':
    case 'assigned':
    case 'noted':
      return [];
  }
};
