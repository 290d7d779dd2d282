import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import { officeParty, providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, type Refusal } from '../../engine/refusal.ts';
import { entriesOf, wordsIn } from '../common/part.ts';
import { isOverdue } from '../common/redress/promised-day.ts';
import { providerOutcomes, type ComplaintEvent, type ComplaintState } from './state.ts';
import { answerForm, withEntry } from './words.ts';

const m = matterOf<ComplaintState, ComplaintEvent>();
const outcomes = z.enum(providerOutcomes);

/** Whoever was merged into it reads nothing of the other's complaint, so something is said for everybody. */
export const sharedRefusals = ({ merged }: Pick<ComplaintState, 'merged'>, input: FormValues): readonly Refusal[] =>
  merged.length > 0 && wordsIn(input, 'shared') === ''
    ? [
        {
          code: 'complaint/say-it-to-all',
          pointer: '/shared',
          text: text(
            `有 ${merged.length} 件投诉合并在这里，请写明要告诉他们的结果。`,
            `${merged.length} complaints were merged into this one. Say what they are told.`,
          ),
        },
      ]
    : [];

const refusalWantsReason: Refusal = {
  code: 'matter/reason-missing',
  pointer: '/reason',
  text: text('不同意需要写明理由。', 'A refusal wants its reason.'),
};

export const byProvider = {
  answer: m.command({
    title: text('答复', 'Answer'),
    help: text(
      '写明查到了什么、为什么，做了什么补救；不同意要写理由。申请人可以不满意，那时由主管部门办理。',
      'Say what you found and why, and what you put right; a refusal wants its reason. The person may not be content: then the office has it.',
    ),
    by: [providerParty('officer')],
    from: ['with-provider', 'asked'],
    to: ['answered'],
    reason: 'optional',
    clauses: ['final/22', 'draft/26.1'],
    ...asking(answerForm),
    decide: (state, input, context) => {
      const values = shownValues(answerForm, input);
      const outcome = outcomes.catch('explained').parse(values['outcome']);
      const { words, remedy, explanation } = values;
      return acceptUnless(
        [
          ...sharedRefusals(state, values),
          ...(outcome === 'refused' && (context.reason ?? '').trim() === '' ? [refusalWantsReason] : []),
        ],
        {
          type: 'answered',
          outcome,
          answers: withEntry(state.answers, {
            outcome,
            words,
            remedy,
            explanation: entriesOf({ explanation }, 'explanation').length > 0 ? explanation : undefined,
            ...(state.merged.length > 0 ? { shared: values['shared'] } : {}),
          }),
          late: isOverdue(state, context.today, context),
        },
      );
    },
  }),
  'hand-over': m.command({
    title: text('转给主管部门', 'Hand it to the office'),
    help: text(
      '不该由公司办理，或者主管部门要自己办理时。公司已经超过时限的，仍记为超期。',
      'Where it is not the company’s to answer, or the office takes it. A time that has passed stays missed.',
    ),
    by: [providerParty('officer'), officeParty(['nation', 'province'], 'reviewer', 'supervisor')],
    from: ['with-provider', 'asked', 'answered'],
    to: ['escalated'],
    reason: 'required',
    clauses: ['final/30'],
    input: z.strictObject({}),
    decide: (state, _input, context) => accept({ type: 'handed-over', late: isOverdue(state, context.today, context) }),
  }),
};
