import { text } from '@suanjian/rulebook';
import type { Notice } from '../../engine/definition.ts';
import type { ResponsibilityEvent, ResponsibilityState } from './state.ts';

/** Notices say that something is there to be read; what, stays in the register. */
export const noticesOf = (event: ResponsibilityEvent, { version }: ResponsibilityState): readonly Notice[] => {
  switch (event.type) {
    case 'wrote':
      return [
        {
          to: event.side === 'office' ? 'provider' : { officeLevel: 'province' },
          subject: text('主体责任台账：新消息', 'Responsibility register: new message'),
          body: text('台账中有一条新消息，请登录查看。', 'There is a new message in the register. Sign in to read it.'),
        },
      ];
    case 'withdrawn':
      // A register that no office ever saw ends unnoticed.
      return version === 0
        ? []
        : [
            {
              to: { officeLevel: 'province' },
              subject: text('主体责任台账已撤下', 'Responsibility register withdrawn'),
              body: text(
                '一家提供者撤下了主体责任台账，理由见办理记录。',
                'A provider has withdrawn its responsibility register. The reason stands in the record.',
              ),
            },
          ];
    case 'opened':
    case 'saved':
    case 'adopted':
    case 'reviewed':
    case 'scheduled':
    case 'rules-published':
    case 'commitments-published':
    case 'release-recorded':
    case 'release-reviewed':
    case 'release-in-service':
    case 'tag-proposed':
    case 'tag-approved':
    case 'tag-retired':
    case 'word-barred':
    case 'news-published':
    case 'case-published':
    case 'assigned':
    case 'noted':
      return [];
  }
};
