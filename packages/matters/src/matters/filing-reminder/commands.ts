import { addWorkingDays, asCivilDate, text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { MatterFacts } from '../../engine/lookups.ts';
import { clockParty, officeLevels, officeParty, providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { ownDateRefusals } from '../common/own-date.ts';
import { numberIn, partOf, wordsIn } from '../common/part.ts';
import { answerForm, insistForm } from './form.ts';
import { submittedFilings } from './opening.ts';
import type { FilingReminderEvent, FilingReminderState } from './state.ts';

const m = matterOf<FilingReminderState, FilingReminderEvent>();

const officers = officeParty(officeLevels, 'reviewer', 'supervisor');
const nothing = z.strictObject({});
type Nothing = Readonly<Record<string, never>>;

const notSubmitted: Refusal = {
  code: 'filing-reminder/not-submitted',
  pointer: '/filing',
  text: text('这件备案不是你们的，或者还没有提交。', 'It is no filing of yours, or has not been submitted.'),
};
const usualEvery = 10;

export const commands = {
  answer: m.command<FormValues, MatterFacts | undefined>({
    title: text('答复', 'Answer'),
    help: text('说明备案办得怎样，或者为什么不需要。', 'How the filing stands, or why none is needed.'),
    by: [providerParty('officer', 'editor')],
    from: ['sent'],
    to: ['answered', 'filed'],
    clauses: ['final/24.1', 'draft/20.1'],
    ...asking(answerForm),
    gather: (_state, values, lookups) => {
      const filing = wordsIn(values, 'filing');
      return filing === '' ? Promise.resolve(undefined) : lookups.matter('filing', filing as MatterId);
    },
    decide: (_state, values, { gathered: filing, ground: { owner } }) => {
      const answer = shownValues(answerForm, partOf(values));
      if (answer['answer'] !== 'filed') return accept({ type: 'answered', answer });
      return filing === undefined || filing.owner !== owner || filing.state.status === 'draft'
        ? refuse(notSubmitted)
        : accept({ type: 'filed', filing: filing.id });
    },
  }),
  repeat: m.command<Nothing, MatterId | undefined>({
    title: text('再次提醒', 'Remind again'),
    help: text(
      '到期自动办理：已经提交备案的了结，没有的再提醒一次。',
      'By itself when the day has passed: over where a filing came in, said again where none did.',
    ),
    by: [clockParty],
    from: ['sent'],
    to: ['sent', 'filed'],
    clauses: ['campaign/2.3'],
    input: nothing,
    gather: async ({ known }, _input, lookups, { ground: { owner } }) =>
      owner === undefined
        ? undefined
        : (await submittedFilings(owner, lookups)).find(({ id }) => !known.includes(id))?.id,
    decide: ({ reminder }, _input, { gathered: filing, today, calendar }) =>
      accept(
        filing === undefined
          ? {
              type: 'repeated',
              due: addWorkingDays(calendar, today, numberIn(reminder, 'every') ?? usualEvery).due,
            }
          : { type: 'filed', filing },
      ),
  }),
  insist: m.command<FormValues>({
    title: text('仍要备案', 'Insist'),
    help: text('答复不成立的，写明理由和新的日期。', 'Where the answer does not hold: with a reason and a new day.'),
    by: [officers],
    from: ['answered'],
    to: ['sent'],
    reason: 'required',
    clauses: ['campaign/2.3'],
    ...asking(insistForm),
    decide: (_state, values, { today, calendar }) => {
      const by = asCivilDate(wordsIn(values, 'by'));
      return by === undefined
        ? refuse({ code: 'date/missing', pointer: '/by', text: text('请填写日期。', 'Set the day.') })
        : acceptUnless(ownDateRefusals(by, today, { calendar }, '/by'), { type: 'insisted', by });
    },
  }),
  settle: m.command({
    title: text('了结', 'Settle'),
    help: text('答复成立，写明理由。', 'The answer holds; say why.'),
    by: [officers],
    from: ['answered'],
    to: ['settled'],
    reason: 'required',
    input: nothing,
    decide: () => accept({ type: 'settled' }),
  }),
  withdraw: m.command({
    title: text('撤回', 'Withdraw'),
    help: text('不再督促，写明理由。', 'Nobody is reminded any more; say why.'),
    by: [officers],
    from: ['sent', 'answered'],
    to: ['withdrawn'],
    reason: 'required',
    input: nothing,
    decide: () => accept({ type: 'withdrawn' }),
  }),
};
