import { z } from 'zod';

export const independenceParameters = z.strictObject({
  /** How much more often results may agree within one asker (or kind of asker) than between two before it matters. */
  materiality: z.number().positive().default(0.02),
  /** Draws of the permutation test where the data are few. */
  permutations: z.number().int().min(99).max(100_000).default(1999),
});

export type IndependenceParameters = z.output<typeof independenceParameters>;
