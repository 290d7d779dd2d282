import { text, type Text } from '@suanjian/rulebook';
import type { Notice } from '../../engine/definition.ts';
import { wordsIn } from '../common/part.ts';
import type { EthicsReviewEvent, EthicsReviewState } from './state.ts';

const told = (subject: Text, body: Text): readonly Notice[] => [{ to: 'provider', subject, body }];

/** Say where the review stands; what was said, declared or voted is read in the matter, by those who may. */
export const noticesOf = (event: EthicsReviewEvent, state: EthicsReviewState): readonly Notice[] => {
  const title = wordsIn(state.subject, 'algorithm');
  switch (event.type) {
    case 'composed':
      return told(
        text(`伦理审查：请委员声明利益冲突（${title}）`, `Ethics review: members declare their interests (${title})`),
        text(
          '委员会已经组成，请委员登录声明有没有利益冲突。',
          'The committee is named. Members sign in and declare their interests.',
        ),
      );
    case 'deliberation-opened':
      return told(
        text(`伦理审查开始讨论：${title}`, `Ethics review: the deliberation is open (${title})`),
        text('请委员登录发言和投票。', 'Members sign in to speak and to vote.'),
      );
    case 'decided':
      return told(
        text(`伦理审查已有结论：${title}`, `Ethics review concluded: ${title}`),
        text('结论和条件见办理记录。', 'The conclusion and its conditions stand in the record.'),
      );
    case 'report-returned':
      return told(
        text(`伦理审查的条件没有落实：${title}`, `A condition of the ethics review is not met: ${title}`),
        text(
          '报告被退回，理由见办理记录，原来的期限继续。',
          'The report was returned; the reason stands in the record, and the time that was set goes on.',
        ),
      );
    case 'reopened':
      return told(
        text(`需要重新作伦理审查：${title}`, `Another ethics review is owed: ${title}`),
        text(
          '算法有实质变动，请委员重新声明并审查。',
          'The algorithm has changed materially. Members declare anew and review it again.',
        ),
      );
    case 'wrote': {
      const subject = text(`新消息：${title}`, `New message: ${title}`);
      const body = text(
        '伦理审查的办理中有一条新消息，请登录查看。',
        'There is a new message about an ethics review. Sign in to read it.',
      );
      return event.side === 'office' ? told(subject, body) : [{ to: { officeLevel: 'province' }, subject, body }];
    }
    case 'opened':
    case 'declared':
    case 'recused':
    case 'chair-appointed':
    case 'spoke':
    case 'voted':
    case 'reported':
    case 'report-accepted':
    case 'closed':
    case 'assigned':
    case 'noted':
      return [];
  }
};
