import { z } from 'zod';
import { duration } from '../common/time.ts';

export const parameters = z.strictObject({
  measure: z.enum(['slope', 'entropy']).default('entropy'),
  fit: z.enum(['least-squares', 'theil-sen']).default('least-squares'),
  period: duration.refine((length) => length > 0, 'must be longer than nothing').default(7 * 86_400_000),
  /** Periods a person must be seen in. */
  periods: z.number().int().min(2).default(3),
  /** Views that each period is thinned to for its entropy. */
  sample: z.number().int().min(2).max(1000).default(10),
  /** Change a period: of normalised entropy 0.01 unless said otherwise, of a value in its own units. */
  materiality: z.number().nonnegative().optional(),
  direction: z.enum(['both', 'above', 'below']).optional(),
});

export type TrendParameters = z.infer<typeof parameters>;
