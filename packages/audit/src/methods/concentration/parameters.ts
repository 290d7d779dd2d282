import { z } from 'zod';

export const parameters = z.strictObject({
  measure: z.enum(['gini', 'hhi', 'top-share']).default('gini'),
  /** The fraction of entities, from the largest, whose share is taken. */
  top: z.number().gt(0).lt(1).default(0.1),
  /** How many entities there are, with those that have no row. */
  entities: z.number().int().positive().optional(),
  /** The limit; without it the measure is held against an even throw of as many rows. */
  most: z.number().min(0).max(1).optional(),
  materiality: z.number().nonnegative().optional(),
});

export type ConcentrationParameters = z.infer<typeof parameters>;
