import { changeReasonLabel } from '@suanjian/register';
import { text } from '@suanjian/rulebook';
import type { Consequences, EventMeta, Notice } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import { letterNotice } from '../common/letter-notice.ts';
import type { ChangeEvent, ChangeState } from './state.ts';

const noticesOf = (
  event: ChangeEvent,
  { title, number, reasons, status }: ChangeState,
  { reason }: EventMeta,
): readonly Notice[] => {
  const labels = reasons.map(changeReasonLabel);
  const kinds = text(labels.map(({ zh }) => zh).join('、'), labels.map(({ en }) => en).join('; '));
  const why = text(reason === undefined ? '' : `理由：${reason}`, reason === undefined ? '' : ` Reason: ${reason}`);
  switch (event.type) {
    case 'submitted':
    case 'forwarded':
      return [
        {
          to: { officeLevel: event.type === 'submitted' ? 'province' : 'nation' },
          subject: text(`变更待审核：${title}`, `Change to review: ${title}`),
          body: text(`备案 ${number} 的变更：${kinds.zh}。`, `Change of filing ${number}: ${kinds.en}.`),
        },
      ];
    case 'returned':
      return [
        {
          to: 'provider',
          subject: text(`变更退回补正：${title}`, `Change returned: ${title}`),
          body: text(
            `备案 ${number} 的变更需要补正。${why.zh}`,
            `The change of filing ${number} is to be completed.${why.en}`,
          ),
        },
      ];
    case 'refused':
      return [
        {
          to: 'provider',
          subject: text(`变更未获准：${title}`, `Change refused: ${title}`),
          body: text(`备案 ${number} 维持原内容。${why.zh}`, `Filing ${number} keeps its earlier content.${why.en}`),
        },
      ];
    case 'filed':
      return [
        {
          to: 'provider',
          subject: text(`变更已备案：${title}`, `Change filed: ${title}`),
          body: text(`备案 ${number} 的公示内容已经更新。`, `The public record of filing ${number} is up to date.`),
        },
      ];
    case 'wrote':
      return [letterNotice(event.side, { title, number }, status === 'second-review' ? 'nation' : 'province')];
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
  event: ChangeEvent,
  state: ChangeState,
  meta: EventMeta,
  { matter }: { readonly matter: MatterId },
): Consequences => ({
  effects:
    event.type === 'filed'
      ? [
          {
            matter: { kind: 'filing', id: state.filing },
            command: 'amend',
            input: { change: matter, form: state.form, reasons: state.reasons, occurred: state.occurred },
          },
        ]
      : [],
  notices: noticesOf(event, state, meta),
});
