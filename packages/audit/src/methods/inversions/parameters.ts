import { z } from 'zod';

export const parameters = z.strictObject({
  /** Which scores belong in front. */
  direction: z.enum(['higher-first', 'lower-first']).default('higher-first'),
  pairs: z.enum(['all', 'adjacent']).default('all'),
  /** Share of pairs, or with a group places; 0.01 and 0.1 unless said otherwise. */
  materiality: z.number().nonnegative().optional(),
});

export type InversionsParameters = z.infer<typeof parameters>;
