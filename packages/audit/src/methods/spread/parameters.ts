import { z } from 'zod';

export const parameters = z.strictObject({
  /** Places in a row that are looked at together; the whole slate if absent. */
  window: z.number().int().min(2).optional(),
  /** How often one key may stand in a window. */
  atMost: z.number().int().positive().default(1),
  /** What the estimate is a share of. */
  unit: z.enum(['windows', 'slates']).default('windows'),
  materiality: z.number().nonnegative().default(0.01),
});

export type SpreadParameters = z.infer<typeof parameters>;
