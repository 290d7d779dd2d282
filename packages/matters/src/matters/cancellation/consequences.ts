import { text } from '@suanjian/rulebook';
import type { Consequences, Effect, EventMeta, Notice } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
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
    case 'assigned':
    case 'noted':
    case 'wrote':
    default:
      return [];
  }
};

const noticesOf = (
  event: CancellationEvent,
  { title, number }: CancellationState,
  { reason }: EventMeta,
): readonly Notice[] => {
  const why = {
    zh: reason === undefined ? '' : `理由：${reason}`,
    en: reason === undefined ? '' : ` Reason: ${reason}`,
  };
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
            `备案 ${number} 的注销需要补正。${why.zh}`,
            `The cancellation of filing ${number} is to be completed.${why.en}`,
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
            `备案 ${number} 已由主管部门依职权注销。${why.zh}`,
            `The office has cancelled filing ${number}.${why.en}`,
          ),
        },
      ];
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
  notices: noticesOf(event, state, meta),
});
