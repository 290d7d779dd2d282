import { text, type Text } from '@suanjian/rulebook';
import type { Consequences, Effect, Notice } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { Stage } from '../campaign/definition.ts';
import type { SelfInspectionEvent, SelfInspectionState } from './state.ts';

const stageAfter = {
  opened: 'asked',
  submitted: 'submitted',
  returned: 'returned',
  accepted: 'accepted',
  withdrawn: 'withdrawn',
} as const satisfies Partial<Record<SelfInspectionEvent['type'], Stage>>;

const effectsOf = (
  event: SelfInspectionEvent,
  { parent, target }: SelfInspectionState,
  matter: MatterId,
): readonly Effect[] => {
  const stage = Object.entries(stageAfter).find(([type]) => type === event.type)?.[1];
  return parent?.kind !== 'campaign' || target === undefined || stage === undefined
    ? []
    : [
        {
          matter: parent,
          command: 'learn',
          input: {
            target,
            selfInspection: matter,
            stage,
            ...(event.type === 'submitted' ? { unmet: event.unmet } : {}),
          },
          withoutReason: true,
        },
      ];
};

/** Where it stands and by when; what was found is read in the matter. */
const noticesOf = (event: SelfInspectionEvent, { title, due, level }: SelfInspectionState): readonly Notice[] => {
  const tell = (to: Notice['to'], subject: Text, body: Text): Notice => ({
    to,
    subject: text(`${subject.zh}：${title}`, `${subject.en}: ${title}`),
    body,
  });
  const office = { officeLevel: level } as const;
  switch (event.type) {
    case 'opened':
      return [
        tell(
          'provider',
          text('请开展自查', 'Self-inspection asked for'),
          text(`请在 ${due} 前逐条自查并提交。`, `Go through the clauses and submit by ${due}.`),
        ),
      ];
    case 'returned':
      return [
        tell(
          'provider',
          text('自查被退回', 'Self-inspection sent back'),
          text(`请在 ${due} 前重新提交，理由见记录。`, `Submit again by ${due}; the record says why.`),
        ),
      ];
    case 'reminded':
      return [
        tell(
          'provider',
          text('自查提醒', 'Reminder of a self-inspection'),
          text(`期限是 ${due}，还没有收到。`, `It is due on ${due} and has not come.`),
        ),
      ];
    case 'urged':
      return [
        tell(
          'provider',
          text('请办理备案', 'Please file'),
          text(
            '有服务应当备案而没有备案，请尽快办理；不清楚是否需要，可以看备案指引。',
            'A service of yours should have been filed. File it soon; the guide helps where you are not sure.',
          ),
        ),
      ];
    case 'submitted':
      return [
        tell(office, text('收到自查', 'Self-inspection came in'), text('请核对每一条。', 'Go through its clauses.')),
      ];
    case 'lapsed':
      return [
        tell(office, text('自查逾期', 'Self-inspection overdue'), text(`${due} 期限已过。`, `It was due on ${due}.`)),
        tell('provider', text('自查逾期', 'Self-inspection overdue'), text('仍可提交。', 'You may still submit.')),
      ];
    case 'accepted':
      return [
        tell('provider', text('自查通过', 'Self-inspection accepted'), text('请登录查看。', 'Sign in to read it.')),
      ];
    case 'withdrawn':
      return [
        tell('provider', text('自查已撤回', 'No longer asked for'), text('理由见记录。', 'The record says why.')),
      ];
    case 'wrote':
      return [
        tell(
          event.side === 'office' ? 'provider' : office,
          text('自查有新消息', 'Message about a self-inspection'),
          text('请登录查看。', 'Sign in to read it.'),
        ),
      ];
    case 'prefilled':
    case 'answered':
    case 'assigned':
    case 'noted':
      return [];
  }
};

export const consequencesOf = (
  event: SelfInspectionEvent,
  state: SelfInspectionState,
  matter: MatterId,
): Consequences => ({ effects: effectsOf(event, state, matter), notices: noticesOf(event, state) });
