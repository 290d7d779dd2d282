import { text, type Text } from '@suanjian/rulebook';
import type { Notice } from '../../engine/definition.ts';
import type { ComplaintEvent, ComplaintState } from './state.ts';

const offices = (place: string): Notice['to'] => ({ officeLevel: place === '000000' ? 'nation' : 'province' });

/** Says that something waits, and of which kind; what was written stays in the matter. */
const notice = (to: Notice['to'], subject: Text, body: Text): Notice => ({ to, subject, body });

const forProvider = (limit: boolean): Notice =>
  notice(
    'provider',
    text('收到投诉', 'A complaint has arrived'),
    limit
      ? text(
          '有一件投诉等待答复，时限按你们公布的承诺计算，请登录办理。',
          'A complaint waits for your answer, within the time you have published. Sign in to deal with it.',
        )
      : text(
          '有一件投诉等待答复，请登录办理。你们还没有公布反馈时限。',
          'A complaint waits for your answer. Sign in to deal with it. You have not published a time to answer yet.',
        ),
  );

export const noticesOf = (event: ComplaintEvent, state: ComplaintState): readonly Notice[] => {
  const toOffice = offices(state.place);
  const arrived = (): readonly Notice[] => {
    switch (state.status) {
      case 'with-provider':
        return [forProvider(state.limit !== undefined)];
      case 'held':
        return [
          notice(
            toOffice,
            text('一件投诉等待查看', 'A complaint waits for a look'),
            text(
              '它可能是骚扰，请看过后放行或者搁置。',
              'It may be a nuisance. Look at it, then let it go on or set it aside.',
            ),
          ),
        ];
      case 'answered':
      case 'asked':
      case 'closed':
      case 'decided':
      case 'escalated':
      case 'merged':
      case 'queried':
      case 'set-aside':
      case 'with-office':
      case 'withdrawn':
        return [
          notice(
            toOffice,
            text('收到投诉举报', 'A complaint has arrived'),
            text(
              '有一件投诉举报等待办理，请登录查看。',
              'A complaint or report waits for the office. Sign in to read it.',
            ),
          ),
        ];
    }
  };
  switch (event.type) {
    case 'opened':
    case 'released':
    case 'sent-to-provider':
    case 'unmerged':
    case 'reopened':
      return arrived();
    case 'replied':
      return [
        notice(
          'provider',
          text('申请人已答复', 'The person has answered'),
          text(
            '投诉的申请人答复了你们的提问，请登录查看。',
            'The person behind a complaint has answered your question. Sign in to read it.',
          ),
        ),
      ];
    case 'responded':
      return [
        notice(
          toOffice,
          text('申请人已答复', 'The person has answered'),
          text(
            '投诉的申请人答复了提问，请登录查看。',
            'The person behind a complaint has answered. Sign in to read it.',
          ),
        ),
      ];
    case 'contested':
    case 'escalated':
    case 'handed-over':
      return [
        ...arrived(),
        ...(state.reachedProvider
          ? [
              notice(
                'provider',
                text('投诉已转主管部门', 'A complaint has gone to the office'),
                text(
                  '一件投诉已交给主管部门办理，进展请登录查看。',
                  'A complaint has gone to the office. Sign in to see where it stands.',
                ),
              ),
            ]
          : []),
      ];
    case 'decided':
    case 'withdrawn':
      return state.reachedProvider
        ? [
            notice(
              'provider',
              event.type === 'decided'
                ? text('投诉已有决定', 'A complaint has been decided')
                : text('投诉已撤回', 'A complaint was withdrawn'),
              text('详情请登录查看。', 'Sign in to read more.'),
            ),
          ]
        : [];
    case 'wrote':
      return [
        notice(
          event.side === 'office' ? 'provider' : toOffice,
          text('投诉办理中有新消息', 'A message about a complaint'),
          text('请登录查看。', 'Sign in to read it.'),
        ),
      ];
    case 'answered':
    case 'asked':
    case 'assigned':
    case 'bundle-linked':
    case 'contented':
    case 'erased':
    case 'evidence-added':
    case 'heard':
    case 'leaned-on':
    case 'let-go':
    case 'let-out':
    case 'merged':
    case 'noted':
    case 'queried':
    case 'set-aside':
    case 'stepped-back':
    case 'took-in':
      return [];
  }
};
