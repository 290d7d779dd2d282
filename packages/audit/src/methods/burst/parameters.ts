import { z } from 'zod';
import { duration } from '../common/time.ts';

export const parameters = z.strictObject({
  window: duration.refine((length) => length > 0, 'must be longer than nothing').default(3_600_000),
  baseline: z.enum(['others', 'seasonal', 'own']).default('others'),
  /** A window with fewer is no burst, however few are usual. */
  atLeast: z.number().int().positive().default(20),
  /** What an object must have received in other windows to have a usual level. */
  history: z.number().int().nonnegative().default(10),
  /** Acts for each account below which a burst comes from many people. */
  perAccount: z.number().positive().default(2),
  /** The factor less one: 4 is five times as much as usual. */
  materiality: z.number().nonnegative().default(4),
});

export type BurstParameters = z.infer<typeof parameters>;
