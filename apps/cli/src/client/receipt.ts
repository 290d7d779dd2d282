import { z } from 'zod';
import type { DeadlineReceipt } from '@suanjian/rulebook';

/** A receipt as the server answers it; what was computed there has been checked there. */
export const receiptSchema = z
  .object({
    clause: z.string(),
    edition: z.string(),
    event: z.string(),
    due: z.string(),
    direction: z.enum(['after', 'before']),
    length: z.number().int(),
    unit: z.enum(['working-day', 'calendar-day', 'calendar-month', 'calendar-year']),
    provisional: z.boolean(),
    calendar: z.string(),
    skipped: z.array(z.object({ date: z.string() }).loose()),
  })
  .transform((receipt) => receipt as unknown as DeadlineReceipt);
