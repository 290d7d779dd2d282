import { text, type Text } from '@suanjian/rulebook';
import type { Consequences, Effect, Notice } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { OfficeLevel } from '../../engine/party.ts';
import type { RectificationEvent, RectificationState } from './state.ts';

/** Kinds that want to know how an order that was opened on them ended; they name this kind in the command `learn-of-correction`. */
const listening: ReadonlySet<string> = new Set(['violation-case']);

const effectsOf = (event: RectificationEvent, { parent }: RectificationState, matter: MatterId): readonly Effect[] =>
  (event.type === 'rectified' || event.type === 'refused') && parent !== undefined && listening.has(parent.kind)
    ? [
        {
          matter: parent,
          command: 'learn-of-correction',
          input: { rectification: matter, corrected: event.type === 'rectified' },
          withoutReason: true,
        },
      ]
    : [];

const provider = (title: string, zh: string, en: string, body: Text): Notice => ({
  to: 'provider',
  subject: text(`${zh}：${title}`, `${en}: ${title}`),
  body,
});
const officeOf =
  (level: OfficeLevel) =>
  (title: string, zh: string, en: string, body: Text): Notice => ({
    to: { officeLevel: level },
    subject: text(`${zh}：${title}`, `${en}: ${title}`),
    body,
  });

/** Say where it stands and by when; what was found and what was done is read in the matter. */
const noticesOf = (event: RectificationEvent, { title, due, level }: RectificationState): readonly Notice[] => {
  const office = officeOf(level);
  switch (event.type) {
    case 'served':
    case 'sent-back':
    case 'extended':
      return [
        provider(
          title,
          '限期整改',
          'Rectification ordered',
          text(
            `请在 ${due} 前完成并提交整改报告，登录查看。`,
            `Put it right and report by ${due}. Sign in to read it.`,
          ),
        ),
      ];
    case 'extension-declined':
      return [
        provider(
          title,
          '不同意延期',
          'No more time',
          text(`期限仍是 ${due}，理由见办理记录。`, `It is still due on ${due}; the reason stands in the record.`),
        ),
      ];
    case 'answered':
      return [
        office(title, '收到整改报告', 'Report came in', text('请核实每一项措施。', 'Verify each of its measures.')),
      ];
    case 'extension-asked':
      return [
        office(
          title,
          '申请延期',
          'More time asked for',
          text(`企业申请延至 ${event.until}。`, `The company asks for time until ${event.until}.`),
        ),
      ];
    case 'lapsed':
      return [
        office(title, '整改逾期', 'Rectification overdue', text(`${due} 期限已过。`, `It was due on ${due}.`)),
        provider(title, '整改逾期', 'Rectification overdue', text('仍可提交整改报告。', 'You may still report.')),
      ];
    case 'rectified':
      return [provider(title, '整改完成', 'Rectified', text('每一项措施都已核实。', 'Every measure is verified.'))];
    case 'risk-notice-published':
    case 'risk-notice-lifted':
      return [provider(title, '安全风险提示', 'Risk notice to the public', text('登录查看。', 'Sign in to read it.'))];
    case 'refused':
      return event.how === 'said-so'
        ? [office(title, '企业表示不改正', 'The company declines', text('可以据此立案。', 'A case may be opened.'))]
        : [
            provider(
              title,
              '认定拒不改正',
              'Found not rectified',
              text('理由见办理记录。', 'The reason stands in the record.'),
            ),
          ];
    case 'withdrawn':
      return [provider(title, '整改通知已撤回', 'Order withdrawn', text('理由见办理记录。', 'The record says why.'))];
    case 'wrote': {
      const words = text('请登录查看。', 'Sign in to read it.');
      return [
        event.side === 'office'
          ? provider(title, '限期整改有新消息', 'Message about a rectification', words)
          : office(title, '限期整改有新消息', 'Message about a rectification', words),
      ];
    }
    case 'opened':
    case 'verified':
    case 'assigned':
    case 'noted':
      return [];
  }
};

/** An order that never reached the provider is withdrawn without it. */
export const consequencesOf = (
  event: RectificationEvent,
  state: RectificationState,
  matter: MatterId,
): Consequences => ({
  effects: effectsOf(event, state, matter),
  notices: noticesOf(event, state).filter(({ to }) => to !== 'provider' || state.servedOn !== undefined),
});
