import { z } from 'zod';
import { duration, instant } from '../common/time.ts';

export const parameters = z.strictObject({
  /** The longest interval between neighbouring events that is no gap. */
  every: duration.refine((length) => length > 0, 'must be longer than nothing'),
  /** Share of the period that gaps may take up. */
  tolerance: z.number().min(0).lt(1).default(0),
  /** The period in which records are expected. */
  from: instant.optional(),
  to: instant.optional(),
});

export type CoverageParameters = z.infer<typeof parameters>;
