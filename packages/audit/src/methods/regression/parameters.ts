import { z } from 'zod';

export const regressionParameters = z.strictObject({
  /** The group's coefficient itself, or as a share of the mean value. */
  measure: z.enum(['difference', 'relative']).default('difference'),
  /** The level that the others are compared with; the first one when not said. */
  reference: z.string().min(1).optional(),
  adverse: z.enum(['high', 'low', 'either']).default('either'),
  /** Nobody but the asker knows what size matters, so every effect does unless this says otherwise. */
  materiality: z.number().nonnegative().default(0),
  groupIs: z.enum(['levels', 'number']).optional(),
});

export type RegressionParameters = z.output<typeof regressionParameters>;
