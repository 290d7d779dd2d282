import { z } from 'zod';
import { duration } from '../common/time.ts';

const minute = 60_000;

export const parameters = z
  .strictObject({
    /** Acts no further apart are together. */
    window: duration.default(minute),
    /** Acts an account needs in such pairs to be described. */
    minParticipation: z.number().int().positive().default(2),
    /** Whether the description takes an account once for each object; the test always does. */
    deduplicate: z.boolean().default(true),
    /** Objects on which two accounts must have met to be tested. */
    together: z.number().int().min(2).default(3),
    /** Acts keep their block, and only the moment in it is left to chance; ten windows unless said otherwise. */
    block: duration.optional(),
    /** Accounts of one object that are paired in one block, and acts in one window. */
    cap: z.number().int().min(2).max(1000).default(100),
    /** Accounts in lockstep that do not matter yet. */
    materiality: z.number().nonnegative().default(10),
  })
  .transform((given) => ({ ...given, block: given.block ?? given.window * 10 }));

export type LockstepParameters = z.infer<typeof parameters>;
