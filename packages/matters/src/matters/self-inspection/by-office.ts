import { asCivilDate, text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { asking, type FormValues } from '../../engine/form.ts';
import { clockParty, officeLevels, officeParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse } from '../../engine/refusal.ts';
import { ownDateRefusals } from '../common/own-date.ts';
import { wordsIn } from '../common/part.ts';
import { hasInterest, interested } from '../common/person.ts';
import { returnForm } from './form.ts';
import type { SelfInspectionEvent, SelfInspectionState } from './state.ts';

const m = matterOf<SelfInspectionState, SelfInspectionEvent>();

const officers = officeParty(officeLevels, 'reviewer', 'supervisor');
const nothing = z.strictObject({});
type Nothing = Readonly<Record<string, never>>;

const todayAlready = {
  code: 'self-inspection/today-already',
  text: text('今天已经通知过，明天再说。', 'They have been told today already.'),
};

export const byOffice = {
  remind: m.command({
    title: text('提醒', 'Remind'),
    help: text('再通知企业一次，写着期限。一天一次。', 'The company is told again, with its day. Once a day.'),
    by: [officers],
    from: ['asked', 'overdue'],
    clauses: ['campaign/3.2'],
    input: nothing,
    decide: ({ reminded }, _input, { today }) =>
      reminded.includes(today) ? refuse(todayAlready) : accept({ type: 'reminded' }),
  }),
  urge: m.command({
    title: text('督促备案', 'Urge to file'),
    help: text(
      '有应当备案而没有备案的服务，通知企业去备案。一天一次。',
      'Where a service should have been filed, the company is told to file it. Once a day.',
    ),
    by: [officers],
    from: ['asked', 'overdue', 'submitted'],
    clauses: ['campaign/2.3', 'final/24.1', 'draft/20.1'],
    input: nothing,
    decide: ({ urged }, _input, { today }) =>
      urged.includes(today) ? refuse(todayAlready) : accept({ type: 'urged' }),
  }),
  return: m.command<FormValues, boolean>({
    title: text('退回', 'Send back'),
    help: text('自查不认真或者不完整的，写明理由和新的日期。', 'Careless or incomplete: with a reason and a new day.'),
    by: [officers],
    from: ['submitted'],
    to: ['asked'],
    reason: 'required',
    clauses: ['checklist/plan.2'],
    ...asking(returnForm),
    gather: (_state, _values, lookups, context) => hasInterest(context, lookups),
    decide: (_state, values, { gathered: own, today, calendar }) => {
      const by = asCivilDate(wordsIn(values, 'by'));
      if (own) return refuse(interested);
      return by === undefined
        ? refuse({ code: 'date/missing', pointer: '/by', text: text('请填写日期。', 'Set the day.') })
        : acceptUnless(ownDateRefusals(by, today, { calendar }, '/by'), { type: 'returned', by });
    },
  }),
  accept: m.command<Nothing, boolean>({
    title: text('通过', 'Accept'),
    help: text(
      '自查认真、完整；发现的问题另行责令整改。',
      'Done in earnest and complete. What it found is ordered to be rectified apart.',
    ),
    by: [officers],
    from: ['submitted'],
    to: ['accepted'],
    clauses: ['checklist/plan.2'],
    input: nothing,
    gather: (_state, _input, lookups, context) => hasInterest(context, lookups),
    decide: (_state, _input, { gathered: own }) => (own ? refuse(interested) : accept({ type: 'accepted' })),
  }),
  lapse: m.command({
    title: text('逾期', 'Time over'),
    help: text('期限过后自动办理。', 'By itself when the time is over.'),
    by: [clockParty],
    from: ['asked'],
    to: ['overdue'],
    input: nothing,
    decide: () => accept({ type: 'lapsed' }),
  }),
  withdraw: m.command({
    title: text('撤回', 'Withdraw'),
    help: text('不再要求自查，写明理由。', 'It is asked for no longer; say why.'),
    by: [officers],
    from: ['asked', 'overdue', 'submitted'],
    to: ['withdrawn'],
    reason: 'required',
    input: nothing,
    decide: () => accept({ type: 'withdrawn' }),
  }),
};
