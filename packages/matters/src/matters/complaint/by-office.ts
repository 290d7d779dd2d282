import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf, type PromisedLimit } from '../../engine/definition.ts';
import { asking, shownValues } from '../../engine/form.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { basisRefusals } from '../common/basis.ts';
import { entriesOf, wordsIn } from '../common/part.ts';
import { questionForm, spoken } from '../common/redress/conversation.ts';
import { limitNow } from '../common/redress/route.ts';
import { sharedRefusals } from './by-provider.ts';
import { comparing } from './comparing.ts';
import { office } from './office.ts';
import { destination } from './opening.ts';
import { rulings, type ComplaintEvent, type ComplaintState } from './state.ts';
import { rulingForm, withEntry } from './words.ts';

const m = matterOf<ComplaintState, ComplaintEvent>();

const noProvider: Refusal = {
  code: 'complaint/no-provider',
  text: text(
    '没有查到被反映的公司，不能转给公司，由主管部门办理。',
    'No registered company was found for it, so it cannot go to one; the office deals with it.',
  ),
};

const withLimit = (limit: PromisedLimit | undefined) => (limit === undefined ? {} : { limit });

export const byOffice = {
  release: m.command({
    title: text('放行', 'Let it go on'),
    help: text(
      '看过了，不是骚扰，交给申请人选择的一方办理。',
      'Looked at and no nuisance: it goes where the person sent it.',
    ),
    by: [office],
    from: ['held'],
    to: ['with-provider', 'with-office'],
    reason: 'optional',
    input: z.strictObject({}),
    gather: ({ owner }, _input, lookups) => limitNow(owner, 'complaint', lookups),
    decide: (state, _input, { gathered }) =>
      accept({ type: 'released', status: destination(state.form, state), ...withLimit(gathered) }),
  }),
  'set-aside': m.command({
    title: text('搁置', 'Set aside'),
    help: text(
      '看过了，没有可办的内容。必须写明理由，申请人能看到，并可以在规定时间内要求再看。',
      'Looked at, and nothing in it to work on. Wants a reason, which the person reads; they may ask for another look.',
    ),
    by: [office],
    from: ['held'],
    to: ['set-aside'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'set-aside' }),
  }),
  query: m.command({
    title: text('向申请人提问', 'Ask the person'),
    help: text('公司看不到问题和答复。', 'The company sees neither the question nor the answer.'),
    by: [office],
    from: ['with-office', 'escalated'],
    to: ['queried'],
    ...asking(questionForm),
    decide: ({ inquiry }, input) => {
      const { conversation, refusals } = spoken(inquiry, 'office', input);
      return conversation === undefined
        ? { outcome: 'refused', refusals }
        : accept({ type: 'queried', inquiry: conversation });
    },
  }),
  decide: m.command({
    title: text('作出处理决定', 'Decide'),
    help: text(
      '写明是否属实、依据的条款和理由；需要立案的，另行立案。',
      'Say whether it is founded, by which clauses, and why. A case, where one is wanted, is opened apart.',
    ),
    by: [office],
    from: ['with-office', 'escalated'],
    to: ['decided'],
    reason: 'required',
    clauses: ['final/30', 'opinions/6'],
    ...asking(rulingForm),
    decide: (state, input, { edition }) => {
      const values = shownValues(rulingForm, input);
      const ruling = z.enum(rulings).catch('unfounded').parse(values['ruling']);
      const basis = entriesOf(values, 'basis').map((entry) => wordsIn(entry, 'clause'));
      const { words, elsewhere } = values;
      return acceptUnless([...basisRefusals(basis, edition), ...sharedRefusals(state, values)], {
        type: 'decided',
        ruling,
        basis,
        decisions: withEntry(state.decisions, {
          words,
          elsewhere,
          ...(state.merged.length > 0 ? { shared: values['shared'] } : {}),
        }),
      });
    },
  }),
  'send-to-provider': m.command({
    title: text('转给公司', 'Send it to the company'),
    help: text(
      '公司从今天起按公布的时限答复；它看不到匿名或劳动者的身份。',
      'The company answers within its published time, counted from today. It does not learn who an anonymous person or a worker is.',
    ),
    by: [office],
    from: ['with-office', 'escalated'],
    to: ['with-provider'],
    reason: 'optional',
    clauses: ['final/22'],
    input: z.strictObject({}),
    gather: ({ owner }, _input, lookups) => limitNow(owner, 'complaint', lookups),
    decide: ({ owner }, _input, { gathered }) =>
      owner === null ? refuse(noProvider) : accept({ type: 'sent-to-provider', ...withLimit(gathered) }),
  }),
  ...comparing,
};
