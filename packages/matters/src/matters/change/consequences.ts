import { changeReasonLabel } from '@suanjian/register';
import { text } from '@suanjian/rulebook';
import type { Consequences, EventMeta, Notice } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import { lapseNotice } from '../common/lapse.ts';
import { letterNotice } from '../common/letter-notice.ts';
import type { ChangeEvent, ChangeState } from './state.ts';

/** Notices say where the matter stands. Reasons are read in the record, where readings are recorded; mail and webhooks carry none of them. */
const noticesOf = (event: ChangeEvent, { title, number, reasons, status }: ChangeState): readonly Notice[] => {
  const labels = reasons.map(changeReasonLabel);
  const kinds = text(labels.map(({ zh }) => zh).join('、'), labels.map(({ en }) => en).join('; '));
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
            `备案 ${number} 的变更需要补正，理由和指出的问题见办理记录。`,
            `The change of filing ${number} is to be completed. The reasons and what was pointed out stand in the record.`,
          ),
        },
      ];
    case 'refused':
      return [
        {
          to: 'provider',
          subject: text(`变更未获准：${title}`, `Change refused: ${title}`),
          body: text(
            `备案 ${number} 维持原内容，理由和依据见办理记录。`,
            `Filing ${number} keeps its earlier content. The reasons and the basis stand in the record.`,
          ),
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
    case 'lapsed':
      return [lapseNotice(text('变更', 'Change'), { title, number })];
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
  _meta: EventMeta,
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
  notices: noticesOf(event, state),
});
