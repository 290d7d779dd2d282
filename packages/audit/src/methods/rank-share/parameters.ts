import { z } from 'zod';

export const share = z.number().min(0).max(1);

export const parameters = z.strictObject({
  /** Ranks up to this one count. */
  top: z.number().int().positive().optional(),
  measure: z.enum(['difference', 'ratio', 'area']).default('difference'),
  /** The share of the candidates that the first group of `compare` has, where it is one figure for all requests. */
  expected: share.optional(),
  /** Limits of the share itself, instead of a comparison with candidates. */
  thresholds: z.strictObject({ least: share.optional(), most: share.optional() }).optional(),
  /** A difference of shares, or for ratios the factor less one; 0.05 and 0.25 unless said otherwise. */
  materiality: z.number().nonnegative().optional(),
  direction: z.enum(['both', 'above', 'below']).default('both'),
});

export type RankShareParameters = z.infer<typeof parameters>;
