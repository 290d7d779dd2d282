import { text } from '@suanjian/rulebook';
import type { Notice } from '../../engine/definition.ts';
import type { OfficeLevel } from '../../engine/party.ts';
import type { Letter } from './desk.ts';

/** Tells the other side that a message is there; what it says stays in the matter. */
export const letterNotice = (
  side: Letter['side'],
  matter: { readonly title: string; readonly number: string },
  level: OfficeLevel,
): Notice => ({
  to: side === 'office' ? 'provider' : { officeLevel: level },
  subject: text(`新消息：${matter.title}`, `New message: ${matter.title}`),
  body: text(
    `备案 ${matter.number} 的办理中有一条新消息，请登录查看。`,
    `There is a new message about filing ${matter.number}. Sign in to read it.`,
  ),
});
