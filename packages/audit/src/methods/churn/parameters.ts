import { z } from 'zod';
import { duration } from '../common/time.ts';

export const parameters = z.strictObject({
  /** Snapshots further apart are not compared; without it every neighbour is. */
  gap: duration.optional(),
  measure: z.enum(['vanishing', 'frozen', 'similarity']).default('vanishing'),
  /** Ranks from 1 to this are the top. */
  top: z.number().int().positive().default(3),
  /** Snapshots in a row on one rank that make a run frozen. */
  hold: z.number().int().min(2).default(6),
  /** The limit that the measure is held against. */
  most: z.number().min(0).max(1).optional(),
  materiality: z.number().nonnegative().default(0),
});

export type ChurnParameters = z.infer<typeof parameters>;
