import { z } from 'zod';
import { duration } from '../common/time.ts';

export const parameters = z.strictObject({
  /** Rows no older than this since the rule took hold are left out. */
  grace: duration.default(0),
  /** Share of rows that may break the rule. */
  tolerance: z.number().min(0).lt(1).default(0),
});

export type InvariantParameters = z.infer<typeof parameters>;
