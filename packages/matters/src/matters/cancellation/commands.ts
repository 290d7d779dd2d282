import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { draftSchemaFor } from '../../engine/form.ts';
import { networkParty, providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { deskCommands } from '../common/desk.ts';
import { lapseCommand } from '../common/lapse.ts';
import { returnCommand, withdrawCommand } from '../common/review.ts';
import { attachmentsIn, submissionRefusals } from '../common/submission.ts';
import { cancellationForm } from './form.ts';
import { orderInput, orderOf } from './order.ts';
import type { CancellationEvent, CancellationState } from './state.ts';

const m = matterOf<CancellationState, CancellationEvent>();

const levels = ['province', 'nation'] as const;
const desks = ['submitted'] as const;

const revocationPending: Refusal = {
  code: 'cancellation/revocation-pending',
  clause: 'final/33.1',
  text: text(
    '这项备案正在办理撤销，请先对撤销作出决定或者终止，再同意注销。',
    'A revocation of this filing is pending. Decide it or drop it first, then accept the cancellation.',
  ),
};

export const commands = {
  save: m.command({
    title: text('保存', 'Save'),
    help: text('保存已经填写的内容，可以多次保存。', 'Keeps what is filled in so far; save as often as you like.'),
    by: [providerParty('officer', 'editor')],
    from: ['draft', 'returned'],
    asks: 'own-screen',
    input: z.strictObject({ form: draftSchemaFor(cancellationForm) }),
    decide: (_state, { form }) => accept({ type: 'saved', form }),
  }),
  submit: m.command<{ declaration: true }, readonly string[]>({
    title: text('提交注销', 'Submit'),
    help: text(
      '由算法安全责任人提交，并承诺内容属实、善后安排会落实。',
      'Submitted by the responsible officer, who declares it true and the arrangements binding.',
    ),
    by: [providerParty('officer')],
    from: ['draft', 'returned'],
    to: ['submitted'],
    clauses: ['final/24.3', 'draft/20.3'],
    asks: 'own-screen',
    input: z.strictObject({ declaration: z.literal(true) }),
    gather: (state, _input, lookups) =>
      lookups.missingAttachments(attachmentsIn(cancellationForm, state.form).map(({ attachment }) => attachment.hash)),
    decide: (state, _input, { gathered }) =>
      acceptUnless(submissionRefusals(cancellationForm, state.form, gathered), { type: 'submitted' }),
  }),
  accept: m.command({
    title: text('同意注销', 'Accept'),
    help: text('备案随即注销，公示页注明已注销。', 'The filing is cancelled at once, and the public record says so.'),
    by: [networkParty(levels, 'reviewer', 'supervisor')],
    ownDesk: true,
    from: desks,
    to: ['accepted'],
    reason: 'optional',
    clauses: ['final/24.3', 'draft/20.3'],
    input: z.strictObject({}),
    gather: (state, _input, lookups) => lookups.openChildren('revocation', state.filing),
    // Nobody leaves a pending revocation by cancelling first.
    decide: (_state, _input, { gathered: revocations }) =>
      revocations.length > 0 ? refuse(revocationPending) : accept({ type: 'accepted' }),
  }),
  order: m.command({
    title: text('依职权注销', 'Order the cancellation'),
    help: text(
      '提供者没有按要求办完注销，或者服务被依法关停的，主管部门直接注销。',
      'Where the provider did not complete the cancellation, or the service was closed by law, the office cancels.',
    ),
    by: [networkParty(levels, 'supervisor')],
    from: ['draft', 'submitted', 'returned'],
    to: ['ordered'],
    reason: 'required',
    clauses: ['final/33.2', 'draft/29.2'],
    asks: 'own-screen',
    input: orderInput,
    decide: (_state, input, context) => {
      const { order, refusals } = orderOf(input, context);
      return acceptUnless(refusals, { type: 'ordered', ...order });
    },
  }),
  return: returnCommand({ form: cancellationForm, desks, levels }),
  withdraw: withdrawCommand(['draft', 'submitted', 'returned']),
  lapse: lapseCommand(['draft', 'submitted', 'returned']),
  ...deskCommands({ desks, open: ['submitted', 'returned'], levels }),
};
