import { text, type Text } from '@suanjian/rulebook';
import type { Consequences, Effect, Notice } from '../../engine/definition.ts';
import type { FilingReminderEvent, FilingReminderState } from './state.ts';

const stageAfter = {
  opened: 'sent',
  answered: 'answered',
  insisted: 'sent',
  filed: 'filed',
  settled: 'settled',
  withdrawn: 'withdrawn',
} as const satisfies Partial<Record<FilingReminderEvent['type'], string>>;

const effectsOf = (event: FilingReminderEvent, { parent, target }: FilingReminderState): readonly Effect[] => {
  const stage = Object.entries(stageAfter).find(([type]) => type === event.type)?.[1];
  return parent?.kind !== 'campaign' || target === undefined || stage === undefined
    ? []
    : [{ matter: parent, command: 'learn-reminder', input: { target, stage }, withoutReason: true }];
};

const asked = (due: string): Text =>
  text(
    `有服务应当备案而没有备案，请在 ${due} 前提交备案或者答复。不清楚是否需要，可以看备案指引。`,
    `A service of yours should have been filed. File it or answer by ${due}. The guide helps where you are not sure.`,
  );

const noticesOf = (event: FilingReminderEvent, { title, due, level }: FilingReminderState): readonly Notice[] => {
  const tell = (to: Notice['to'], subject: Text, body: Text): Notice => ({
    to,
    subject: text(`${subject.zh}：${title}`, `${subject.en}: ${title}`),
    body,
  });
  const office = { officeLevel: level } as const;
  const read = text('请登录查看。', 'Sign in to read it.');
  switch (event.type) {
    case 'opened':
      return [tell('provider', text('请办理备案', 'Please file'), asked(due))];
    case 'repeated':
      return [tell('provider', text('再次提醒：请办理备案', 'Reminder again: please file'), asked(due))];
    case 'insisted':
      return [tell('provider', text('仍请办理备案', 'It has to be filed all the same'), asked(due))];
    case 'answered':
      return [tell(office, text('督促备案有答复', 'Answer to a reminder to file'), read)];
    case 'filed':
      return [
        tell(
          office,
          text('督促后已提交备案', 'Filed after a reminder'),
          text('督促就此了结。', 'The reminder is over.'),
        ),
      ];
    case 'settled':
    case 'withdrawn':
      return [
        tell('provider', text('不再督促备案', 'No longer asked to file'), text('理由见记录。', 'The record says why.')),
      ];
    case 'wrote':
      return [
        tell(
          event.side === 'office' ? 'provider' : office,
          text('督促备案有新消息', 'Message about a reminder to file'),
          read,
        ),
      ];
    case 'assigned':
    case 'noted':
      return [];
  }
};

export const consequencesOf = (event: FilingReminderEvent, state: FilingReminderState): Consequences => ({
  effects: effectsOf(event, state),
  notices: noticesOf(event, state),
});
