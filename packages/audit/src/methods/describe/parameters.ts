import { z } from 'zod';

export const describeParameters = z.strictObject({
  /** What to report: a list of statistics, or names for them. Absent: the usual ones for each part. */
  statistics: z.union([z.array(z.string().min(1)).min(1), z.record(z.string().min(1), z.string().min(1))]).optional(),
});

export type DescribeParameters = z.output<typeof describeParameters>;
