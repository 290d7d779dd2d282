import { text, type Text } from '@suanjian/rulebook';
import type { Consequences, Effect, Notice } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { CaseEvent, CaseState } from './state.ts';

const effectsOf = (event: CaseEvent, { filing }: CaseState, matter: MatterId): readonly Effect[] => {
  if (event.type !== 'served' || event.filing === undefined || filing === undefined) return [];
  const { how, basis } = event.filing;
  return [
    how === 'revoke'
      ? { matter: { kind: 'filing', id: filing }, command: 'revoke', input: { revocation: matter, basis } }
      : {
          matter: { kind: 'filing', id: filing },
          command: 'cancel',
          input: { cancellation: matter, by: 'office', basis },
        },
  ];
};

/** Say where it stands; facts, reasons and amounts are read in the matter. */
const noticesOf = (
  event: CaseEvent,
  { title, level, answerBy, mayAskForHearing, hearing, informedOn }: CaseState,
): readonly Notice[] => {
  const provider = (zh: string, en: string, body: Text): readonly Notice[] => [
    { to: 'provider', subject: text(`${zh}：${title}`, `${en}: ${title}`), body },
  ];
  const office = (zh: string, en: string, body: Text): readonly Notice[] => [
    { to: { officeLevel: level }, subject: text(`${zh}：${title}`, `${en}: ${title}`), body },
  ];
  const signIn = text('请登录查看。', 'Sign in to read it.');
  switch (event.type) {
    case 'informed':
      return provider(
        '告知调查',
        'You are being investigated',
        text('您有权申请办案人员回避。请登录查看。', 'You may ask an officer to stand aside. Sign in to read it.'),
      );
    case 'notified':
      return provider(
        '拟处罚告知',
        'Notice of an intended penalty',
        mayAskForHearing
          ? text(
              `请在 ${answerBy ?? ''} 前陈述、申辩或者要求听证。`,
              `State your case or ask for a hearing by ${answerBy ?? ''}.`,
            )
          : text(`请在 ${answerBy ?? ''} 前陈述、申辩。`, `State your case by ${answerBy ?? ''}.`),
      );
    case 'hearing-announced':
      return provider(
        '听证通知',
        'Hearing announced',
        text(
          `听证在 ${hearing?.day ?? ''} 举行，地点登录查看。`,
          `It takes place on ${hearing?.day ?? ''}. Sign in for the place.`,
        ),
      );
    case 'recusal-decided':
      return informedOn === undefined ? [] : provider('回避决定', 'Decision on standing aside', signIn);
    case 'reopened':
      return informedOn === undefined ? [] : provider('重新调查', 'Investigation taken up again', signIn);
    case 'served':
      return provider('处罚决定送达', 'A decision was served', signIn);
    case 'deferred':
    case 'deferral-declined':
      return provider('缴款申请答复', 'Answer about paying', signIn);
    case 'spared':
    case 'unproved':
    case 'transferred':
    case 'referred':
      return informedOn === undefined ? [] : provider('案件办理结果', 'Outcome of the case', signIn);
    case 'publication-corrected':
    case 'publication-withdrawn':
    case 'published':
      return provider('决定公开情况', 'Publication of the decision', signIn);
    case 'closed':
      return provider('结案', 'Case closed', text('处罚已经执行完毕。', 'Everything has been carried out.'));
    case 'recusal-asked':
      return office('回避申请', 'An officer is asked to stand aside', signIn);
    case 'defended':
    case 'waived':
    case 'hearing-requested':
    case 'hearing-withdrawn':
    case 'deferral-asked':
      return office('企业有新的意见', 'The company has answered', signIn);
    case 'correction-learnt':
      return office(
        '整改已结束',
        'A rectification has ended',
        event.corrected ? text('已经改正。', 'It was put right.') : text('没有改正。', 'It was not put right.'),
      );
    case 'wrote':
      return event.side === 'office'
        ? informedOn === undefined
          ? []
          : provider('案件有新消息', 'Message about a case', signIn)
        : office('案件有新消息', 'Message about a case', signIn);
    case 'opened':
    case 'dismissed':
    case 'established':
    case 'evidence-added':
    case 'concluded':
    case 'countersigned':
    case 'weighed':
    case 'hearing-lapsed':
    case 'hearing-scheduled':
    case 'hearing-held':
    case 'legally-reviewed':
    case 'agreed':
    case 'decided':
    case 'paid':
    case 'executed':
    case 'review-noted':
    case 'review-ended':
    case 'assigned':
    case 'noted':
      return [];
  }
};

export const consequencesOf = (event: CaseEvent, state: CaseState, matter: MatterId): Consequences => ({
  effects: effectsOf(event, state, matter),
  notices: noticesOf(event, state),
});
