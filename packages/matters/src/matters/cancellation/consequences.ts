import { text } from '@suanjian/rulebook';
import type { Consequences, Effect, EventMeta, Notice } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import { lapseNotice } from '../common/lapse.ts';
import { letterNotice } from '../common/letter-notice.ts';
import type { CancellationEvent, CancellationState } from './state.ts';

const effectsOf = (
  event: CancellationEvent,
  state: CancellationState,
  { edition }: EventMeta,
  matter: MatterId,
): readonly Effect[] => {
  const filing = { kind: 'filing', id: state.filing };
  switch (event.type) {
    case 'accepted':
      return [
        {
          matter: filing,
          command: 'cancel',
          input: { cancellation: matter, by: 'provider', basis: [edition === 'draft' ? 'draft/20.3' : 'final/24.3'] },
        },
      ];
    case 'ordered':
      return [{ matter: filing, command: 'cancel', input: { cancellation: matter, by: 'office', basis: event.basis } }];
    case 'opened':
    case 'saved':
    case 'submitted':
    case 'returned':
    case 'withdrawn':
    case 'lapsed':
    case 'assigned':
    case 'noted':
    case 'wrote':
    default:
      return [];
  }
};

/** Notices say where the matter stands. Reasons are read in the record, where readings are recorded; mail and webhooks carry none of them. */
const noticesOf = (event: CancellationEvent, { title, number }: CancellationState): readonly Notice[] => {
  switch (event.type) {
    case 'submitted':
      return [
        {
          to: { officeLevel: 'province' },
          subject: text(`注销待审核：${title}`, `Cancellation to review: ${title}`),
          body: text(
            `备案 ${number} 的提供者已提交注销。`,
            `The provider of filing ${number} has submitted its cancellation.`,
          ),
        },
      ];
    case 'returned':
      return [
        {
          to: 'provider',
          subject: text(`注销退回补正：${title}`, `Cancellation returned: ${title}`),
          body: text(
            `备案 ${number} 的注销需要补正，理由和指出的问题见办理记录。`,
            `The cancellation of filing ${number} is to be completed. The reasons and what was pointed out stand in the record.`,
          ),
        },
      ];
    case 'accepted':
      return [
        {
          to: 'provider',
          subject: text(`已注销：${title}`, `Cancelled: ${title}`),
          body: text(
            `备案 ${number} 已经注销，公示页已注明。`,
            `Filing ${number} is cancelled, and the public record says so.`,
          ),
        },
      ];
    case 'ordered':
      return [
        {
          to: 'provider',
          subject: text(`主管部门已注销备案：${title}`, `Cancelled by the office: ${title}`),
          body: text(
            `备案 ${number} 已由主管部门依职权注销，理由和依据见办理记录。`,
            `The office has cancelled filing ${number}. The reasons and the basis stand in the record.`,
          ),
        },
      ];
    case 'lapsed':
      return [lapseNotice(text('注销', 'Cancellation'), { title, number })];
    case 'wrote':
      return [letterNotice(event.side, { title, number }, 'province')];
    case 'opened':
    case 'saved':
    case 'withdrawn':
    case 'assigned':
    case 'noted':
    default:
      return [];
  }
};

export const consequences = (
  event: CancellationEvent,
  state: CancellationState,
  meta: EventMeta,
  { matter }: { readonly matter: MatterId },
): Consequences => ({
  effects: effectsOf(event, state, meta, matter),
  notices: noticesOf(event, state),
});
