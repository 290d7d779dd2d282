import { z } from 'zod';

/** What sums and products of doubles may lose on their way. */
export const arithmetic = 1e-9;

export const parameters = z.strictObject({
  tolerance: z
    .union([
      z.number().nonnegative(),
      z.strictObject({
        absolute: z.number().nonnegative().default(0),
        relative: z.number().nonnegative().default(arithmetic),
      }),
    ])
    .default({ absolute: 0, relative: arithmetic })
    .transform((given) => (typeof given === 'number' ? { absolute: given, relative: arithmetic } : given)),
  /** Share of the computed rows that may differ. */
  share: z.number().min(0).lt(1).default(0),
  /** Share of all rows that may lack an input. */
  uncomputed: z.number().min(0).lt(1).default(0),
});

export type RecomputeParameters = z.infer<typeof parameters>;
