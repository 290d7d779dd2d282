import { changeReasons, type ChangeReason } from '@suanjian/register';
import { asCivilDate, text, type CivilDate } from '@suanjian/rulebook';
import { z } from 'zod';
import type { Refusal } from '../../engine/refusal.ts';
import { notInFuture } from '../common/days.ts';
import type { Occasion } from './state.ts';

const known = changeReasons.map(({ id }) => id) as [ChangeReason, ...ChangeReason[]];

export const occurredInput = z.string().max(40);
export const reasonsInput = z.array(z.enum(known)).max(known.length);

/** Reads what the provider says about the occasion of the change; the day of it starts a statutory clock. */
export const occasionOf = (
  occurred: string,
  reasons: readonly ChangeReason[],
  today: CivilDate,
): { readonly occasion: Occasion; readonly refusals: readonly Refusal[] } => {
  const date = asCivilDate(occurred);
  const pointer = '/occurred';
  const refusals: readonly Refusal[] =
    date === undefined
      ? [
          {
            code: 'change/date',
            pointer,
            text: text(
              '应为日历上存在的日期，例如 2026-03-01。',
              'This should be a day of the calendar, such as 2026-03-01.',
            ),
          },
        ]
      : notInFuture(date, today, pointer);
  return { occasion: { occurred: date ?? today, reasons: [...new Set(reasons)] }, refusals };
};
