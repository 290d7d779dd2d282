import { text, type Text } from '@suanjian/rulebook';
import type { Notice } from '../../engine/definition.ts';
import type { OfficialAssessmentEvent } from './state.ts';

const provider = (subject: Text, body: Text): readonly Notice[] => [{ to: 'provider', subject, body }];
/** Everybody of an office reads its notices, the team or not: they never say whom it is about. */
const office = (subject: Text, body: Text): readonly Notice[] => [{ to: { officeLevel: 'province' }, subject, body }];

export const noticesOf = (event: OfficialAssessmentEvent): readonly Notice[] => {
  switch (event.type) {
    case 'started':
      return provider(
        text('主管部门开始评估', 'The office has begun an assessment'),
        text('请登录查看评估的是什么，做好配合。', 'Sign in to read what is assessed, and prepare to cooperate.'),
      );
    case 'conclusions-sent':
      return provider(
        text('评估结论请陈述意见', 'Conclusions of an assessment wait for your view'),
        text('请核对结论，按期陈述意见。', 'Go through the conclusions and state your view in time.'),
      );
    case 'reconsidered':
      return provider(
        text('重新评估', 'It is assessed anew'),
        text('理由见办理记录，新的结论另行送达。', 'The reason stands in the record; new conclusions will be sent.'),
      );
    case 'closed':
      return provider(
        text('评估办结', 'The assessment is closed'),
        text(
          '请登录查看；需要整改或者立案的，另行通知。',
          'Sign in to read it. You hear of an order or a case by itself.',
        ),
      );
    case 'broken-off':
      return provider(
        text('评估中止', 'The assessment was broken off'),
        text('理由见办理记录。', 'The reason stands in the record.'),
      );
    case 'named':
      return office(
        text('有一项工作需要承诺保密', 'Something waits for an undertaking of confidentiality'),
        text('被点名的人请登录签署。', 'Whoever was named signs in and answers.'),
      );
    case 'view-stated':
      return office(
        text('一件评估有企业的意见', 'A company has stated its view of an assessment'),
        text('工作组成员请登录查看。', 'Members of the team sign in to read it.'),
      );
    case 'wrote': {
      const subject = text('评估有新消息', 'A message about an assessment');
      const body = text('请登录查看。', 'Sign in to read it.');
      return event.side === 'office' ? provider(subject, body) : office(subject, body);
    }
    case 'opened':
    case 'dropped':
    case 'prefilled':
    case 'answered':
    case 'evidence-added':
    case 'risk-scored':
    case 'concluded':
    case 'undertook':
    case 'admitted':
    case 'recused':
    case 'assigned':
    case 'noted':
      return [];
  }
};
