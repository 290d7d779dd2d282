import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { draftSchemaFor, merged, type FormValues } from '../../engine/form.ts';
import { networkParty, providerParty } from '../../engine/party.ts';
import { acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { officeLevelOf } from '../common/desk.ts';
import { gatherParent, notFiled, openedOn, type ParentFacts } from '../common/parent-filing.ts';
import { cancellationForm } from './form.ts';
import { orderInput, orderOf } from './order.ts';
import type { CancellationEvent, CancellationState, Order } from './state.ts';

const m = matterOf<CancellationState, CancellationEvent>();

const input = z.strictObject({
  /** A provider's draft, as far as it goes. */
  form: draftSchemaFor(cancellationForm).optional(),
  /** An office's order. */
  order: orderInput.optional(),
});
type Input = z.infer<typeof input>;

const orderMissing: Refusal = {
  code: 'cancellation/order-missing',
  pointer: '/order',
  text: text('请填写注销的情形和依据的条款。', 'State the ground of the cancellation and the clauses it rests on.'),
};

const reasonMissing: Refusal = {
  code: 'matter/reason-missing',
  pointer: '/reason',
  text: text('主管部门注销备案需要写明理由。', 'An office that cancels a filing gives its reasons.'),
};

/** With the day of the end the provider's clock is on record, and that it ran out. */
const endedForm = ({ ground, serviceEnded }: Order): FormValues =>
  ground === 'not-cancelled-in-time' && serviceEnded !== undefined ? { serviceEnds: serviceEnded } : {};

/** A provider opens a draft; an office opens by ordering, which ends the matter at once. A provider's open draft does not bar an office. */
export const opening = m.opening<Input, ParentFacts>({
  title: text('注销备案', 'Cancel a filing'),
  help: text(
    '服务停止后办理注销；提供者没有办理的，主管部门可以直接注销。',
    'For a service that ends. Where the provider does not cancel, the office may.',
  ),
  by: [providerParty('officer', 'editor'), networkParty(['nation', 'province'], 'supervisor')],
  clauses: ['final/24.3', 'final/33.2', 'draft/20.3', 'draft/29.2'],
  on: { kind: 'filing', from: ['filed'] },
  to: 'draft',
  input,
  gather: (_input, lookups, context) => gatherParent('cancellation', lookups, context),
  decide: ({ form = {}, order }, context) => {
    const { actor, reason } = context;
    const { filing, alreadyOpen } = context.gathered;
    if (filing === undefined) return refuse(notFiled);
    if (officeLevelOf(actor) !== undefined) {
      const made = order === undefined ? undefined : orderOf(order, context, '/order');
      const refusals = [
        ...(made?.refusals ?? [orderMissing]),
        ...(reason === undefined || reason.trim() === '' ? [reasonMissing] : []),
      ];
      return made === undefined || refusals.length > 0
        ? { outcome: 'refused', refusals }
        : acceptUnless([], { ...openedOn(filing), form: endedForm(made.order) }, { type: 'ordered', ...made.order });
    }
    const values = merged({}, form);
    const refusals: readonly Refusal[] = [
      ...(order === undefined
        ? []
        : [
            {
              code: 'cancellation/order-by-office',
              pointer: '/order',
              text: text('只有主管部门可以直接注销。', 'Only an office may order a cancellation.'),
            },
          ]),
      ...(alreadyOpen.length === 0
        ? []
        : [
            {
              code: 'cancellation/already-open',
              text: text(
                '这项备案的注销已经在办理中，请在原来的事项中继续。',
                'A cancellation of this filing is under way already. Continue with that one.',
              ),
            },
          ]),
    ];
    return acceptUnless(refusals, { ...openedOn(filing), form: values });
  },
});
