import { z } from 'zod';

export const goodnessParameters = z.strictObject({
  /** Expected share (or weight) of each level; a level that is not named is expected never. Absent: `expected`, or all levels alike. */
  shares: z.record(z.string(), z.number().nonnegative()).optional(),
  /** Cohen's w from which a deviation matters; 0.1 is what Cohen called small. */
  materiality: z.number().positive().default(0.1),
});

export type GoodnessParameters = z.output<typeof goodnessParameters>;
