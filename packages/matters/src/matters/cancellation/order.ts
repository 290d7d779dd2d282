import { asCivilDate, text, type CivilDate } from '@suanjian/rulebook';
import { z } from 'zod';
import type { CommandContext } from '../../engine/definition.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { basisInput, basisRefusals } from '../common/basis.ts';
import { lastDayOf, notInFuture } from '../common/days.ts';
import { orderGrounds, type Order } from './state.ts';

/** When a provider has to cancel by itself: after the end of the service in the regulation, before it in the draft. */
export const cancellationDuty = { final: { clause: 'final/24.3' }, draft: { clause: 'draft/20.3' } } as const;

/** The clauses under which an office may cancel. */
const powers: ReadonlySet<string> = new Set(['final/33.2', 'draft/29.2']);

export const orderInput = z.strictObject({
  ground: z.enum(orderGrounds),
  basis: basisInput,
  serviceEnded: z.string().max(40).optional(),
});
export type OrderInput = z.infer<typeof orderInput>;

/** Of the command: what the days of an order are measured by. */
type OrderContext = Pick<CommandContext<unknown>, 'today' | 'edition' | 'calendar' | 'chosenEdition'>;

/** A service that was closed has perhaps no known last day; one that was not cancelled in time has one, and its time is over. */
const endRefusals = (
  input: OrderInput,
  ended: CivilDate | undefined,
  context: OrderContext,
  base: string,
): readonly Refusal[] => {
  if (input.serviceEnded === undefined && input.ground === 'closed-or-licence-withdrawn') return [];
  const pointer = `${base}/serviceEnded`;
  if (ended === undefined)
    return [
      {
        code: 'cancellation/end-missing',
        pointer,
        text: text(
          '请填写服务停止的日期，例如 2026-03-01。',
          'Enter the day on which the service ended, such as 2026-03-01.',
        ),
      },
    ];
  const early = notInFuture(ended, context.today, pointer);
  const last = input.ground === 'not-cancelled-in-time' ? lastDayOf(cancellationDuty, ended, context) : undefined;
  if (early.length > 0 || last === undefined || last.due < context.today) return early;
  return [
    {
      code: 'cancellation/still-in-time',
      pointer,
      clause: last.clause,
      text: text(
        `提供者自行注销的期限到 ${last.due} 才届满，现在还不能以此为由注销。`,
        `The provider has until ${last.due} to cancel by itself; this ground is not open yet.`,
      ),
    },
  ];
};

/** What speaks against an order, and the order as it is kept. */
export const orderOf = (
  input: OrderInput,
  context: OrderContext,
  base = '',
): { readonly order: Order; readonly refusals: readonly Refusal[] } => {
  const ended = input.serviceEnded === undefined ? undefined : asCivilDate(input.serviceEnded);
  const basis = basisRefusals(input.basis, context.edition, `${base}/basis`);
  const cited = input.basis.some((clause) => powers.has(clause));
  const refusals: readonly Refusal[] = [
    ...basis,
    ...(cited
      ? []
      : [
          {
            code: 'cancellation/power-not-cited',
            pointer: `${base}/basis`,
            clause: 'final/33.2',
            text: text(
              '主管部门注销备案，应当引用授权注销的条款。',
              'An office that cancels a filing cites the clause that lets it.',
            ),
          },
        ]),
    ...endRefusals(input, ended, context, base),
  ];
  return {
    order: { ground: input.ground, basis: input.basis, ...(ended === undefined ? {} : { serviceEnded: ended }) },
    refusals,
  };
};
